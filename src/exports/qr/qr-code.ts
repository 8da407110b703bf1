import { encode } from 'uqr';

/** Modules of white around the code, as its standard asks (ISO/IEC 18004). */
const QUIET = 4;

/** The modules of a QR code with the white around it, line by line: `true` is black. */
export const qrModules = (text: string): boolean[][] =>
  // "M" still reads with a seventh of it hidden, as when a projector cuts an edge.
  encode(text, { ecc: 'M', border: QUIET }).data;

/** A QR code as SVG, sharp at any size: black on white in every scheme, for cameras expect it so. */
export function qrSvg(text: string): string {
  const data = qrModules(text);
  const size = data.length;
  // Neighbors in a line become one stroke: a tenth of the bytes of a square for each module.
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
