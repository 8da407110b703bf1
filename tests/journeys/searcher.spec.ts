import { expect, test, type Page } from '@playwright/test';
import { searchQueries, takeAlongQueries } from '../fixtures/search-queries.ts';
import { withoutScripts } from '../support/without-scripts.ts';

const status = (page: Page) => page.locator('.search-panel > [role=status]');

/** Addresses of the results of a query typed on the search page, without the base path; waits for the full text. */
async function results(page: Page, baseURL: string, query: string): Promise<string[]> {
  const box = page.getByRole('searchbox');
  await box.fill('');
  await expect(status(page)).toHaveText('');
  await box.fill(query);
  await expect(status(page)).toHaveText(/result|Nothing found/);
  await expect(status(page)).not.toContainText('Searching');
  const links = await page
    .locator('.search-results h3 a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return links.map((href) => `/${href.slice(baseURL.length)}`);
}

test('nine of ten real queries find the right result first, and all of them among the first three', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const queries = [...searchQueries, ...takeAlongQueries];
  const notFirst: string[] = [];
  const missing: string[] = [];
  await page.goto('search/');
  for (const { query, expect: wanted } of queries) {
    const found = await results(page, baseURL ?? '', query);
    if (!wanted.includes(found[0] ?? '')) notFirst.push(`${query}: ${found.slice(0, 3).join(' ')}`);
    if (!found.slice(0, 3).some((url) => wanted.includes(url)))
      missing.push(`${query}: ${found.slice(0, 3).join(' ')}`);
  }
  expect(missing, 'not among the first three').toEqual([]);
  expect(notFirst.length, notFirst.join('\n')).toBeLessThanOrEqual(queries.length / 10);
});

/** The number of highlighted words on the page. */
const highlighted = (page: Page): Promise<number> =>
  page.evaluate(() => CSS.highlights.get('search')?.size ?? 0);

test('search opens by keyboard, and its result opens with highlights @base @engines @smoke', async ({
  page,
  baseURL,
}) => {
  const early: string[] = [];
  page.on('request', (request) => early.push(request.url()));
  await page.goto('lessons/why-both/');
  await page.waitForLoadState('networkidle');
  expect(early.filter((url) => /pagefind|quick\.json|panel|dialog/.test(url))).toEqual([]);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog).toBeVisible();
  await page.keyboard.type('delegation');
  await expect(dialog.locator('.answer')).toContainText('Delegation');
  await expect(dialog.getByRole('status')).toContainText('for “delegation”');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${baseURL}concepts/delegation/`);
  await expect.poll(() => highlighted(page)).toBeGreaterThan(0);
});

test('a result on the current page is highlighted too @engines', async ({ page }) => {
  await page.goto('lessons/why-both/');
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('flawless but uninspired');
  await page.getByRole('dialog').getByRole('link', { name: 'Flawless but uninspired' }).first().click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page).toHaveURL(/#flawless-but-uninspired$/);
  await expect.poll(() => highlighted(page)).toBeGreaterThan(0);
});

test('Escape closes search and restores the focus; Ctrl+K opens it again @engines', async ({ page }) => {
  await page.goto('about/');
  const link = page.getByRole('link', { name: 'Search', exact: true });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
  await expect(link).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
});

test('the / key can be turned off', async ({ page }) => {
  await page.goto('about/');
  await page.keyboard.press('Control+k');
  await page.getByLabel('Open search with the / key').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
});

test('a row answers with both sides, and filters and address stay in sync @engines', async ({ page }) => {
  await page.goto('search/?q=quarterly+results&kind=row');
  await expect(page.getByLabel('Comparisons')).toBeChecked();
  await expect(page.locator('.answer dt')).toHaveText(['Leading', 'Managing']);
  await page.getByLabel('Concepts').check();
  await expect(page).toHaveURL(/kind=concept/);
});

test('a typo is corrected with a message @engines @smoke', async ({ page }) => {
  await page.goto('search/?q=uncertinty');
  await expect(status(page)).toContainText('Did you mean “uncertainty”?');
});

test('a lesson section is a result at its own address @engines', async ({ page, baseURL }) => {
  await page.goto('search/');
  const found = await results(page, baseURL ?? '', 'where the analogy breaks down');
  expect(found[0]).toBe('/lessons/architect-and-contractor/#where-it-breaks');
});

for (const [name, query] of [
  ['10,000 characters', 'risk '.repeat(2_000)],
  ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
  ['right-to-left text', 'מנהיגות וניהול'],
  ['emoji', '🏠🔨'],
  ['nothing', ''],
  ['only stop words', 'what is the'],
  ['a broken escape', '%E0%A4%A'],
] as const) {
  test(`a query of ${name} does no harm`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('dialog', (dialog) => {
      errors.push('a script ran');
      void dialog.dismiss();
    });
    await page.goto('search/');
    await page.getByRole('searchbox').fill(query);
    if (query === '') await expect(status(page)).toHaveText('');
    else await expect(status(page)).toHaveText(/results? for|Nothing found/);
    if (query.length > 200) await expect(status(page)).toContainText('first 200 characters');
    await expect(page.locator('.search-results img')).toHaveCount(0);
    expect(errors).toEqual([]);
  });
}

test('a search without results says what to try next @smoke', async ({ page }) => {
  await page.goto('search/?q=zzzzqqqq');
  await expect(status(page)).toContainText('Nothing found');
  await expect(
    page.locator('.search-results').getByRole('link', { name: 'all concepts, A to Z' }),
  ).toBeVisible();
});

test('if the full text cannot load, the small index still answers and a message links to the concepts', async ({
  page,
}) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('search/?q=delegation');
  await expect(page.locator('.answer')).toContainText('Delegation');
  await expect(status(page)).toContainText('could not be searched');
  await expect(
    page.locator('.search-results').getByRole('link', { name: 'all concepts, A to Z' }),
  ).toBeVisible();
});

test('without JavaScript the search page links to the concept index @engines', async ({ page }) => {
  await withoutScripts(page);
  await page.goto('search/?q=boss');
  await page.getByRole('link', { name: /concept index/ }).click();
  await expect(page.getByText('boss').first()).toBeVisible();
});

test('a corrected query can be searched as typed', async ({ page }) => {
  await page.goto('search/?q=delagation');
  await expect(page.getByRole('status')).toContainText('Did you mean “delegation”?');
  await page.getByRole('button', { name: 'Search for “delagation” as typed' }).click();
  await expect(page.getByRole('status')).toContainText('“delagation”');
  await expect(page.getByRole('status')).not.toContainText('Did you mean');
});
