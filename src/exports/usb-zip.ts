import type { HTMLElement } from 'node-html-parser';
import { withoutBase } from '../utils/paths.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { zip } from '../utils/zip.ts';
import { builtPage, fileOf, removeAll } from './built-page.ts';
import { makeEach, type FileContent } from './exporter.ts';

/** The relative link from one file to another: "../momentum/index.html". */
export const relativeTo = (from: string, to: string): string => posix.relative(posix.dirname(from), to);

interface ZipSite {
  origin: string;
  base: string;
  /** Files of the zip: "lessons/momentum/index.html". */
  files: ReadonlySet<string>;
  /** Whether a file that a page offers, by its path, belongs in the zip as well. */
  takes(path: string): boolean;
}

interface ZipPage {
  html: string;
  /** Paths of its style sheets, its pictures and what it offers to take along. */
  files: string[];
}

/** Elements that need a server, a script or another site. */
const REMOVED =
  'script, meta[http-equiv], meta[property^="og:"], meta[name^="twitter:"], link[rel=preload], link[rel=alternate], link[rel=apple-touch-icon], [data-omit~=file]';

/** Elements whose files the browser loads, so the zip contains them. */
const LOADED = 'link[rel=stylesheet], link[rel=icon], img';

/** Replaces links to search, which cannot run without a server, by links to the concepts. */
function replaceSearch(root: HTMLElement, base: string): void {
  const prefix = base.replace(/\/$/, '');
  for (const link of root.querySelectorAll(`a[href="${prefix}/search/"]`)) {
    link.setAttribute('href', `${prefix}/concepts/`);
    link.set_content('Concepts A to Z');
  }
}

/** A built page with relative links, without scripts, and without requests to other sites. */
function usbZipPage(root: HTMLElement, path: string, { origin, base, files, takes }: ZipSite): ZipPage {
  const from = fileOf(path);
  const needed: string[] = [];
  replaceSearch(root, base);
  removeAll(root, REMOVED);
  root.querySelectorAll('noscript').forEach((fallback) => fallback.replaceWith(fallback.innerHTML));
  const loading = new Set(root.querySelectorAll(LOADED));
  for (const element of root.querySelectorAll('[href], [src]')) {
    const name = element.hasAttribute('href') ? 'href' : 'src';
    const address = element.getAttribute(name) ?? '';
    if (!address.startsWith('/') || address.startsWith('//')) continue;
    const [target = '', fragment] = withoutBase(base, address).split('#');
    const isOffered = element.hasAttribute('download');
    const isLoaded = loading.has(element) || (isOffered && takes(target));
    if (isLoaded) needed.push(target);
    const file = fileOf(target);
    if (isLoaded || files.has(file)) {
      const link = relativeTo(from, file) + (fragment === undefined ? '' : `#${fragment}`);
      element.setAttribute(name, link);
      element.removeAttribute('download');
    } else {
      element.setAttribute(name, new URL(address, origin).href);
      if (isOffered) element.insertAdjacentHTML('beforeend', ' (needs a network)');
    }
  }
  return { html: root.toString(), files: needed };
}

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

export const makeUsbZips = makeEach(({ pages, updated }, built) => {
  const { folder, origin, base } = built;
  const site = {
    origin,
    base,
    files: new Set(pages.map(fileOf)),
    // Archives are for a learning system or have what is here already.
    takes: (path: string): boolean => !path.endsWith('.zip') && existsSync(join(folder, fileOf(path))),
  };
  const entries = new Map<string, FileContent>();
  for (const path of pages) {
    const { html, files: needed } = usbZipPage(builtPage(built, path), path, site);
    entries.set(fileOf(path), html);
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
  );
});
