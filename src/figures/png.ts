import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const FONTS = ['display', 'text'].map((name) => join(process.cwd(), 'src/assets/fonts', `${name}.woff2`));
/** What the fonts hold; the renderer wants them uncompressed, and the library asks which characters to keep. */
const EVERY_CHARACTER = Array.from({ length: 0x2220 - 0x20 }, (_, index) =>
  String.fromCodePoint(0x20 + index),
).join('');

async function load(): Promise<Uint8Array[]> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(
    FONTS.map(async (file) => subsetFont(await readFile(file), EVERY_CHARACTER, { targetFormat: 'sfnt' })),
  );
}

let loaded: Promise<Uint8Array[]> | undefined;

/** Renders an SVG file, with the site's own fonts and no other, `width` pixels wide. */
export async function renderPng(svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> {
  loaded ??= load();
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: await loaded, loadSystemFonts: false, defaultFontFamily: 'Source Serif 4' },
  });
  return new Uint8Array(resvg.render().asPng());
}
