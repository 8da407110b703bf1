import { expect, test, type Page } from '@playwright/test';
import { SEARCH_QUERIES } from '../fixtures/search-queries.ts';
import { TEST_ALL } from '../support/test-all.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { LEADING, MANAGING, SUBJECT, section, term } from '../support/words.ts';

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

test('the page shows what the ranking puts first, of some classes of queries @all-engines', async ({
  page,
  baseURL,
}) => {
  await page.goto('search/');
  for (const [index, queries] of Object.values(SEARCH_QUERIES).entries()) {
    if (index % 3 !== 0 && !TEST_ALL) continue;
    const { query, expect: expected } = queries[1];
    const [found = ''] = await results(page, baseURL ?? '', query);
    if (expected.length === 0) expect(found, query).toBe('');
    else
      expect(
        expected.some((url) => found === url || found.startsWith(`${url}#`)),
        `${query}: ${found}`,
      ).toBe(true);
  }
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
  await expect(dialog.locator('.answer')).toContainText(term('delegation'));
  await expect(dialog.getByRole('status')).toContainText('for “delegation”');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${baseURL}concepts/delegation/`);
  await expect.poll(() => highlighted(page)).toBeGreaterThan(0);
});

test('a result on the current page is highlighted too @all-engines', async ({ page }) => {
  await page.goto('lessons/why-both/');
  await page.keyboard.press('Control+k');
  const heading = section('why-both', 'flawless-but-uninspired');
  await page.getByRole('searchbox').fill(heading);
  await page.getByRole('dialog').getByRole('link', { name: heading }).first().click();
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

test('in a text field, keys are those of the field', async ({ page }) => {
  await page.goto('lessons/what-management-is/');
  const field = page.getByRole('textbox').first();
  await field.focus();
  await page.keyboard.type('a/b');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('c');
  await expect(field).toHaveValue('a/bc');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the / key can be turned off', async ({ page }) => {
  await page.goto('about/');
  await page.keyboard.press('Control+k');
  await page.getByLabel('Open search with the / key').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeHidden();
});

test('a row answers with both sides, and filters and address stay in sync @all-engines', async ({ page }) => {
  await page.goto('search/?q=quarterly+results&kind=row');
  await expect(page.getByLabel('Show')).toHaveValue('row');
  await expect(page.locator('.answer dt')).toHaveText([LEADING, MANAGING]);
  await page.getByLabel('Show').selectOption('Concepts');
  await expect(page).toHaveURL(/kind=concept/);
});

test('a typo is corrected with a message @all-engines @smoke', async ({ page }) => {
  await page.goto('search/?q=uncertinty');
  await expect(status(page)).toContainText('Did you mean “uncertainty”?');
});

test('a lesson section is a result at its own address @all-engines', async ({ page, baseURL }) => {
  await page.goto('search/');
  const found = await results(page, baseURL ?? '', section('architect-and-contractor', 'where-it-breaks'));
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

test('without JavaScript the search page links to the concept index @all-engines', async ({ page }) => {
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

test('results stay steady while one types, and are announced once when typing rests', async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.goto('search/?q=risk');
  await expect(status(page)).toHaveText(/results for “risk”\.$/);
  await page.evaluate(() => {
    const panel = document.querySelector('.search-panel');
    const said: string[] = [];
    let empty = 0;
    Object.assign(window, { said, timesEmpty: () => empty });
    new MutationObserver(() => {
      const text = panel?.querySelector('[role=status]')?.textContent ?? '';
      if (text !== '' && said.at(-1) !== text) said.push(text);
      if (document.querySelector('.search-results h3') === null) empty += 1;
    }).observe(panel ?? document.body, { childList: true, subtree: true, characterData: true });
  });
  const box = page.getByRole('searchbox');
  await box.press('End');
  // However slow the machine is, nobody rests while typing.
  await page.clock.pauseAt(3_600_000);
  await box.pressSequentially(' and uncertainty');
  await page.clock.resume();
  await expect(status(page)).toHaveText(/results for “risk and uncertainty”\.$/);
  const { said, empty } = await page.evaluate(() => {
    const seen = window as unknown as { said: string[]; timesEmpty: () => number };
    return { said: seen.said, empty: seen.timesEmpty() };
  });
  expect(empty, 'times that no result was shown').toBe(0);
  expect(said, 'announcements').toHaveLength(1);
});

test('results of the full text do not move the first', async ({ page }) => {
  let answer: () => void = () => undefined;
  const later = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/pagefind/pagefind.js?*', async (route) => {
    await later;
    await route.continue();
  });
  await page.goto('search/?q=people+leave');
  const first = page.locator('.search-results h3 a').first();
  await expect(first).toBeVisible();
  const before = { text: await first.textContent(), box: await first.boundingBox() };
  answer();
  await expect(status(page)).toHaveText(/results? for/);
  await expect(page.getByRole('heading', { name: 'In the text' })).toBeVisible();
  expect({ text: await first.textContent(), box: await first.boundingBox() }).toEqual(before);
});

test('a query in the address is ranked once all names are there, and its first result has them all', async ({
  page,
  baseURL,
}) => {
  await page.goto('talks/hand-over-a-task/');
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await page.goto(`search/?${new URLSearchParams({ q: title }).toString()}`);
  const links = page.locator('.search-results h3 a');
  await expect(links.first()).toHaveText(title);
  await expect(links.first()).toHaveAttribute(
    'href',
    `${new URL(baseURL ?? '').pathname}talks/hand-over-a-task/`,
  );
});

test('a late index adds what is missing below the first result, which does not wait for it', async ({
  page,
}) => {
  const links = page.locator('.search-results h3 a');
  const addresses = async (): Promise<(string | null)[]> =>
    links.evaluateAll((all) => all.map((link) => link.getAttribute('href')).sort());
  await page.goto('search/?q=delegation');
  await expect(status(page)).toHaveText(/results? for/);
  const inTime = await addresses();
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/search/later.json', async (route) => {
    await late;
    await route.continue();
  });
  await page.reload();
  await expect(links.first()).toContainText(term('delegation'));
  await expect(status(page)).not.toContainText(/^0|Nothing/);
  const before = await links.first().boundingBox();
  arrive();
  await expect(status(page)).toHaveText(/results? for/);
  expect(await links.first().boundingBox()).toEqual(before);
  expect(await addresses()).toEqual(inTime);
});

test('no query waits long for the later index, and no answer comes after that to a later query', async ({
  page,
}) => {
  let arrive = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/search/later.json', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto('search/?q=delegation');
  const first = page.locator('.search-results h3 a').first();
  await expect(first).toContainText(term('delegation'));
  await expect(status(page)).not.toContainText(/^0|Nothing/);
  // Without the later index this one is uncertain, and waits.
  await page.getByRole('searchbox').fill('my manager reads every email');
  await page.getByRole('searchbox').fill('delegation');
  arrive();
  await expect(status(page)).toContainText('“delegation”');
  await page.waitForLoadState('networkidle');
  await expect(first).toContainText(term('delegation'));
  await expect(status(page)).toContainText('“delegation”');
});

test('below its page, a passage is shown only with a text of its own', async ({ page }) => {
  for (const query of ['my boss micromanages me', 'how to hand over a task', 'leading without authority']) {
    await page.goto(`search/?${new URLSearchParams({ q: query }).toString()}`);
    await expect(status(page)).toHaveText(/results? for/);
    const bare = await page.locator('.search-result').evaluateAll((results) => {
      const above = new Set<string>();
      return results.flatMap((result) => {
        const { pathname = '' } = result.querySelector<HTMLAnchorElement>('h3 a') ?? {};
        const label = result.querySelector('p .eyebrow')?.textContent ?? '';
        const says = (result.querySelector('p')?.textContent ?? '').replace(label, '').trim() !== '';
        const repeats = above.has(pathname) && !says && result.querySelector('dl') === null;
        above.add(pathname);
        return repeats ? [result.textContent] : [];
      });
    });
    expect(bare, query).toEqual([]);
  }
});

test('under a phone’s keyboard at least three results are in view', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 400 },
    isMobile: true,
    hasTouch: true,
    ...(baseURL && { baseURL }),
  });
  const page = await context.newPage();
  await page.goto('lessons/why-both/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  for (const query of ['boss', 'risk', 'how to hand over a task', 'when did nadella become ceo']) {
    await page.getByRole('searchbox').fill(query);
    await expect(status(page)).toHaveText(/results for/);
    const inView = await page
      .locator('.search-results h3 a')
      .evaluateAll(
        (links) => links.filter((link) => link.getBoundingClientRect().bottom <= innerHeight).length,
      );
    expect(inView, query).toBeGreaterThanOrEqual(3);
  }
  // A phone zooms in on a field with smaller letters.
  for (const field of await page.getByRole('dialog').locator('input, select').all())
    expect(await field.evaluate((it) => parseFloat(getComputedStyle(it).fontSize))).toBeGreaterThanOrEqual(
      16,
    );
  await context.close();
});

test('a fact is answered with its sentence and source, and opens where it is, marked @all-engines', async ({
  page,
}) => {
  await page.goto('search/?q=when+did+nadella+become+ceo');
  const answer = page.locator('.answer');
  await expect(answer).toContainText('4 Feb 2014: ');
  await expect(answer.locator('.note')).toContainText('2014');
  await answer.getByRole('link').click();
  await expect(page).toHaveURL(/#event-2014-02-04$/);
  await expect(page.locator(':target')).toBeInViewport();
  await expect.poll(() => highlighted(page)).toBeGreaterThan(0);
  expect(await highlighted(page)).toBeLessThan(10);
});

test('a result says which other name was found, and words that no page has are named', async ({ page }) => {
  await page.goto('search/?q=boss');
  await expect(page.locator('.answer')).toContainText('Also called “boss”.');
  await page.getByRole('searchbox').fill('bitcoin delegation');
  await expect(status(page)).toContainText('No page has “bitcoin”.');
});

test('the help after no result fits the query', async ({ page }) => {
  await page.goto('search/?q=zzzzqqqq');
  await expect(page.locator('.search-results')).toContainText(`This course is about ${SUBJECT}.`);
  await page.goto('search/?q=holacracy&kind=row');
  await page.getByRole('button', { name: 'Search everything' }).click();
  await expect(page.locator('.search-results h3 a').first()).toBeVisible();
});
