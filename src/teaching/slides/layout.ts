/** Slide dimensions in inches. */
export const SLIDE = { width: 13.333, height: 7.5, margin: 0.7 } as const;
export const TABLE = { top: 2.05, height: 4.4, fontSize: 16, headerHeight: 0.5 } as const;
export const tableWidth = SLIDE.width - 2 * SLIDE.margin;

/** A conservative estimate of 16-point characters per inch. */
const CHARACTERS = 8.4;
const LINE = 0.27;
const CELL_PADDING = 0.2;

/** Column widths of a table by the length of their content, at least a ninth each. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const weights = Array.from({ length: columns }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const average = cells.reduce((sum, cell) => sum + cell.length, 0) / rows.length;
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(/\s+/).map((word) => word.length)));
    return Math.max(longestWord + 3, Math.sqrt(average) * 6, 10);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (weight / total) * tableWidth);
}

/** Number of lines of a text in a column, breaking only between words. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(1, Math.floor((width - CELL_PADDING) * CHARACTERS));
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const next = used === 0 ? word.length : used + 1 + word.length;
    if (next > room && used > 0) {
      lines += 1;
      used = word.length;
    } else used = next;
  }
  return lines;
}

const heightOf = (row: readonly string[], widths: readonly number[]): number =>
  Math.max(...row.map((cell, index) => linesIn(cell, widths[index] ?? 1))) * LINE + CELL_PADDING;

function cut<Item>(items: readonly Item[], height: (item: Item) => number, room: number): Item[][] {
  const pages: Item[][] = [];
  let left = 0;
  for (const item of items) {
    const page = pages.at(-1);
    const needed = height(item);
    if (page === undefined || needed > left) {
      pages.push([item]);
      left = room - needed;
    } else {
      page.push(item);
      left -= needed;
    }
  }
  return pages;
}

/** Distributes items over the fewest possible slides, as evenly as possible. */
function spread<Item>(items: readonly Item[], size: (item: Item) => number, room: number): Item[][] {
  const few = cut(items, size, room);
  const total = items.reduce((sum, item) => sum + size(item), 0);
  const step = room / 40;
  for (let even = total / few.length; even < room; even += step) {
    const pages = cut(items, size, even);
    if (pages.length <= few.length) return pages;
  }
  return few;
}

/** Distributes the rows of a table over slides at a readable font size. */
export const spreadRows = <Item>(
  items: readonly Item[],
  textOf: (item: Item) => readonly string[],
  widths: readonly number[],
): Item[][] => spread(items, (item) => heightOf(textOf(item), widths), TABLE.height - TABLE.headerHeight);

/** Maximum words of a list on a slide. */
export const POINT_WORDS = 46;
/** Maximum points with a line of space between them. */
const MOST_POINTS = 8;
/** Maximum words of all steps on an exercise slide. */
export const STEP_WORDS = 90;

const count = (text: string): number => text.split(/\s+/).length;

/** The first points that fit on a slide; at least one. */
export function fittingPoints(points: readonly string[], room = POINT_WORDS): string[] {
  let words = 0;
  return points.filter((point, index) => {
    words += count(point);
    return index === 0 || (index < MOST_POINTS && words <= room);
  });
}

/** Distributes points over slides in order. */
export const spreadPoints = (points: readonly string[], room = STEP_WORDS): string[][] =>
  spread(points, count, room);
