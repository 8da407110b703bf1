import { createHash } from 'node:crypto';
import { test as base, expect, type Page } from '@playwright/test';
import { contentOf, serveEdited, type Edit, type EditedSite } from './edited-site.ts';
import { title } from './words.ts';

/** Fixtures and actions for journeys of offline reading, on a site that can change and go offline. */

export const test = base.extend<{ site: EditedSite; wholeCourse: boolean }>({
  /** Whether the course that a device can keep is the whole one. */
  wholeCourse: [false, { option: true }],
  site: async ({ wholeCourse }, use) => {
    const site = await serveEdited(wholeCourse);
    await use(site);
    await site.stop();
  },
});

/** Milliseconds to store the whole course on a busy machine. */
export const LONG = 120_000;

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
/** The title in the source of a page. */
export const titleOf = (path: string): string => title(path.replace(/\/$/, ''));
export const state = (page: Page) => page.locator('offline-keeper [data-state]');
export const NOTHING_CACHED = 'Nothing of the course is kept on this device.';

/** Presses a button on the offline page, and waits for the result. */
export async function choose(page: Page, site: EditedSite, button: RegExp, done: RegExp): Promise<void> {
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: button }).click();
  await expect(state(page)).toContainText(done, { timeout: LONG });
}

export const cacheVisited = (page: Page, site: EditedSite) =>
  choose(page, site, /Keep the pages I visit/, /The pages that you visit are kept/);
export const cacheCourse = (page: Page, site: EditedSite) =>
  choose(page, site, /Keep the whole course/, /The whole course is kept on this device, edition 1\.0/);

/** The text of a cached file. */
export const cachedText = (page: Page, path: string): Promise<string | undefined> =>
  page.evaluate(async (address) => (await caches.match(address))?.text(), path);

/** Visits a page, and waits until it is cached with a text in it, which is the title by default. */
export async function read(page: Page, site: EditedSite, path: string, text = titleOf(path)): Promise<void> {
  await page.goto(site.url + path);
  await expect.poll(() => cachedText(page, `/${path}`)).toContain(text);
}

/** Names of caches and scopes of workers, which remain on the device besides storage. */
export const remembered = (page: Page): Promise<string[]> =>
  page.evaluate(async () => [
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
  ]);

/** Addresses of all cached files. */
export const cachedAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return files.flat().map(({ url }) => url);
  });

/** Whether the page has its style sheet. */
export const isStyled = (page: Page): Promise<boolean> =>
  page.evaluate(
    () => getComputedStyle(document.querySelector('.site-header') as Element).display !== 'block',
  );

/** A second edition: every page has a new title and a renamed style sheet; the old style sheets do not exist. */
export const secondEdition: Edit = (path, file) => {
  if (path.startsWith('/_astro/page.')) return undefined;
  const content = file(path.replace('/_astro/page2.', '/_astro/page.'));
  if (path === '/offline.json') {
    const { files, ...list } = JSON.parse(content?.toString() ?? '') as { files: [string, string, number][] };
    return JSON.stringify({
      ...list,
      edition: '2.0',
      files: files.map(([old, , bytes]) => {
        const name = old.replace('/_astro/page.', '/_astro/page2.');
        const hash = createHash('sha256').update(contentOf(secondEdition(name, file, false)) ?? '');
        return [name, hash.digest('hex').slice(0, 12), bytes];
      }),
    });
  }
  return path.endsWith('/')
    ? content?.toString().replaceAll('/_astro/page.', '/_astro/page2.').replace('<h1>', '<h1>Second: ')
    : content;
};

/** An unfinished deployment: the list and the hashed files are of the second edition, the pages are not. */
export const listBeforePages: Edit = (path, file) =>
  path.endsWith('/') || path.startsWith('/_astro/page.') ? file(path) : secondEdition(path, file, false);
