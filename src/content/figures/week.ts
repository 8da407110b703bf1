import { escapeHtml } from '@/utils/escape.ts';
import type { FigureData } from '@/course/schemas/figure.ts';
import { linesOf, px, tableOf, type Draw, type Drawing } from '@/figures/drawing.ts';

type Table = NonNullable<FigureData['table']>;

const WIDTH = 400;
/** The first hour is below the names of the bars. */
const TOP = 34;
/** Height of an hour. */
const HOUR = 8.6;
/** The left edges of the two bars, and how wide they are. */
const BARS = [104, 236] as const;
const WIDE = 72;
/** Where the scale of hours stands. */
const SCALE = 28;
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

const at = (hours: number): number => TOP + hours * HOUR;

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

/** A kind of hour in a bar; one that takes no time is named beside the place where it would be. */
function segment({ letter, area, hours, from }: Segment, left: number): string {
  const middle = px(at(from + hours / 2) + 5);
  if (hours === 0)
    return `<path class="ink thin" d="M${left} ${px(at(from))}h-10"/><text class="end" x="${left - 14}" y="${middle}">${letter} 0<tspan class="small"> hours</tspan></text>`;
  return `<path class="${area}" d="M${left} ${px(at(from) + HAIR)}v${px(hours * HOUR - 2 * HAIR)}h${WIDE}V${px(at(from) + HAIR)}z"/><text class="mid" x="${left + WIDE / 2}" y="${middle}">${letter} ${hours}</text>`;
}

/** The hours as on a drafter's scale: a tick for each, a longer one with a number for every fifth. */
function scale(total: number): string {
  const hours = Array.from({ length: total + 1 }, (_, index) => index);
  const ticks = hours.map((hour) => `M${SCALE} ${px(at(hour))}h${hour % 5 === 0 ? 10 : 5}`).join('');
  const numbers = hours
    .filter((hour) => hour % 5 === 0)
    .map((hour) => `<text x="${SCALE - 5}" y="${px(at(hour) + 4)}">${hour}</text>`);
  return `<path class="ink thin" d="M${SCALE} ${TOP}V${px(at(total))}${ticks}"/><g class="small end">${numbers.join('')}<text class="muted" x="${SCALE + 18}" y="20">hours</text></g>`;
}

/**
 * The same working week twice, before and after: one bar each, an hour as high in both, beside an hour scale.
 * Lines lead each kind from bar to bar, so that one without any time is seen to open.
 * @param table one row for each kind of hour (its name begins with its letter and a colon), then the hours before and
 *   after; both columns have the same sum.
 */
export function drawWeek({ columns, rows }: Table): Drawing {
  const total = rows.reduce((sum, [, hours]) => sum + Number(hours), 0);
  const bars = BARS.map((left, index) => ({
    left,
    name: columns[index + 1] ?? '',
    segments: segmentsOf(rows, index + 1),
  }));
  const [before, after] = bars.map(({ segments }) => segments);
  const threads = rows
    .slice(1)
    .map((_row, index) => {
      const [one, other] = [before, after].map((segments) => px(at(segments?.[index + 1]?.from ?? 0)));
      return `M${BARS[0] + WIDE} ${one}L${BARS[1]} ${other}`;
    })
    .join('');
  // The kinds are named beside the last bar.
  const kinds = (after ?? []).map(({ hours, from }, index) => {
    const lines = linesOf(String(rows[index]?.[0] ?? '').replace(/^.: ?/, ''), 13);
    const first = at(from + hours / 2) + 4 - (lines.length - 1) * 7.5;
    return lines
      .map((line, n) => `<text x="${BARS[1] + WIDE + 8}" y="${px(first + n * 15)}">${escapeHtml(line)}</text>`)
      .join('');
  });
  return {
    width: WIDTH,
    height: Math.ceil(at(total) + 8),
    body: [
      `<path class="fine" d="${threads}"/>`,
      ...bars.map(
        ({ left, name }) => `<text class="large mid" x="${left + WIDE / 2}" y="20">${escapeHtml(name)}</text>`,
      ),
      ...bars.flatMap(({ left, segments }) => segments.map((kind) => segment(kind, left))),
      `<g class="small">${kinds.join('')}</g>`,
      scale(total),
    ].join(''),
  };
}

/** The week of the figure's table. */
export const draw: Draw = (figure) => drawWeek(tableOf(figure));
