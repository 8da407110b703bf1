import { expect, type Page } from '@playwright/test';
import type { Edit, EditedSite } from '../support/edited-site.ts';
import {
  heading,
  isStyled,
  cacheCourse,
  cacheVisited,
  cachedText,
  cachedAddresses,
  listBeforePages,
  LONG,
  read,
  secondEdition,
  state,
  test,
  titleOf,
} from '../support/offline-reader.ts';
import { term } from '../support/words.ts';

/** The cached pages while the site changes to another edition, at once or in parts. */

test.describe.configure({ timeout: 300_000 });

/** The style sheet of a page's kind. */
async function sheetOf(page: Page, address: string): Promise<string> {
  await page.goto(address);
  const sheet = page.locator('link[href^="/_astro/page."]').first();
  return (await sheet.getAttribute('href')) ?? '';
}

/** The second edition without one file. */
const secondWithout =
  (missing: string): Edit =>
  (path, file) =>
    path === missing ? undefined : secondEdition(path, file, false);

/** Deploys an edition, and visits a lesson until the device has failed to update to it and has tried again. */
async function failToTakeUp(page: Page, site: EditedSite, edition: Edit): Promise<void> {
  let tries = 0;
  site.edit((path, file, asksWhetherChanged) => {
    if (path === '/offline.json') tries += 1;
    return edition(path, file, asksWhetherChanged);
  });
  await expect
    .poll(
      async () => {
        await page.goto(`${site.url}lessons/momentum/`);
        return tries;
      },
      { timeout: LONG },
    )
    .toBeGreaterThan(1);
}

/** Visits a lesson until the device has updated to the second edition. */
async function takeUpSecond(page: Page, site: EditedSite): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`${site.url}lessons/momentum/`);
        return cachedText(page, '/offline.json');
      },
      { timeout: LONG },
    )
    .toContain('"edition":"2.0"');
}

/** Paths of cached pages of the first edition. */
async function firstPages(page: Page): Promise<string[]> {
  const paths = (await cachedAddresses(page))
    .map((url) => new URL(url).pathname)
    .filter((path) => path.endsWith('/'));
  const texts = await Promise.all(paths.map(async (path) => [path, await cachedText(page, path)] as const));
  return texts
    .filter(([, text]) => text?.includes('<h1>') && !text.includes('<h1>Second: '))
    .map(([path]) => path);
}

test('with a new edition, visited pages are new at once, and old ones still have their files', async ({
  page,
  site,
}) => {
  await cacheVisited(page, site);
  await read(page, site, 'lessons/why-both/');
  await read(page, site, 'concepts/drift/');
  await read(page, site, 'concepts/chaos/');
  site.edit(secondEdition);
  await read(page, site, 'concepts/drift/', `Second: ${term('drift')}`);
  await expect(heading(page)).toHaveText(`Second: ${term('drift')}`);
  await site.stop();
  for (const [path, title] of [
    ['lessons/why-both/', titleOf('lessons/why-both/')],
    ['concepts/chaos/', term('chaos')],
    ['concepts/drift/', `Second: ${term('drift')}`],
  ] as const) {
    await page.goto(site.url + path);
    await expect(heading(page)).toHaveText(title);
    expect(await isStyled(page), `${path} has its style sheet`).toBe(true);
  }
});

test('a cached course updates to a new edition automatically', async ({ page, site }) => {
  await cacheCourse(page, site);
  site.edit(secondEdition);
  await page.goto(`${site.url}concepts/drift/`);
  await expect(heading(page)).toHaveText(`Second: ${term('drift')}`);
  await expect.poll(() => cachedText(page, '/offline.json'), { timeout: LONG }).toContain('"edition":"2.0"');
  await site.stop();
  await page.goto(`${site.url}lessons/momentum/`);
  await expect(heading(page)).toHaveText(/^Second: /);
  expect(await isStyled(page)).toBe(true);
  await page.goto(`${site.url}offline/`);
  await expect(state(page)).toContainText('edition 2.0');
  // No file of the first edition remains.
  expect((await cachedAddresses(page)).filter((url) => url.includes('/_astro/page.'))).toEqual([]);
});

test('a new page whose style sheet is missing does not replace the cached one', async ({ page, site }) => {
  await cacheVisited(page, site);
  await read(page, site, 'concepts/drift/');
  const sheet = await sheetOf(page, `${site.url}concepts/drift/`);
  site.edit(secondWithout(sheet.replace('page.', 'page2.')));
  await page.goto(`${site.url}concepts/drift/`);
  await expect(heading(page)).toHaveText(`Second: ${term('drift')}`);
  await read(page, site, 'lessons/why-both/', 'Second: ');
  await site.stop();
  await page.goto(`${site.url}concepts/drift/`);
  await expect(heading(page)).toHaveText(term('drift'));
  expect(await isStyled(page)).toBe(true);
});

test('a cached course stays complete while a style sheet of the new edition is missing, and updates when it exists', async ({
  page,
  site,
}) => {
  const sheet = await sheetOf(page, `${site.url}concepts/drift/`);
  await cacheCourse(page, site);
  await failToTakeUp(page, site, secondWithout(sheet.replace('page.', 'page2.')));
  // All but the visited lesson.
  expect((await firstPages(page)).length).toBeGreaterThan(10);
  site.behave('fails');
  await page.goto(`${site.url}concepts/drift/`);
  await expect(heading(page)).toHaveText(term('drift'));
  expect(await isStyled(page)).toBe(true);
  await page.goto(`${site.url}offline/`);
  await expect(state(page)).toContainText('The whole course is kept on this device, edition 1.0');
  expect(await isStyled(page)).toBe(true);

  site.behave('answers');
  site.edit(secondEdition);
  await takeUpSecond(page, site);
  expect(await firstPages(page)).toEqual([]);
});

test('old pages are not stored as part of the new edition', async ({ page, site }) => {
  await cacheCourse(page, site);
  await failToTakeUp(page, site, listBeforePages);
  expect(await cachedText(page, '/offline.json')).toContain('"edition":"1.0"');
  site.edit(secondEdition);
  await takeUpSecond(page, site);
  expect(await firstPages(page)).toEqual([]);
});
