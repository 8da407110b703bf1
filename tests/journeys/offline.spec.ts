import { expect, test, type Page } from '@playwright/test';
import { serveEdited, type Edit, type EditedSite } from '../edited-site.ts';

// A course is some seven hundred files, which a busy machine takes its time to keep.
test.describe.configure({ timeout: 90_000 });

let site: EditedSite;
test.beforeEach(async () => {
  site = await serveEdited();
});
test.afterEach(() => site.stop());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const state = (page: Page) => page.locator('offline-keeper [data-state]');

/** Asks for a choice on the offline page, and waits until it is done. */
async function choose(page: Page, button: RegExp, done: RegExp): Promise<void> {
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: button }).click();
  await expect(state(page)).toContainText(done, { timeout: 30_000 });
}

/** Reads a page, and waits until it is kept with a text in it. */
async function read(page: Page, path: string, text: string): Promise<void> {
  await page.goto(site.url + path);
  await expect
    .poll(() =>
      page.evaluate(
        async (address) => (await caches.match(address))?.text(),
        new URL(path, site.url).pathname,
      ),
    )
    .toContain(text);
}

/** Whether the page has its style sheet. */
const isStyled = (page: Page): Promise<boolean> =>
  page.evaluate(
    () => getComputedStyle(document.querySelector('.site-header') as Element).display !== 'block',
  );

/** A second edition: every page has a new title and a style sheet of a new name; the old sheets are gone. */
const secondEdition: Edit = (path, file) => {
  if (path.startsWith('/_astro/page.')) return undefined;
  const content = file(path.replace('/_astro/page2.', '/_astro/page.'));
  if (path === '/offline.json') {
    const { files, ...list } = JSON.parse(content?.toString() ?? '') as { files: [string, string, number][] };
    return JSON.stringify({
      ...list,
      edition: '2.0',
      files: files.map(([name, hash, bytes]) => [
        name.replace('/_astro/page.', '/_astro/page2.'),
        name.endsWith('/') ? 'second' : hash,
        bytes,
      ]),
    });
  }
  return path.endsWith('/')
    ? content?.toString().replaceAll('/_astro/page.', '/_astro/page2.').replace('<h1>', '<h1>Second: ')
    : content;
};

test('a device keeps nothing that nobody asked for; then the visited lessons, and it says which @engines', async ({
  page,
}) => {
  await page.goto(`${site.url}lessons/momentum/`);
  await expect(heading(page)).toBeVisible();
  const remembered = () =>
    page.evaluate(async () => [
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
  expect(await remembered()).toEqual([]);
  await page.goto(`${site.url}offline/`);
  await expect(state(page)).toHaveText('Nothing of the course is kept on this device.');
  expect(await remembered()).toEqual([]);

  await choose(page, /Keep the pages I visit/, /The pages that you visit are kept/);
  await read(page, 'lessons/how-they-differ/', 'How leading and managing differ');
  await site.stop();
  await page.reload();
  await expect(heading(page)).toHaveText('How leading and managing differ');
  await expect(page.getByRole('rowheader', { name: /Time horizon/ }).first()).toBeVisible();
  expect(await isStyled(page)).toBe(true);
  // Another lesson is not there, and what is there is said and one step away.
  await page.goto(`${site.url}lessons/momentum/`);
  await expect(page.getByText('You are offline, and this page is not kept on this device.')).toBeVisible();
  expect(await isStyled(page)).toBe(true);
  await page.getByRole('link', { name: 'How leading and managing differ' }).click();
  await expect(heading(page)).toHaveText('How leading and managing differ');
});

test('the whole course is kept with search, and removed without a trace', async ({ page }) => {
  await page.goto(`${site.url}offline/`);
  await expect(
    page.getByRole('button', { name: /Keep the whole course, with search \(\d\.\d MB\)/ }),
  ).toBeVisible();
  await choose(
    page,
    /Keep the whole course/,
    /The whole course is kept on this device, edition 1\.0: \d+ pages and search/,
  );
  await expect(page.getByRole('group', { name: 'Kept on this device' })).toBeFocused();
  await expect(page.locator('[data-kept=lessons] a')).toHaveCount(10);
  await expect(page.locator('[data-kept=lessons] a').nth(1)).toHaveText('2. What leadership is');
  await site.stop();
  await page.goto(`${site.url}lessons/nadella-at-microsoft/`);
  await expect(heading(page)).toHaveText(/Microsoft/);
  await page.goto(`${site.url}search/?q=blamed`);
  // A word that stands only in the full text.
  await expect(
    page
      .locator('main')
      .getByRole('link', { name: /Leading starts with people/ })
      .first(),
  ).toBeVisible();

  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: 'Remove what is kept' }).click();
  await expect(state(page)).toHaveText('Nothing of the course is kept on this device.');
  expect(
    await page.evaluate(async () => [
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]),
  ).toEqual([]);
  await expect(page.goto(`${site.url}lessons/momentum/`)).rejects.toThrow();
});

