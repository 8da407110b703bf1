import { COURSE, LICENSE, SITE_NAME } from '../../site.ts';
import { formatDay } from '../../utils/dates.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page, Route } from '@playwright/test';
import { parse, type HTMLElement } from 'node-html-parser';
import { CHROMIUM_ARGS, findChromium } from '../../../scripts/browser.mjs';
import { withBase, withoutBase } from '../../utils/paths.ts';
import { fileOf } from '../built-page.ts';
import type { BuiltSite, FileContent, MakeFromPages } from '../exporter.ts';
import { finishedPdf } from './pdf-bytes.ts';

/** A text as a CSS string. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/**
 * Style sheet for the margins of printed pages: the running title and the site from the second page on, and on each
 * page its address, day, license and number, so that the site's footer is not needed and no sheet has it alone.
 */
export const pageMargins = (title: string, address: string, updated: Date): string => `
@page {
  /* As wide as A4 and as high as Letter, so that both print it whole, at its own size. */
  size: 210mm 279mm;
  margin: 11mm 16mm 12mm;
  font: 8pt 'Blueprint Display';
  color: #495563;
  @top-left { content: ${quoted(title)}; vertical-align: bottom; padding-bottom: 2mm; }
  @top-right { content: ${quoted(SITE_NAME)}; vertical-align: bottom; padding-bottom: 2mm; }
  @bottom-left { content: ${quoted(`${address} · ${formatDay(updated)} · ${LICENSE.name}`)}; vertical-align: top; padding-top: 3mm; }
  @bottom-right { content: counter(page) ' / ' counter(pages); vertical-align: top; padding-top: 3mm; }
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
}
/* Keeps the space at a line break, for the bookmarks. */
:is(h1, h2, h3, h4) {
  white-space: pre-wrap;
}
/* A PDF leaves out cells whose words are not drawn. */
:is(th, td) > .sr-only {
  width: auto;
  height: auto;
  clip-path: none;
}
.site-footer {
  display: none !important;
}
/* Links work in a PDF, so addresses need not be printed. */
.prose a[href^='/']::after {
  content: none !important;
}`;

/** Makes the browser wait for every font: with "optional" it skips late ones. */
const printSheet = (css: string): string => css.replaceAll('font-display:optional', 'font-display:block');

/** A built page prepared for printing, with one more style sheet. */
export function printPage(html: string, sheet: string, change?: (root: HTMLElement) => void): string {
  const root = parse(html);
  change?.(root);
  // A PDF stores no descriptions, so that of a figure is a part of its name.
  for (const figure of root.querySelectorAll('figure[aria-labelledby$="-title"]')) {
    const id = figure.getAttribute('aria-labelledby') ?? '';
    figure.setAttribute('aria-labelledby', `${id} ${id.replace(/-title$/, '-alt')}`);
  }
  // The margins' style sheet preserves white space in headings, for the bookmarks.
  for (const heading of root.querySelectorAll('h1, h2, h3, h4'))
    heading.set_content(heading.innerHTML.trim().replace(/\s+/g, ' '));
  // Buttons in sentences would be fields of a form.
  for (const button of root.querySelectorAll('button.receipt.ours'))
    button.replaceWith(`<span class="receipt ours">${button.innerHTML}</span>`);
  // A row would have fewer cells than the table has columns.
  for (const cell of root.querySelectorAll('th, td'))
    if (cell.innerHTML.trim() === '') cell.set_content('<span class="sr-only">&nbsp;</span>');
  root.querySelector('html')?.setAttribute('lang', COURSE.language);
  root.querySelector('head')?.insertAdjacentHTML('beforeend', `<style>${sheet}</style>`);
  return root.toString();
}

export interface Print {
  page: string;
  title: string;
  updated: Date;
  /** Rules for paper, beside those of the page. */
  css?: string;
  /** Makes another paper of the page. */
  change?: (root: HTMLElement) => void;
}

/** Answers a request from disk. Nothing uses the network. */
async function answer(
  route: Route,
  { folder, origin, base }: BuiltSite,
  prepare: (html: string) => string,
): Promise<void> {
  const url = new URL(route.request().url());
  if (url.origin !== origin) {
    await route.abort();
    return;
  }
  const path = join(folder, fileOf(decodeURIComponent(withoutBase(base, url.pathname))));
  const change = path.endsWith('.html') ? prepare : path.endsWith('.css') ? printSheet : undefined;
  if (change === undefined) await route.fulfill({ path });
  else
    await route.fulfill({
      contentType: change === prepare ? 'text/html; charset=utf-8' : 'text/css',
      body: change(await readFile(path, 'utf8')),
    });
}

/** Waits for every font by polling: promises never settle while scripts are disabled. */
async function fontsLoaded(page: Page): Promise<void> {
  // Layout makes the browser request fonts.
  const status = (): string => (document.body.offsetHeight, document.fonts.status);
  while ((await page.evaluate(status)) !== 'loaded');
}

/**
 * Prints a page without scripts, as a tagged PDF with bookmarks. It is served from disk under its public address, so that
 * links lead to the published site.
 */
async function print(browser: Browser, site: BuiltSite, what: Print): Promise<FileContent> {
  const { page: path, title, updated, css = '', change } = what;
  // A context for each page, so that no page affects the next.
  const context = await browser.newContext({
    javaScriptEnabled: false,
    bypassCSP: true,
    colorScheme: 'light',
  });
  try {
    const address = new URL(withBase(site.base, path), site.origin);
    const sheet = pageMargins(title, address.host + address.pathname, updated) + css;
    await context.route('**/*', (route) => answer(route, site, (html) => printPage(html, sheet, change)));
    const page = await context.newPage();
    await page.emulateMedia({ media: 'print' });
    await page.goto(address.href);
    await fontsLoaded(page);
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    return finishedPdf(pdf, { title: await page.title(), updated });
  } finally {
    await context.close();
  }
}

/** Lends a browser that prints pages of the site, one for all. */
export async function* withPrinter<Result>(
  site: BuiltSite,
  use: (print: (what: Print) => Promise<FileContent>) => AsyncIterable<Result>,
): AsyncGenerator<Result> {
  // Loaded only to print: other builds need no browser.
  const { chromium } = await import('@playwright/test');
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium was found to print with.');
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  try {
    yield* use((what) => print(browser, site, what));
  } finally {
    await browser.close();
  }
}

export const printPages: MakeFromPages = (downloads, site) =>
  withPrinter(site, async function* (print): AsyncGenerator<[path: string, FileContent]> {
    for (const { path, of, title, updated, css = '' } of downloads)
      yield [path, await print({ page: of, title, updated, css })];
  });
