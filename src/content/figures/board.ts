import { escapeHtml } from '@/utils/escape.ts';
import { tableOf, type Draw } from '@/figures/drawing.ts';

const WIDTH = 400;
const TOP = 60;
const ROW = 56;
/** Where the columns begin: tasks with their times, names, marks. */
const [TASK, NAME, CHECK] = [18, 228, 342] as const;

/** A bracket over a column, with the name of the job that it shows, and what the column answers. */
const bracket = (from: number, to: number, job: string, answers: string): string =>
  `<path class="ink thin" d="M${from} ${TOP - 8}v-8H${to}v8"/><g class="mid"><text class="says-side-2" x="${(from + to) / 2}" y="${TOP - 40}">${job}</text><text class="small" x="${(from + to) / 2}" y="${TOP - 24}">${answers}</text></g>`;

/** What the check found: a tick, a cross with the name that replaced the first, or nothing yet. */
function mark(found: string, name: string, y: number): string {
  const x = CHECK + 22;
  if (found === 'done') return `<path class="both" d="M${x - 10} ${y}l8 9 14-20"/>`;
  if (found === 'to come') return `<circle class="fine" cx="${x}" cy="${y - 2}" r="10"/>`;
  return `<path class="both" d="M${x - 9} ${y - 11}l18 18m0-18l-18 18"/><path class="ink" d="M${NAME} ${y - 5}h${Math.round(name.length * 7.2)}"/><text class="says-both" x="${NAME}" y="${y + 18}">${escapeHtml(found)}</text>`;
}

/** The board of the figure's table: a row for each task, with its time, its name, and what the check found. */
export const draw: Draw = (figure) => {
  const { rows } = tableOf(figure);
  const bottom = TOP + rows.length * ROW + 8;
  const lines = rows.map((row, index) => {
    const [what = '', who = '', when = '', found = ''] = row.map(String);
    const y = TOP + index * ROW + 28;
    return `<text x="${TASK}" y="${y}">${escapeHtml(what)}</text><text class="small" x="${TASK}" y="${y + 18}">${escapeHtml(when)}</text><text x="${NAME}" y="${y}">${escapeHtml(who)}</text>${mark(found, who, y)}`;
  });
  const rules = rows.slice(1).map((_row, index) => `M8 ${TOP + 4 + (index + 1) * ROW}H${WIDTH - 8}`);
  return {
    width: WIDTH,
    height: bottom + 4,
    body: [
      `<path class="brick" d="M4 ${TOP}H${WIDTH - 4}V${bottom}H4z"/><path class="paper" d="M8 ${TOP + 4}H${WIDTH - 8}V${bottom - 4}H8z"/>`,
      `<path class="fine" d="${rules.join('')}"/>`,
      bracket(TASK, NAME - 12, 'Planning', 'what, and by when'),
      bracket(NAME, CHECK - 8, 'Organizing', 'who'),
      bracket(CHECK, WIDTH - 10, 'Executing', 'the check'),
      ...lines,
    ].join(''),
  };
};
