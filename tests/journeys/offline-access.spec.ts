import { expect, type Page } from '@playwright/test';
import { tabTo } from '../accessibility/keys.ts';
import { axeInSchemes } from '../support/axe.ts';
import {
  heading,
  cacheCourse,
  cacheVisited,
  LONG,
  NOTHING_CACHED,
  read,
  state,
  test,
} from '../support/offline-reader.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { term } from '../support/words.ts';

/** The offline page for users of keyboards and screen readers, and in browsers without support for it. */

test.describe.configure({ timeout: 300_000 });

const late = (page: Page) => page.getByText('A script of this page has not arrived');
const panel = (page: Page) => page.getByRole('group', { name: 'Kept on this device' });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Vertical position of the part after the panel. */
const topOfFiles = async (page: Page): Promise<number | undefined> =>
  (await page.getByRole('heading', { name: 'Take it as a file' }).boundingBox())?.y;

test('axe finds nothing in any state of the offline page', async ({ page, site }) => {
  await page.goto(`${site.url}offline/`);
  await expect(state(page)).toHaveText(NOTHING_CACHED);
  expect(await axeInSchemes(page), 'nothing cached').toEqual([]);
  await cacheVisited(page, site);
  await read(page, site, 'lessons/momentum/', 'momentum');
  await read(page, site, 'concepts/drift/', term('drift'));
  await page.goto(`${site.url}offline/`);
  await page.getByText('Other pages that are kept').click();
  await expect(panel(page).getByRole('link', { name: term('drift') })).toBeVisible();
  expect(await axeInSchemes(page), 'visited pages cached').toEqual([]);
  site.edit((path, file) => (path === '/search/words.json' ? undefined : file(path)));
  await button(page, /Keep the whole course/).click();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: LONG });
  expect(await axeInSchemes(page), 'failed').toEqual([]);
  site.edit((path, file) => file(path));
  await cacheCourse(page, site);
  expect(await axeInSchemes(page), 'course cached').toEqual([]);
});

test('everything works by keyboard, and each action moves the focus to the list of pages', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}offline/`);
  const press = async (name: string | RegExp): Promise<void> => {
    await tabTo(page, button(page, name));
    await page.keyboard.press('Enter');
  };
  await press('Keep the pages I visit');
  await expect(state(page)).toContainText('The pages that you visit are kept');
  await expect(panel(page)).toBeFocused();
  await press(/Keep the whole course/);
  await expect(state(page)).toContainText('The whole course is kept', { timeout: LONG });
  await expect(panel(page)).toBeFocused();
  await tabTo(page, page.getByText('Other pages that are kept'));
  await page.keyboard.press('Enter');
  await tabTo(page, panel(page).getByRole('link', { name: term('drift'), exact: true }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(term('drift'));
  await page.goto(`${site.url}offline/`);
  await press('Remove what is kept');
  await expect(state(page)).toHaveText(NOTHING_CACHED);
  await expect(panel(page)).toBeFocused();
  // The next stop is the first button, not the top of the page.
  await page.keyboard.press('Tab');
  await expect(button(page, 'Keep the pages I visit')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(state(page)).toContainText('The pages that you visit are kept');
});

test('if the browser refuses to store anything, the page says so', async ({ page, site }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'caches', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await page.goto(`${site.url}offline/`);
  await expect(page.getByText('This browser cannot keep pages')).toBeVisible();
  await expect(panel(page)).toBeHidden();
  await expect(late(page)).toBeHidden();
  expect(errors).toEqual([]);
});

test('until its script has loaded the page says so, and nothing moves when it loads', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}offline/`);
  await expect(panel(page)).toBeVisible();
  await expect(late(page)).toBeHidden();
  await expect(button(page, /Keep the whole course.* MB\)/)).toBeVisible();
  const top = await topOfFiles(page);
  expect(top).toBeDefined();
  await page.route('**/*.js', (route) => route.abort());
  await page.reload();
  await expect(late(page)).toBeHidden();
  expect(await topOfFiles(page)).toBe(top);
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) animation.finish();
  });
  await expect(late(page)).toBeVisible();
  await expect(panel(page)).toBeHidden();
  expect(await topOfFiles(page)).toBe(top);
});

test('without JavaScript the page says that it needs it', async ({ page, site }) => {
  await withoutScripts(page);
  await page.goto(`${site.url}offline/`);
  await expect(page.getByText('Your browser keeps pages only with JavaScript.')).toBeVisible();
  await expect(late(page)).toBeHidden();
  await expect(panel(page)).toBeHidden();
});
