import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../../scripts/browser.mjs';
import { withBase, withoutBase } from '../../utils/paths.ts';
import type { BuiltSite, FileContent, PageDownload } from '../exporter.ts';
import { withContentDates, withOlderTags, withStableIds } from './pdf-bytes.ts';
import { pageMargins, printPage, printSheet } from './print-page.ts';

/** Media types of the files of a page. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

async function answer(route: Route, { folder, origin, base }: BuiltSite, margins: string): Promise<void> {
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
      ? printPage(content.toString(), margins)
      : type === TYPES['.css']
        ? printSheet(content.toString())
        : content;
  await route.fulfill({ contentType: type, body });
}

/**
 * Serves the built site to the browser from disk under its public address, so that links lead to the published site.
 * Nothing uses the network.
 */
async function serveFromDisk(context: BrowserContext, site: BuiltSite, margins: string): Promise<void> {
  await context.route('**/*', (route) => answer(route, site, margins));
}

/** Waits for every font by polling: promises never settle while scripts are disabled. */
async function fontsLoaded(page: Page): Promise<void> {
  // Layout makes the browser request fonts.
  const status = (): string => (document.body.offsetHeight, document.fonts.status);
  while ((await page.evaluate(status)) !== 'loaded');
}

/** Prints the page of a download, without scripts, as a tagged PDF with bookmarks. */
async function print(browser: Browser, download: PageDownload, site: BuiltSite): Promise<FileContent> {
  // A context for each page, so that no page affects the next.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    bypassCSP: true,
    colorScheme: 'light',
  });
  try {
    const address = new URL(withBase(site.base, download.of), site.origin);
    await serveFromDisk(
      context,
      site,
      pageMargins(download.title, address.host + address.pathname) + (download.css ?? ''),
    );
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(address.href);
    await fontsLoaded(page);
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    // Latin-1 preserves every byte.
    const dated = withContentDates(pdf.toString('latin1'), download.updated);
    return Uint8Array.from(Buffer.from(withStableIds(withOlderTags(dated)), 'latin1'));
  } finally {
    await context.close();
  }
}

/** Prints the page of each download, with one browser for all. */
export async function* printPages(
  downloads: readonly PageDownload[],
  site: BuiltSite,
): AsyncGenerator<[path: string, FileContent]> {
  // Loaded only to print: other builds need no browser.
  const { chromium } = await import('@playwright/test');
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium was found to print with.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    for (const download of downloads) yield [download.path, await print(browser, download, site)];
  } finally {
    await browser.close();
  }
}
