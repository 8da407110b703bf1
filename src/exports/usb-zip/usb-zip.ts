import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zip } from '../../utils/zip.ts';
import type { BuiltSite, FileContent, PageDownload } from '../exporter.ts';
import { fileOf, usbZipPage } from './page.ts';

/** The address of a font in a style sheet. */
const FONT = /url\(["']?([^"')]+\.woff2)["']?\)/g;

/**
 * A style sheet for pages without scripts and without a server: rules for pages with scripts are off, rules for pages
 * without are on, and fonts are in the same folder.
 */
const usbZipStyle = (css: string): string =>
  css
    .replaceAll(/\(scripting: ?enabled\)/g, '(scripting: enabled) and (width < 0px)')
    .replaceAll(/\(scripting: ?none\)/g, '(width >= 0px)')
    // Files on disk load at once.
    .replaceAll(/font-display: ?optional/g, 'font-display: block')
    .replaceAll(FONT, (_use, address: string) => `url(${address.split('/').at(-1) ?? ''})`);

/** A style sheet of the zip, and its fonts. */
function sheet(folder: string, path: string): [name: string, content: FileContent][] {
  const css = usbZipStyle(readFileSync(join(folder, path), 'utf8'));
  const place = path.slice(1, path.lastIndexOf('/') + 1);
  const fonts = [...css.matchAll(/url\(([\w.-]+\.woff2)\)/g)].map(([, name = '']) => place + name);
  return [
    [fileOf(path), css],
    ...fonts.map((name): [string, FileContent] => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  ];
}

function make({ pages, updated }: PageDownload, { folder, origin, base }: BuiltSite): FileContent {
  const site = {
    origin,
    base,
    files: new Set(pages.map(fileOf)),
    // Archives are for a learning system or have what is here already.
    takes: (path: string): boolean => !path.endsWith('.zip') && existsSync(join(folder, fileOf(path))),
  };
  const entries = new Map<string, FileContent>();
  for (const path of pages) {
    const file = fileOf(path);
    const { html, files: needed } = usbZipPage(readFileSync(join(folder, file), 'utf8'), path, site);
    entries.set(file, html);
    for (const asset of needed) {
      if (entries.has(fileOf(asset))) continue;
      if (asset.endsWith('.css'))
        for (const [name, content] of sheet(folder, asset)) entries.set(name, content);
      else entries.set(fileOf(asset), new Uint8Array(readFileSync(join(folder, asset))));
    }
  }
  return zip(
    [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    updated,
    // What is compressed already.
    new Set([...entries.keys()].filter((name) => /\.(?:pdf|pptx|docx|png|woff2)$/.test(name))),
  );
}

/** Makes the zip of each download. */
export async function* makeUsbZips(
  downloads: readonly PageDownload[],
  site: BuiltSite,
): AsyncGenerator<[path: string, FileContent]> {
  for (const download of downloads) yield [download.path, make(download, site)];
}
