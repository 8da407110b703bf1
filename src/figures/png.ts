import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FILES, fonts } from './fonts.ts';
import type { Pixels } from './png-file.ts';

const RENDERER = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

/** Pages and what is made after them each have their own copy of this module, but the renderer starts once. */
const started = (renderer: Uint8Array<ArrayBuffer>): Promise<void> =>
  initWasm(renderer).catch((error: unknown) => {
    if (!String(error).includes('Already initialized')) throw error;
  });

async function load(): Promise<Uint8Array[]> {
  await started(await readFile(RENDERER));
  return fonts;
}

let loaded: Promise<Uint8Array[]> | undefined;

async function draw<Result>(
  svg: string,
  width: number,
  take: (image: ReturnType<InstanceType<typeof Resvg>['render']>) => Result,
): Promise<Result> {
  loaded ??= load();
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: await loaded, loadSystemFonts: false, defaultFontFamily: 'Source Serif 4' },
  });
  const image = resvg.render();
  try {
    return take(image);
  } finally {
    // WebAssembly's memory is not collected by itself.
    image.free();
    resvg.free();
  }
}

/** Renders an SVG file, with the site's own fonts and no other, `width` pixels wide. */
export const renderPng = (svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> =>
  draw(svg, width, (image) => new Uint8Array(image.asPng()));

/** Renders an SVG file as pixels. */
export const renderPixels = (svg: string, width: number): Promise<Pixels> =>
  draw(svg, width, (image) => ({
    width: image.width,
    height: image.height,
    data: image.pixels,
  }));

/** Cache of images from earlier builds, by their source. Safe to delete. */
const KEPT = join(process.cwd(), '.cache/pictures');
/** Changes when the same drawing would give another picture: the renderer, or the fonts. */
const maker = Promise.all([RENDERER, ...FONT_FILES].map((file) => readFile(file))).then((parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')),
);

/**
 * Takes a picture from an earlier build, or makes and keeps it.
 * @param from all that the picture is made from
 */
export async function keptPng(
  from: string,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = (await maker).copy().update(from).digest('hex');
  const file = join(KEPT, `${hash.slice(0, 32)}.png`);
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    const png = await make();
    await mkdir(KEPT, { recursive: true });
    // Another build may read it meanwhile: it appears whole or not at all.
    await writeFile(`${file}.${process.pid}`, png);
    await rename(`${file}.${process.pid}`, file);
    return png;
  }
}
