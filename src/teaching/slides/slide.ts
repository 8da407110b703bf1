/** A part of the speaker notes: something to do or to say. */
export interface Note {
  label: string;
  lines: string[];
}

export const note = (label: string, ...lines: string[]): Note => ({ label, lines });

export interface SlideBlock {
  id: string;
  /** Position in the guide, from 1. */
  number: number;
  title: string;
  /** Duration, such as "6 to 16 minutes". */
  minutes: string;
  /** End in the short session, in minutes from the start; undefined if it omits the block. */
  endsShort: number | undefined;
  /** End in the long session, in minutes from the start. */
  endsLong: number;
}

interface Common {
  /** Made from the ids of the content, so that links to the slide last as long as the content. */
  id: string;
  /** Label above the title: "Definition", "Question to the room". */
  label: string;
  /** The main point of the slide. */
  title: string;
  notes: Note[];
  /** Undefined if the guide plans no time for it. */
  block?: SlideBlock | undefined;
}

export interface TextCell {
  text: string;
  /** Id of a side, "both" or "neither", shown as color in addition to the text. */
  tone?: string;
}

export interface SlidePicture {
  figure: string;
  alt: string;
}

export type Slide = Common &
  (
    | { kind: 'cover'; summary: string }
    /** Only a title, with an optional line below it. */
    | { kind: 'statement'; text?: string }
    /** A title with a text of a few sentences below it. */
    | { kind: 'text'; text: string }
    /** `from` is the number of the first point, or what options have, letters; undefined for unnumbered points. */
    | { kind: 'points'; points: string[]; from?: number | 'letters' }
    /** The first cell of a row is its header. */
    | { kind: 'table'; columns: TextCell[]; rows: TextCell[][]; caption: string }
    | { kind: 'figure'; picture: SlidePicture }
    | { kind: 'if-then'; if: string; then: string }
    | { kind: 'last'; address: string; credit: string }
  );

export type SlideKind = Slide['kind'];

/** The slides of a lesson, in the order of its session, or of a case. */
export interface Deck {
  title: string;
  /** What it is a deck of: "Lesson 4", "Case". */
  about: string;
  updated: Date;
  slides: Slide[];
}

/** Slide dimensions in inches. */
export const SLIDE = { width: 13.333, height: 7.5, margin: 0.7 } as const;
export const TABLE = { top: 1.9, height: 4.8 } as const;
export const tableWidth = SLIDE.width - 2 * SLIDE.margin;

/** Type sizes of tables in points. The smallest can still be read in the back row. */
const TYPE_SIZES = [24, 20, 18] as const;

/** A conservative estimate of the characters in an inch, and of the height of a line in inches, at one point. */
const CHARACTERS = 150;
const LINE = 0.016;
/** Inches of a letter in bold, in the smallest type of tables. */
const WIDE_LETTER = 0.145;
/** Empty inches beside and above the words of a cell. */
const CELL_PADDING = { across: 0.24, down: 0.16 };

/** Column widths of a table: each has the room of its longest word in bold, and of the rest a share by its content. */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = (rows[0] ?? []).map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(/\s+/).map((word) => word.length)));
    return { least: longestWord * WIDE_LETTER + CELL_PADDING.across, weight: cells.join('').length };
  });
  const sum = (of: 'least' | 'weight'): number => columns.reduce((total, each) => total + each[of], 0);
  const share = (tableWidth - sum('least')) / sum('weight');
  return columns.map(({ least, weight }) => least + weight * share);
}

/** Number of lines of a text in a column, breaking only between words. */
function linesIn(text: string, width: number, size: number): number {
  const room = Math.max(1, Math.floor(((width - CELL_PADDING.across) * CHARACTERS) / size));
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

/** The height in inches of a text in a column. */
export const heightIn = (text: string, width: number, size: number): number =>
  linesIn(text, width, size) * LINE * size;

/** The largest even type size in which texts, with half a line below each, fit in a place in inches. */
export function sizeIn(texts: readonly string[], place: { w: number; h: number }, largest: number): number {
  let size = largest;
  const height = (): number =>
    texts.reduce((sum, text) => sum + heightIn(text, place.w, size), ((texts.length - 1) * size) / 144);
  while (size > TYPE_SIZES[2] && height() > place.h) size -= 2;
  return size;
}

/** The largest type size in which a table fits on a slide; undefined if it fits in none. */
function fittingSize(rows: readonly (readonly string[])[]): number | undefined {
  const widths = columnWidths(rows);
  const heightAt = (size: number): number =>
    rows.reduce(
      (sum, row) =>
        sum +
        CELL_PADDING.down +
        Math.max(...row.map((cell, index) => heightIn(cell, widths[index] ?? 1, size))),
      0,
    );
  return TYPE_SIZES.find((size) => heightAt(size) <= TABLE.height);
}

/** The type size of a table: the smallest, if it fits in none. */
export const tableSize = (rows: readonly (readonly string[])[]): number => fittingSize(rows) ?? TYPE_SIZES[2];

/** The rows of a table by the slides that it takes, as few as can be, each with about as many rows. */
export function tableParts<Row>(
  rows: readonly Row[],
  textsOf: (rows: readonly Row[]) => string[][],
): Row[][] {
  const inParts = (count: number): Row[][] => {
    const each = Math.ceil(rows.length / count);
    return Array.from({ length: Math.ceil(rows.length / each) }, (_, part) =>
      rows.slice(part * each, (part + 1) * each),
    );
  };
  let count = 1;
  while (count < rows.length && inParts(count).some((part) => fittingSize(textsOf(part)) === undefined))
    count += 1;
  return inParts(count);
}
