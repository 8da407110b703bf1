import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

/** A picture in memory: red, green, blue and alpha of each pixel, colors multiplied by alpha. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

const compress = promisify(deflate);
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk of a PNG file: length, type, data, checksum. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const foot = Buffer.alloc(4);
  foot.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, foot]);
}

/** Bytes of a pixel without alpha. */
const RGB = 3;

/** An opaque picture in the form that a PNG file compresses: each line begins with its filter, 0 for none. */
export interface Paper {
  width: number;
  height: number;
  lines: Buffer;
}

/** Makes paper of an opaque picture. */
export function paper({ width, height, data }: Pixels): Paper {
  const lines = Buffer.alloc(height * (1 + width * RGB));
  for (let pixel = 0; pixel < width * height; pixel += 1)
    lines.set(data.subarray(pixel * 4, pixel * 4 + RGB), at(pixel, width));
  return { width, height, lines };
}

/** Place of a pixel in the lines of a paper. */
const at = (pixel: number, width: number): number => pixel * RGB + Math.floor(pixel / width) + 1;

/**
 * Prints a picture on paper, its corner at `left` and `top`, and writes the result as a PNG file without alpha (PNG, third edition,
 * https://www.w3.org/TR/png-3/). Only what is printed is worked on, and Node's own compression is several times faster
 * than a renderer in WebAssembly: that counts where every page has a picture.
 */
export async function printedPng(
  { width, height, lines }: Paper,
  { data, width: columns }: Pixels,
  { left, top }: { left: number; top: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const printed = Buffer.from(lines);
  for (let from = 3; from < data.length; from += 4) {
    const alpha = data[from] ?? 0;
    if (alpha === 0) continue;
    const pixel = (from - 3) / 4;
    const place = at((top + Math.floor(pixel / columns)) * width + left + (pixel % columns), width);
    for (let color = 0; color < RGB; color += 1) {
      const below = printed[place + color] ?? 0;
      printed[place + color] = (data[from - 3 + color] ?? 0) + Math.round((below * (255 - alpha)) / 255);
    }
  }
  return pngFile(width, height, { depth: 8, color: 2 }, printed);
}

/**
 * Draws squares, black where `true`, each as many pixels wide as `scale` says: one bit a pixel, so that the file of a QR
 * code is a fortieth of what it is in colors.
 */
export function squaresPng(squares: readonly boolean[][], scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const width = (squares[0]?.length ?? 0) * scale;
  const lines = squares.flatMap((row) => {
    // The first byte is the line's filter; then eight pixels to a byte, 1 for white.
    const line = Buffer.alloc(1 + Math.ceil(width / 8));
    for (let x = 0; x < width; x += 1)
      if (row[Math.floor(x / scale)] !== true)
        line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    return Array.from({ length: scale }, () => line);
  });
  return pngFile(width, lines.length, { depth: 1, color: 0 }, Buffer.concat(lines));
}

/** Writes lines, each behind its filter, as a PNG file of the depth and kind of color that the format numbers. */
async function pngFile(
  width: number,
  height: number,
  { depth, color }: { depth: number; color: number },
  lines: Buffer,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // The three bytes after them stay 0: the only compression and filter there are, and no interlace.
  header.set([depth, color], 8);
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', header),
      chunk('IDAT', await compress(lines, { level: 6 })),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}
