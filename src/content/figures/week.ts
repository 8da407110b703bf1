import { escapeHtml } from '@/utils/escape.ts';
import type { FigureData } from '@/course/schemas/figure.ts';
import { linesOf, px, tableOf, type Draw, type Drawing } from '@/figures/drawing.ts';

type Table = NonNullable<FigureData['table']>;

const WIDTH = 640;
const LEFT = 10;
/** The top of the first bar; above it stand its name and the hours that it lacks. */
const TOP = 42;
const HEIGHT = 56;
/** Between two bars, where lines lead each kind from one to the other. */
const GAP = 48;
/** A hair between neighbors, so that each has its own outline. */
const HAIR = 1.5;
/** The kinds of hour in the order of the rows: managing, leading, both, neither. */
const AREAS = ['side-2-area', 'side-1-area', 'both-area', 'paper'];

interface Segment {
  letter: string;
  area: string;
  hours: number;
  /** The hours of the kinds before it. */
  from: number;
}

/** The segments of one bar, in the order of the rows. */
function segmentsOf(rows: Table['rows'], column: number): Segment[] {
  let from = 0;
  return rows.map((row, index) => {
    const hours = Number(row[column]);
    const kind = { letter: String(row[0]).charAt(0), area: AREAS[index] ?? 'paper', hours, from };
    from += hours;
    return kind;
  });
}

/** A kind of hour in a bar; one that takes no time is named above the place where it would be. */
function segment({ letter, area, hours, from }: Segment, top: number, hour: number): string {
  const left = LEFT + from * hour;
  const middle = px(left + (hours * hour) / 2);
  if (hours === 0) {
    return `<path class="ink thin" d="M${middle} ${top - 12}v12"/><text class="mid" x="${middle}" y="${top - 18}">${letter} 0<tspan class="small"> hours</tspan></text>`;
  }
  return `<path class="${area}" d="M${px(left + HAIR)} ${top}h${px(hours * hour - 2 * HAIR)}v${HEIGHT}H${px(left + HAIR)}z"/><text class="mid" x="${middle}" y="${top + 22}">${letter}</text><text class="large mid" x="${middle}" y="${top + 44}">${hours}</text>`;
}

/** The hours as on a drafter's scale: a tick for each, a longer one with a number for every fifth. */
function scale(total: number, y: number, hour: number): string {
  const hours = Array.from({ length: total + 1 }, (_, index) => index);
  const ticks = hours.map((at) => `M${px(LEFT + at * hour)} ${y}v${at % 5 === 0 ? 10 : 5}`).join('');
  const numbers = hours
    .filter((at) => at % 5 === 0)
    .map((at) => `<text x="${px(LEFT + at * hour)}" y="${y + 24}">${at}</text>`);
  return `<path class="ink thin" d="M${LEFT} ${y}h${px(total * hour)}${ticks}"/><g class="small mid">${numbers.join('')}<text class="muted" x="${px(LEFT + 2.5 * hour)}" y="${y + 24}">hours</text></g>`;
}

/**
 * The same working week twice, before and after: one bar each, an hour as wide in both, over an hour scale.
 * Lines lead each kind from bar to bar, so that one without any time is seen to open.
 * @param table one row for each kind of hour (its name begins with its letter and a colon), then the columns'
 *   hours; every column has the same sum.
 */
export function drawWeek({ columns, rows }: Table): Drawing {
  const total = rows.reduce((sum, [, hours]) => sum + Number(hours), 0);
  const hour = (WIDTH - 2 * LEFT) / total;
  const names = columns.slice(1);
  const bars = names.map((_name, index) => segmentsOf(rows, index + 1));
  const topOf = (bar: number): number => TOP + bar * (HEIGHT + GAP);
  const bottom = topOf(names.length - 1) + HEIGHT;
  const threads = bars.slice(1).map((bar, index) =>
    bar
      .slice(1)
      .map(({ from }, kind) => {
        const before = bars[index]?.[kind + 1]?.from ?? from;
        return `M${px(LEFT + before * hour)} ${topOf(index) + HEIGHT}L${px(LEFT + from * hour)} ${topOf(index + 1)}`;
      })
      .join(''),
  );
  // The kinds are named where each has most room: below the last bar.
  const kinds = (bars.at(-1) ?? []).map(({ hours, from }, index) => {
    const name = String(rows[index]?.[0] ?? '').replace(/^.: ?/, '');
    const middle = px(LEFT + (from + hours / 2) * hour);
    return linesOf(name, Math.max(hours * 2, 11))
      .map((line, n) => `<text x="${middle}" y="${bottom + 20 + n * 15}">${escapeHtml(line)}</text>`)
      .join('');
  });
  return {
    width: WIDTH,
    height: bottom + 84,
    body: [
      `<path class="fine" d="${threads.join('')}"/>`,
      ...names.map(
        (name, bar) => `<text class="large" x="${LEFT}" y="${topOf(bar) - 12}">${escapeHtml(name)}</text>`,
      ),
      ...bars.flatMap((bar, index) => bar.map((kind) => segment(kind, topOf(index), hour))),
      `<g class="small mid">${kinds.join('')}</g>`,
      scale(total, bottom + 56, hour),
    ].join(''),
  };
}

/** The week of the figure's table. */
export const draw: Draw = (figure) => drawWeek(tableOf(figure));
