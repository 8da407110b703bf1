import type { Browser, Page } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from '../../../scripts/browser.mjs';
import { withBase } from '../../utils/paths.ts';
import type { BuiltSite, FileContent, PageDownload } from '../exporter.ts';
import { withCountedIds } from './counted-ids.ts';
import { withFixedDates } from './fixed-dates.ts';
import { withKnownTags } from './known-tags.ts';
import { pageFrame } from './page-frame.ts';
import { serveFromDisk } from './site-on-disk.ts';

/** Waits for every font. No promise of the page is awaited: where scripts are off, none is ever kept. */
async function fontsLoaded(page: Page): Promise<void> {
  // Its layout is what asks for fonts.
  const status = (): string => (document.body.offsetHeight, document.fonts.status);
  while ((await page.evaluate(status)) !== 'loaded');
}

/** Prints the page of a download as a tagged PDF with bookmarks. Without scripts: the page is as paper shows it. */
async function print(browser: Browser, download: PageDownload, site: BuiltSite): Promise<FileContent> {
  // A context for each page: what one has loaded leaves no trace in the next.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    bypassCSP: true,
    colorScheme: 'light',
  });
  try {
    const address = new URL(withBase(site.base, download.of), site.origin);
    await serveFromDisk(context, site, pageFrame(download.title, address.host + address.pathname));
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(address.href);
    await fontsLoaded(page);
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    // Latin-1 keeps every byte as it is. No step changes a length, for the parts of a PDF are found by their place.
    const dated = withFixedDates(pdf.toString('latin1'), download.updated);
    return Uint8Array.from(Buffer.from(withCountedIds(withKnownTags(dated)), 'latin1'));
  } finally {
    await context.close();
  }
}

/** Prints the page of each download, all with one browser. */
export async function* printPages(
  downloads: readonly PageDownload[],
  site: BuiltSite,
): AsyncGenerator<[path: string, FileContent]> {
  // Only here: a build that prints nothing needs no browser.
  const { chromium } = await import('@playwright/test');
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Nothing can be printed: there is no Chromium.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    for (const download of downloads) yield [download.path, await print(browser, download, site)];
  } finally {
    await browser.close();
  }
}
