import { escapeHtml } from '@/utils/escape.ts';
import { px, tableOf, type Draw } from '@/figures/drawing.ts';

const WIDTH = 600;
const TOP = 44;
const ROW = 52;
/** Where the columns begin: tasks, names, times, marks. */
const COLUMNS = [14, 250, 388, 508] as const;
const END = WIDTH - 14;

/** A bracket over columns, with the name of the job that they show. */
const bracket = (from: number, to: number, name: string): string =>
  `<path class="ink thin" d="M${from} ${TOP - 8}v-8H${to}v8"/><text class="mid says-side-2" x="${px((from + to) / 2)}" y="${TOP - 22}">${name}</text>`;

/** What the check found: a tick, a cross with the name that replaced the first, or nothing yet. */
function mark(found: string, name: string, y: number): string {
  const x = COLUMNS[3] + 30;
  if (found === 'done') return `<path class="both" d="M${x - 10} ${y}l8 9 14-20"/>`;
  if (found === 'to come') return `<circle class="fine" cx="${x}" cy="${y - 2}" r="10"/>`;
  const struck = `M${COLUMNS[1]} ${y - 5}h${name.length * 7.2}`;
  return `<path class="both" d="M${x - 9} ${y - 11}l18 18m0-18l-18 18"/><path class="ink" d="${struck}"/><text class="says-both" x="${COLUMNS[1]}" y="${y + 17}">${escapeHtml(found)}</text>`;
}

/** The board of the figure's table: a row for each task, with its name, its time, and what the check found. */
export const draw: Draw = (figure) => {
  const { rows } = tableOf(figure);
  const height = TOP + rows.length * ROW + 16;
  const [task, name, time, check] = COLUMNS;
  const lines = rows.map((row, index) => {
    const [what, who, when, found] = row.map(String);
    const y = TOP + index * ROW + 32;
    const words = [what, who, when].map(
      (text = '', column) => `<text x="${COLUMNS[column]}" y="${y}">${escapeHtml(text)}</text>`,
    );
    return words.join('') + mark(found ?? '', who ?? '', y);
  });
  const rules = rows.map((_row, index) => `M4 ${TOP + (index + 1) * ROW}H${WIDTH - 4}`).slice(0, -1);
  return {
    width: WIDTH,
    height,
    body: [
      `<path class="brick" d="M4 ${TOP}H${WIDTH - 4}V${height - 12}H4z"/><path class="paper" d="M8 ${TOP + 4}H${WIDTH - 8}V${height - 16}H8z"/>`,
      `<path class="fine" d="${rules.join('')}"/>`,
      bracket(task, name - 12, 'Planning: what'),
      bracket(name, time - 12, 'Organizing: who'),
      bracket(time, check - 8, 'by when'),
      bracket(check, END, 'Executing'),
      ...lines,
    ].join(''),
  };
};
