import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { BrowserContext, Route } from '@playwright/test';
import { withoutBase } from '../../utils/paths.ts';
import type { BuiltSite } from '../exporter.ts';
import { pageForPaper, sheetForPaper } from './for-paper.ts';

/** Media types of what a page is made of. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

async function answer(route: Route, { folder, origin, base }: BuiltSite, frame: string): Promise<void> {
  const url = new URL(route.request().url());
  const path = decodeURIComponent(withoutBase(base, url.pathname));
  const type = TYPES[extname(path.endsWith('/') ? 'index.html' : path)];
  if (url.origin !== origin || type === undefined) {
    await route.abort();
    return;
  }
  const content = await readFile(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  const body =
    type === TYPES['.html']
      ? pageForPaper(content.toString(), frame)
      : type === TYPES['.css']
        ? sheetForPaper(content.toString())
        : content;
  await route.fulfill({ contentType: type, body });
}

/**
 * Lets a browser read a built site from disk under its true addresses, so that links lead to the published site.
 * Nothing goes to the network. Each page gets one more sheet of styles, the frame.
 */
export async function serveFromDisk(context: BrowserContext, site: BuiltSite, frame: string): Promise<void> {
  await context.route('**/*', (route) => answer(route, site, frame));
}
