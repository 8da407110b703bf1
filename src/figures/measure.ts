import { readFile } from 'node:fs/promises';
import { create } from 'fontkitten';
import { linesOf, type Measure } from './drawing.ts';
import { FONT_FILES } from './fonts.ts';

/** Reads the width of each character from a font file. */
async function measureOf(file: string): Promise<Measure> {
  const font = create(await readFile(file));
  if (font.isCollection) throw new Error(`${file} holds several fonts.`);
  const widths = new Map<string, number>();
  const widthOf = (char: string): number => {
    const known = widths.get(char);
    if (known !== undefined) return known;
    const width = font.glyphForCodePoint(char.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
    widths.set(char, width);
    return width;
  };
  return (text) => [...text].reduce((sum, char) => sum + widthOf(char), 0);
}

const [display, text] = await Promise.all(FONT_FILES.map(measureOf));
if (display === undefined || text === undefined)
  throw new Error('The fonts of src/assets/fonts are missing.');

/** The face of headings and labels, and the face of text. */
export const FACES = { display, text };

/** Factor by which each attempt to even out the lines is narrower than the one before. */
const STEP = 0.95;

/**
 * Breaks a text into lines that are no wider than `width`, because SVG does not wrap text: as few as possible and of even
 * length, so that no line has a single word. A word that is wider than `width` gets a line of its own.
 */
export function wrapped(words: string, measure: Measure, size: number, width: number): string[] {
  const widest = width / size;
  let even = linesOf(words, widest, measure);
  const { length } = even;
  // Even lines are at least half as wide as full ones.
  for (let narrower = widest * STEP; length > 1 && narrower > widest / 2; narrower *= STEP) {
    const lines = linesOf(words, narrower, measure);
    if (lines.length > length) break;
    even = lines;
  }
  return even;
}
