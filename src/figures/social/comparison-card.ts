import type { Comparison, ComparisonRow } from '../../course/types.ts';
import { escapeHtml } from '../../utils/escape.ts';
import { sideToken } from '../../course/sides.ts';
import { px, type Drawing, type Measure } from '../drawing.ts';
import { FACES, wrapped } from '../measure.ts';

/** With the margins and the credit of a file, a card fills a slide of 960 by 540; it is rendered at twice that size. */
const WIDTH = 912;
const HEIGHT = 436;
/** Baseline of the title, and the first line below it. */
const TITLE = { size: 26, baseline: 22, bottom: 40 };
const HEAD = { size: 17, height: 34 };
/** Type sizes of the rows: the largest with which all of them fit. Smaller type is not legible from the last row of seats. */
const TYPE = { most: 19, least: 12.5, step: 0.5 };
const LINE = 1.28;
/** Half of the gap between two columns. */
const GAP = 3;
/** Left and right padding of a cell. */
const PAD = 12;
/** Share of the width for the first column; the others share the rest. */
const FIRST = 0.17;

/** The classes of a column's outline and text, by its tone. */
function classesOf(tone: string): { area: string; words: string } {
  if (tone === 'neutral') return { area: 'paper', words: '' };
  const token = sideToken(tone);
  return { area: `${token}-area`, words: `says-${token}` };
}

/** The lines of each cell of a row; the first cell is its name. */
type BrokenRow = string[][];

/** Rows on one card. */
interface Layout {
  size: number;
  rows: { cells: BrokenRow; height: number }[];
}

const columnWidth = (sides: number): number => (WIDTH * (1 - FIRST)) / sides;

/** Breaks the rows into lines at a type size; undefined if they are too high for a card. */
function layOut({ sides }: Comparison, rows: readonly ComparisonRow[], size: number): Layout | undefined {
  const broken = (text: string, face: Measure, width: number): string[] =>
    wrapped(text, face, size, width - 2 * PAD);
  const lines = rows.map((row): BrokenRow => [
    broken(row.dimension, FACES.display, WIDTH * FIRST + PAD),
    ...sides.map(({ id }) => broken(row.cells[id] ?? '', FACES.text, columnWidth(sides.length))),
  ]);
  const heights = lines.map((cells) => Math.max(...cells.map(({ length }) => length)) * size * LINE);
  const free = HEIGHT - TITLE.bottom - HEAD.height - heights.reduce((sum, height) => sum + height, 0);
  const each = free / rows.length;
  if (each < size * 0.7) return undefined;
  return { size, rows: lines.map((cells, index) => ({ cells, height: (heights[index] ?? 0) + each })) };
}

/** The rows in the largest type size that fits; undefined if even the smallest does not. */
function fitted(comparison: Comparison, rows: readonly ComparisonRow[]): Layout | undefined {
  for (let size = TYPE.most; size >= TYPE.least; size -= TYPE.step) {
    const layout = layOut(comparison, rows, size);
    if (layout !== undefined) return layout;
  }
  return undefined;
}

/** Distributes rows, in order, as evenly as possible over a number of cards. */
function dealt(rows: readonly ComparisonRow[], cards: number): ComparisonRow[][] {
  const at = (card: number): number => Math.ceil((card * rows.length) / cards);
  return Array.from({ length: cards }, (_, card) => rows.slice(at(card), at(card + 1)));
}

/**
 * The rows of each card of a table: as few cards as possible with every row legible from the last row of seats.
 * @throws {Error} if a row does not fit on a card of its own
 */
export function cardRows(comparison: Comparison): ComparisonRow[][] {
  for (let cards = 1; cards <= comparison.rows.length; cards += 1) {
    const parts = dealt(comparison.rows, cards);
    if (parts.every((rows) => fitted(comparison, rows) !== undefined)) return parts;
  }
  throw new Error(
    `A row of the table "${comparison.id}" is too long for a card of its own. Remedy: shorten its cells.`,
  );
}

/** The type size of a line that must not break: as planned, or smaller so that it fits the width. */
const sizeOf = (line: string, planned: number, width: number): number =>
  Math.min(planned, Math.floor((10 * width) / FACES.display(line)) / 10);

/** A block of lines of text, vertically centered in a row. */
function block(lines: readonly string[], x: number, middle: number, size: number, name: string): string {
  const first = middle - ((lines.length - 1) * size * LINE) / 2 + size * 0.34;
  const text = lines
    .map(
      (line, index) =>
        `<tspan x="${px(x)}" y="${px(first + index * size * LINE)}">${escapeHtml(line)}</tspan>`,
    )
    // Spaces between the lines, for readers who copy or hear the text of the file.
    .join(' ');
  return `<text${name === '' ? '' : ` class="${name}"`} font-size="${size}">${text}</text>`;
}

/**
 * Rows of a table as a card for a slide: a column for each side, with its color, outline and name.
 * @param title title of the card
 * @param rows rows of one card, from `cardRows`
 */
export function drawComparisonCard(
  comparison: Comparison,
  title: string,
  rows: readonly ComparisonRow[],
): Drawing {
  const layout = fitted(comparison, rows);
  if (layout === undefined) throw new Error(`These rows of "${comparison.id}" do not fit on one card.`);
  const width = columnWidth(comparison.sides.length);
  const left = (side: number): number => WIDTH * FIRST + side * width;
  const columns = comparison.sides.map(({ label, tone }, side) => {
    const { area, words } = classesOf(tone);
    return `<path class="${area}" d="M${px(left(side) + GAP)} ${TITLE.bottom}H${px(left(side) + width - GAP)}V${HEIGHT}H${px(left(side) + GAP)}z"/>${block([label], left(side) + PAD, TITLE.bottom + HEAD.height / 2, sizeOf(label, HEAD.size, width - 2 * PAD), words)}`;
  });
  let top = TITLE.bottom + HEAD.height;
  const drawn = layout.rows.map(({ cells: [name = [], ...cells], height }) => {
    const middle = top + height / 2;
    const row = [
      `<path class="fine" d="M0 ${px(top)}H${WIDTH - GAP}"/>`,
      block(name, 0, middle, layout.size, ''),
      ...cells.map((lines, side) => block(lines, left(side) + PAD, middle, layout.size, 'cell')),
    ];
    top += height;
    return row.join('');
  });
  return {
    width: WIDTH,
    height: HEIGHT,
    body: `<text font-size="${sizeOf(title, TITLE.size, WIDTH)}" y="${TITLE.baseline}">${escapeHtml(title)}</text>${columns.join('')}${drawn.join('')}`,
  };
}
