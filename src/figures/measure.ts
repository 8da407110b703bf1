import { fonts } from './fonts.ts';

/** Measures the width of a text, in units of its type size. */
export type Measure = (text: string) => number;

/** Reads the width of each character from a font (OpenType's tables `cmap` in format 4, `hhea`, `hmtx`, `head`). */
function measureOf(font: Uint8Array): Measure {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const entry = 12 + index * 16;
      return [String.fromCharCode(...font.subarray(entry, entry + 4)), view.getUint32(entry + 8)];
    }),
  );
  const table = (name: string): number => {
    const start = tables.get(name);
    if (start === undefined) throw new Error(`A font of src/assets/fonts has no table "${name}".`);
    return start;
  };
  const unit = view.getUint16(table('head') + 18);
  const metrics = view.getUint16(table('hhea') + 34);
  const widthOf = (glyph: number): number =>
    view.getUint16(table('hmtx') + Math.min(glyph, metrics - 1) * 4) / unit;
  const glyphs = glyphsOf(view, table('cmap'));
  const none = widthOf(0);
  const widths = new Map([...glyphs].map(([code, glyph]) => [code, widthOf(glyph)]));
  return (text) => [...text].reduce((sum, char) => sum + (widths.get(char.codePointAt(0) ?? 0) ?? none), 0);
}

/** The glyph of each character below U+10000. */
function glyphsOf(view: DataView, cmap: number): Map<number, number> {
  const map = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => index)
    .map((index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4))
    .find((start) => view.getUint16(start) === 4);
  if (map === undefined) throw new Error('A font of src/assets/fonts has no character map in format 4.');
  const size = view.getUint16(map + 6);
  const [ends, starts] = [map + 14, map + 16 + size];
  const [deltas, offsets] = [starts + size, starts + 2 * size];
  const glyphs = new Map<number, number>();
  for (let at = 0; at < size; at += 2) {
    const start = view.getUint16(starts + at);
    const offset = view.getUint16(offsets + at);
    for (let code = start; code <= view.getUint16(ends + at); code += 1) {
      const found = offset === 0 ? code : view.getUint16(offsets + at + offset + (code - start) * 2);
      if (offset === 0 || found !== 0) glyphs.set(code, (found + view.getUint16(deltas + at)) & 0xffff);
    }
  }
  return glyphs;
}

const [display, text] = (await fonts).map(measureOf);
if (display === undefined || text === undefined)
  throw new Error('The fonts of src/assets/fonts are missing.');

/** The face of headings and labels, and the face of text. */
export const FACES = { display, text };

function broken(words: string, measure: Measure, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Factor by which each attempt to even out the lines is narrower than the one before. */
const STEP = 0.95;

/**
 * Breaks a text into lines that are no wider than `width`, because SVG does not wrap text: as few as possible and of even
 * length, so that no line has a single word. A word that is wider than `width` gets a line of its own.
 */
export function wrapped(words: string, measure: Measure, size: number, width: number): string[] {
  const widest = width / size;
  let even = broken(words, measure, widest);
  const { length } = even;
  // Even lines are at least half as wide as full ones.
  for (let narrower = widest * STEP; length > 1 && narrower > widest / 2; narrower *= STEP) {
    const lines = broken(words, measure, narrower);
    if (lines.length > length) break;
    even = lines;
  }
  return even;
}
