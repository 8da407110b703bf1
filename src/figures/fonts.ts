import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** Font files of the faces that drawings use. */
export const FONT_FILES = ['display', 'text'].map((name) =>
  join(process.cwd(), 'src/assets/fonts', `${name}.woff2`),
);
/** Every character that the subset may contain, in the form that the library expects. */
const EVERY_CHARACTER = Array.from({ length: 0x2220 - 0x20 }, (_, index) =>
  String.fromCodePoint(0x20 + index),
).join('');

const unpack = async (file: string): Promise<Uint8Array> =>
  subsetFont(await readFile(file), EVERY_CHARACTER, { targetFormat: 'sfnt' });

/** The uncompressed faces, for the renderer and for measuring, in the order of `FONT_FILES`. */
export const fonts = Promise.all(FONT_FILES.map(unpack));
