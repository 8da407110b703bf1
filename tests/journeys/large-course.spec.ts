import { expect, test, type Page } from '@playwright/test';
import * as pagefind from 'pagefind';

/**
 * A course too large for one full-text index has several, which the browser searches as one. Here the built index is
 * the first, and a second is put beside it.
 */

const status = (page: Page) => page.locator('.search-panel > [role=status]');

/** Files of a full-text index with one record, by their path in its folder. */
async function secondIndex(): Promise<Map<string, Buffer>> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  await index?.addCustomRecord({
    url: '/lessons/why-both/',
    content: 'Relay. The diaries of a xylophone.',
    language: 'en',
    meta: { title: 'Relay', kind: 'lesson', page: 'Relay' },
    filters: { kind: ['lesson'] },
  });
  const files = (await index?.getFiles())?.files ?? [];
  return new Map(files.map(({ path, content }) => [path, Buffer.from(content)]));
}

/** Tells the page of two indexes, and serves these files as the second. */
async function addIndex(page: Page, files: ReadonlyMap<string, Buffer>): Promise<void> {
  await page.route('**/search/quick.json', async (route) => {
    const quick = (await (await route.fetch()).json()) as object;
    await route.fulfill({ json: { ...quick, indexes: 2 } });
  });
  await page.route('**/search/words.json', async (route) => {
    const words = (await (await route.fetch()).json()) as string[];
    await route.fulfill({ json: [...words, 'xylophone'] });
  });
  await page.route('**/pagefind-2/**', async (route) => {
    const [, path = ''] = new URL(route.request().url()).pathname.split('/pagefind-2/');
    const body = files.get(path);
    await route.fulfill(body === undefined ? { status: 404, body: 'gone' } : { body });
  });
}

test.afterAll(() => pagefind.close());

test('what only the second of two full-text indexes has is found @base', async ({ page }) => {
  await addIndex(page, await secondIndex());
  await page.goto('search/?q=xylophone');
  await expect(page.locator('.search-result').first()).toContainText('The diaries of a xylophone');
});

test('hits of two full-text indexes come in one list', async ({ page }) => {
  await addIndex(page, await secondIndex());
  await page.goto('search/?q=diaries');
  const results = page.locator('.search-result');
  await expect(results.filter({ hasText: 'The diaries of a xylophone' })).toHaveCount(1);
  await expect(results.locator('a[href$="/lessons/momentum/#one-person"]')).toHaveCount(1);
});

test('a second full-text index that is gone leaves the quick results and a message', async ({ page }) => {
  await addIndex(page, new Map());
  await page.goto('search/?q=xylophone');
  await expect(status(page)).toContainText('could not be searched');
  await page.goto('search/?q=delegation');
  await expect(page.locator('.answer')).toContainText('Delegation');
});
