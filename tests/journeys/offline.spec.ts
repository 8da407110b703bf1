import { expect, type Page } from '@playwright/test';
import {
  choose,
  heading,
  isStyled,
  cacheCourse,
  cacheVisited,
  LONG,
  NOTHING_CACHED,
  read,
  remembered,
  cachedAddresses,
  state,
  test,
  titleOf,
} from '../support/offline-reader.ts';
import { realCourse } from '../fixtures/real-course.ts';
import { term, word } from '../support/words.ts';

/** The longest words of the first paragraph of a section. */
function longWords(lesson: string, section: string): string {
  const outline = realCourse().lessons.find(({ id }) => id === lesson)?.outline;
  const text = outline?.sections.find(({ id }) => id === section)?.passages[0]?.text ?? '';
  const words = new Set(text.match(/\b[a-z]{5,}\b/g));
  return [...words]
    .sort((a, b) => b.length - a.length)
    .slice(0, 4)
    .join(' ');
}

test.describe.configure({ timeout: 300_000 });

const cachedSign = (page: Page) => page.getByText('this page is kept on this device');

test('a device stores nothing before the reader asks; then the visited lessons, and lists them @engines', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}lessons/momentum/`);
  await expect(heading(page)).toBeVisible();
  expect(await remembered(page)).toEqual([]);
  await expect(cachedSign(page)).toBeHidden();
  await page.goto(`${site.url}offline/`);
  await expect(state(page)).toHaveText(NOTHING_CACHED);
  expect(await remembered(page)).toEqual([]);

  await cacheVisited(page, site);
  await read(page, site, 'lessons/how-they-differ/');
  await site.stop();
  await page.reload();
  await expect(heading(page)).toHaveText(titleOf('lessons/how-they-differ/'));
  await expect(cachedSign(page)).toBeVisible();
  await expect(
    page
      .getByRole('rowheader', { name: word('comparisons/in-practice.yaml', 'time-horizon', 'dimension') })
      .first(),
  ).toBeVisible();
  expect(await isStyled(page)).toBe(true);
  // Another lesson is not available, but the page lists and links those that are.
  await page.goto(`${site.url}lessons/momentum/`);
  await expect(page.getByText('You are offline, and this page is not kept on this device.')).toBeVisible();
  expect(await isStyled(page)).toBe(true);
  await page.getByRole('link', { name: titleOf('lessons/how-they-differ/') }).click();
  await expect(heading(page)).toHaveText(titleOf('lessons/how-they-differ/'));
});

test.describe('all files', () => {
  test.use({ wholeCourse: true });

  test('the whole course is stored with search, and removed completely @all-engines', async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}offline/`);
    await expect(
      page.getByRole('button', { name: /Keep the whole course, with search \(\d+\.\d MB\)/ }),
    ).toBeVisible();
    await choose(
      page,
      site,
      /Keep the whole course/,
      /The whole course is kept on this device, edition 1\.0: \d+ pages and search/,
    );
    await expect(page.getByRole('group', { name: 'Kept on this device' })).toBeFocused();
    await expect(page.locator('[data-cached=lessons] a')).toHaveCount(10);
    await expect(page.locator('[data-cached=lessons] a').nth(1)).toHaveText(
      `2. ${titleOf('lessons/what-leadership-is/')}`,
    );
    await site.stop();
    await page.goto(`${site.url}lessons/nadella-at-microsoft/`);
    await expect(heading(page)).toHaveText(/Microsoft/);
    // Words that occur together only in the full text.
    await page.goto(
      `${site.url}search/?${new URLSearchParams({ q: longWords('how-they-differ', 'focus') })}`,
    );
    await expect(page.locator('main a[href$="/lessons/how-they-differ/#focus"]').first()).toBeVisible();

    await page.goto(`${site.url}offline/`);
    await page.getByRole('button', { name: 'Remove what is kept' }).click();
    await expect(state(page)).toHaveText(NOTHING_CACHED);
    expect(await remembered(page)).toEqual([]);
    await expect(page.goto(`${site.url}lessons/momentum/`)).rejects.toThrow();
  });
});

