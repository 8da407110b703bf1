import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { parse } from 'node-html-parser';
import { fileOf, KINDS, sentBytes, type Kind, type Served } from './serve.ts';

/** The bytes and requests of a page load. */
export interface PageLoad {
  /** HTML, style sheets and scripts that block the first paint. */
  firstPaintBytes: number;
  bytes: number;
  requests: number;
  bytesByKind: Record<Kind, number>;
}

/** Loads a page without a cache until the network is idle, and counts what the server sent. */
export async function loadPage(
  browser: Browser,
  site: Served,
  dist: string,
  path: string,
): Promise<PageLoad> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    site.forget();
    await page.goto(site.origin + path);
    await site.quiet();
    // Ignores the browser's automatic request for an icon.
    const answers = site.answers.filter((answer) => !/favicon|apple-touch-icon/.test(answer.path));
    return {
      firstPaintBytes: firstPaintBytes(dist, path),
      bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0),
      requests: answers.length,
      bytesByKind: Object.fromEntries(
        KINDS.map((kind) => [
          kind,
          answers.filter((answer) => answer.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0),
        ]),
      ) as Record<Kind, number>,
    };
  } finally {
    await context.close();
  }
}

/** Compressed bytes of the HTML with the style sheets and scripts in its head that block rendering. */
export function firstPaintBytes(dist: string, path: string): number {
  const html = fileOf(dist, path);
  if (html === undefined) throw new Error(`The built site has no page ${path}.`);
  const document = parse(readFileSync(html, 'utf8'));
  const styles = document
    .querySelectorAll('head link')
    .filter(
      (link) =>
        / stylesheet /.test(` ${link.getAttribute('rel') ?? ''} `) && link.getAttribute('media') !== 'print',
    )
    .map((link) => link.getAttribute('href'));
  const scripts = document
    .querySelectorAll('head script[src]')
    .filter((script) => !['async', 'defer'].some((name) => script.hasAttribute(name)))
    .filter((script) => script.getAttribute('type') !== 'module')
    .map((script) => script.getAttribute('src'));
  const files = [...styles, ...scripts].map((address) => {
    const { pathname } = new URL(address ?? '', `http://localhost${path}`);
    return fileOf(dist, pathname);
  });
  return [html, ...files].reduce((sum, file) => sum + (file === undefined ? 0 : sentBytes(file).length), 0);
}
