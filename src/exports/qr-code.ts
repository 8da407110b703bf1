import { encode } from 'uqr';
import { squaresPng } from '../figures/png-file.ts';

/** Width of the white border in modules, as the standard requires (ISO/IEC 18004). */
const QUIET = 4;

/** Pixels of a module. The picture is about a thousand pixels wide: sharp at half the height of a slide. */
const MODULE_PIXELS = 24;

/** The modules of a QR code with its white border, row by row: `true` is black. */
const qrModules = (text: string): boolean[][] =>
  // Level "M" is readable with a seventh of the code hidden, for example where a projector cuts an edge.
  encode(text, { ecc: 'M', border: QUIET }).data;

/** A QR code as SVG. It is black on white in every color scheme, as cameras expect. */
export function qrSvg(text: string): string {
  const data = qrModules(text);
  const size = data.length;
  // One stroke for neighbors in a row takes a tenth of the bytes of a square for each module.
  const strokes = data
    .flatMap((line, y) => {
      const found: string[] = [];
      for (let x = 0; x < size; x += 1) {
        if (line[x] !== true) continue;
        const from = x;
        while (line[x + 1] === true) x += 1;
        found.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`);
      }
      return found;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${strokes}"/></svg>\n`;
}

/** A QR code as a PNG. */
export const qrPng = (text: string): ReturnType<typeof squaresPng> =>
  squaresPng(qrModules(text), MODULE_PIXELS);