test('a line that hangs, a server in trouble and an address without its last slash do not hide what is kept', async ({
  page,
}) => {
  await choose(page, /Keep the whole course/, /The whole course is kept/);
  site.behave('hangs');
  await page.goto(`${site.url}search/?q=blamed`);
  await expect(
    page
      .locator('main')
      .getByRole('link', { name: /Leading starts with people/ })
      .first(),
  ).toBeVisible();
  await page.goto(`${site.url}lessons/momentum`);
  await expect(heading(page)).toHaveText('The bottom line: momentum');
  expect(await isStyled(page)).toBe(true);
  site.behave('fails');
  await page.goto(`${site.url}concepts/drift/`);
  await expect(heading(page)).toHaveText('Drift');
  await site.stop();
  await page.goto(`${site.url}concepts/chaos/index.html`);
  await expect(page).toHaveURL(`${site.url}concepts/chaos/`);
  await expect(heading(page)).toHaveText('Chaos');
});

test('where the line breaks, it is said, and asking again goes on', async ({ page }) => {
  site.edit((path, file) => (path === '/search/words.json' ? undefined : file(path)));
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: /Keep the whole course/ }).click();
  await expect(page.getByRole('alert')).toContainText('That could not be finished', { timeout: 30_000 });
  await expect(state(page)).toContainText('The pages that you visit are kept');
  site.edit((path, file) => file(path));
  await page.getByRole('button', { name: /Keep the whole course/ }).click();
  await expect(state(page)).toContainText('The whole course is kept', { timeout: 30_000 });
  await expect(page.getByRole('alert')).toBeHidden();
});

test('with a new edition, visited pages are new at once, and old ones keep what they need', async ({
  page,
}) => {
  await choose(page, /Keep the pages I visit/, /The pages that you visit are kept/);
  await read(page, 'lessons/why-both/', 'Why you need both');
  await read(page, 'concepts/drift/', 'Drift');
  await read(page, 'concepts/chaos/', 'Chaos');
  site.edit(secondEdition);
  await read(page, 'concepts/drift/', 'Second: Drift');
  await expect(heading(page)).toHaveText('Second: Drift');
  await site.stop();
  for (const [path, title] of [
    ['lessons/why-both/', 'Why you need both'],
    ['concepts/chaos/', 'Chaos'],
    ['concepts/drift/', 'Second: Drift'],
  ] as const) {
    await page.goto(site.url + path);
    await expect(heading(page)).toHaveText(title);
    expect(await isStyled(page), `${path} has its style sheet`).toBe(true);
  }
});

test('a kept course takes up a new edition by itself', async ({ page }) => {
  await choose(page, /Keep the whole course/, /The whole course is kept/);
  site.edit(secondEdition);
  await page.goto(`${site.url}concepts/drift/`);
  await expect(heading(page)).toHaveText('Second: Drift');
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/offline.json'))?.text()), { timeout: 30_000 })
    .toContain('"edition":"2.0"');
  await site.stop();
  await page.goto(`${site.url}lessons/momentum/`);
  await expect(heading(page)).toHaveText(/^Second: /);
  expect(await isStyled(page)).toBe(true);
  await page.goto(`${site.url}offline/`);
  await expect(state(page)).toContainText('edition 2.0');
  // Nothing of the first edition is left.
  expect(
    await page.evaluate(async () => {
      const names = await caches.keys();
      const kept = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      );
      return kept.flat().filter((url) => url.includes('/_astro/page.'));
    }),
  ).toEqual([]);
});

test('a visited lesson is there without a network, wherever the site lies @base', async ({
  page,
  context,
  baseURL,
}) => {
  const path = new URL(baseURL ?? '').pathname;
  await page.goto('offline/');
  await page.getByRole('button', { name: 'Keep the pages I visit' }).click();
  await expect(state(page)).toContainText('The pages that you visit are kept');
  await page.goto('lessons/momentum/');
  await expect
    .poll(() =>
      page.evaluate(async (address) => (await caches.match(address))?.status, `${path}lessons/momentum/`),
    )
    .toBe(200);
  await context.setOffline(true);
  await page.reload();
  await expect(heading(page)).toHaveText('The bottom line: momentum');
  expect(await isStyled(page)).toBe(true);
  await page.goto('concepts/drift/');
  await page.getByRole('link', { name: 'The bottom line: momentum' }).click();
  await expect(page).toHaveURL(`${baseURL ?? ''}lessons/momentum/`);
});
