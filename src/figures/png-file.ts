import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

/** A picture in memory: red, green, blue and alpha of each pixel, with premultiplied alpha. */
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

/** An opaque picture as PNG scan lines, uncompressed: each line begins with its filter, 0 for none. */
export interface Paper {
  width: number;
  height: number;
  lines: Buffer;
}

/** Converts an opaque picture to scan lines, as the background of other pictures. */
export function paper({ width, height, data }: Pixels): Paper {
  const lines = Buffer.alloc(height * (1 + width * RGB));
  for (let pixel = 0; pixel < width * height; pixel += 1)
    lines.set(data.subarray(pixel * 4, pixel * 4 + RGB), at(pixel, width));
  return { width, height, lines };
}

/** Byte offset of a pixel in the scan lines. */
const at = (pixel: number, width: number): number => pixel * RGB + Math.floor(pixel / width) + 1;

/**
 * Draws a picture over a background, its corner at `left` and `top`, and writes the result as a PNG file without alpha
 * (PNG, third edition, https://www.w3.org/TR/png-3/). It blends only the pixels of the picture, and Node's compression is
 * several times faster than the WebAssembly renderer's, which matters because every page has a social image.
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
 * Writes squares, black where `true` and `scale` pixels wide, as a PNG file with one bit per pixel: for a QR code, a
 * fortieth of the bytes of a file in full color.
 */
export function squaresPng(squares: readonly boolean[][], scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const width = (squares[0]?.length ?? 0) * scale;
  const lines = squares.flatMap((row) => {
    // The first byte is the line's filter; the others have eight pixels each, 1 for white.
    const line = Buffer.alloc(1 + Math.ceil(width / 8));
    for (let x = 0; x < width; x += 1)
      if (row[Math.floor(x / scale)] !== true)
        line[1 + (x >> 3)] = (line[1 + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
    return Array.from({ length: scale }, () => line);
  });
  return pngFile(width, lines.length, { depth: 1, color: 0 }, Buffer.concat(lines));
}

/** Writes scan lines as a PNG file. `depth` and `color` are the bit depth and color type of the header. */
async function pngFile(
  width: number,
  height: number,
  { depth, color }: { depth: number; color: number },
  lines: Buffer,
): Promise<Uint8Array<ArrayBuffer>> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // The last three bytes stay 0: the only compression and filter methods that exist, and no interlacing.
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
