import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** Files of the faces that drawings use. */
export const FONT_FILES = ['display', 'text'].map((name) =>
  join(process.cwd(), 'src/assets/fonts', `${name}.woff2`),
);
/** The subset's characters, as the library expects them. */
const EVERY_CHARACTER = Array.from({ length: 0x2220 - 0x20 }, (_, index) =>
  String.fromCodePoint(0x20 + index),
).join('');

const unpack = async (file: string): Promise<Uint8Array> =>
  subsetFont(await readFile(file), EVERY_CHARACTER, { targetFormat: 'sfnt' });

/** The faces uncompressed, as the renderer wants them and as they can be measured, in the order of their files. */
export const fonts = Promise.all(FONT_FILES.map(unpack));
