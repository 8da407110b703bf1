import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { cacheFile, readCached, writeCached } from '../utils/cache.ts';
import { FONT_FILES, fonts } from './fonts.ts';
import type { Pixels } from './png-file.ts';

const RENDERER = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

/** Starts the renderer. Pages and the build steps each have a copy of this module, but share one renderer. */
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
    // Memory in WebAssembly is not garbage collected.
    image.free();
    resvg.free();
  }
}

/** Renders an SVG file as PNG, `width` pixels wide, with the site's fonts only. */
export const renderPng = (svg: string, width: number): Promise<Uint8Array<ArrayBuffer>> =>
  draw(svg, width, (image) => new Uint8Array(image.asPng()));

/** Renders an SVG file as pixels, `width` pixels wide. */
export const renderPixels = (svg: string, width: number): Promise<Pixels> =>
  draw(svg, width, (image) => ({
    width: image.width,
    height: image.height,
    data: image.pixels,
  }));

/** The renderer and the fonts, because the same drawing gives another picture when they change. */
const makers = Promise.all([RENDERER, ...FONT_FILES].map((file) => readFile(file))).then((parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex'),
);

/**
 * Returns a picture from the cache, or makes and caches it.
 * @param from everything that the picture depends on, as the cache key
 */
export async function cachedPng(
  from: string,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = cacheFile(await makers, from);
  return readCached(file) ?? writeCached(file, await make());
}