test('stored pages open despite a hanging connection, a failing server, or an address without its last slash', async ({
  page,
  site,
}) => {
  await cacheCourse(page, site);
  // Before a connection hangs: what is kept is shown at once for a while after that.
  site.behave('fails');
  await page.goto(`${site.url}concepts/drift/`);
  await expect(heading(page)).toHaveText(term('drift'));
  site.behave('hangs');
  await page.goto(`${site.url}search/?q=momentum`);
  await expect(
    page
      .locator('main')
      .getByRole('link', { name: titleOf('concepts/momentum/') })
      .first(),
  ).toBeVisible();
  await page.goto(`${site.url}lessons/momentum`);
  await expect(heading(page)).toHaveText(titleOf('lessons/momentum/'));
  expect(await isStyled(page)).toBe(true);
  await site.stop();
  await page.goto(`${site.url}concepts/chaos/index.html`);
  await expect(page).toHaveURL(`${site.url}concepts/chaos/`);
  await expect(heading(page)).toHaveText(term('chaos'));
});

test('a page that is not kept, of a server that never answers, is given up for the list of what is kept', async ({
  page,
  site,
}) => {
  await cacheVisited(page, site);
  await read(page, site, 'lessons/momentum/');
  site.behave('hangs');
  await page.goto(`${site.url}lessons/how-they-differ/`);
  await expect(page.getByText('You are offline, and this page is not kept on this device.')).toBeVisible();
  await page.getByRole('link', { name: titleOf('lessons/momentum/') }).click();
  await expect(heading(page)).toHaveText(titleOf('lessons/momentum/'));
});

test('an interrupted download shows a message, and trying again continues it', async ({ page, site }) => {
  site.edit((path, file) => (path === '/search/words.json' ? undefined : file(path)));
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: /Keep the whole course/ }).click();
  await expect(page.getByRole('alert')).toContainText('That could not be finished', { timeout: LONG });
  await expect(state(page)).toContainText('The pages that you visit are kept');
  site.edit((path, file) => file(path));
  await page.getByRole('button', { name: /Keep the whole course/ }).click();
  await expect(state(page)).toContainText('The whole course is kept', { timeout: LONG });
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a visited lesson is available offline, under any base path @base', async ({
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
  await expect(heading(page)).toHaveText(titleOf('lessons/momentum/'));
  expect(await isStyled(page)).toBe(true);
  await page.goto('concepts/drift/');
  await page.getByRole('link', { name: titleOf('lessons/momentum/') }).click();
  await expect(page).toHaveURL(`${baseURL ?? ''}lessons/momentum/`);
});

test('incomplete pages are not listed as stored', async ({ page, site }) => {
  // A style sheet of the offline page, without which the worker cannot be installed.
  site.edit((path, file) => (path.startsWith('/_astro/print.') ? undefined : file(path)));
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: 'Keep the pages I visit' }).click();
  await expect(page.getByRole('alert')).toContainText('That could not be finished');
  await expect(state(page)).toHaveText(NOTHING_CACHED);
  expect(await remembered(page)).toEqual([]);
  site.edit((path, file) => file(path));
  await cacheVisited(page, site);
});

test('if a host merges slashes, an address with two of them is not stored under another path', async ({
  page,
  site,
}) => {
  site.edit((path, file) => file(path.replace(/\/+/g, '/')));
  await cacheVisited(page, site);
  await page.goto(`${site.url}/lessons/momentum/`);
  await expect(heading(page)).toHaveText(titleOf('lessons/momentum/'));
  await read(page, site, 'concepts/drift/');
  expect((await cachedAddresses(page)).filter((url) => !url.startsWith(site.url))).toEqual([]);
  await page.goto(`${site.url}offline/`);
  await page.getByText('Other pages that are kept').click();
  const links = page.locator('[data-cached] a');
  await expect(links).toHaveText([term('drift')]);
  await expect(links).toHaveAttribute('href', `${site.url}concepts/drift/`);
});
