import { expect, test, type Locator, type Page } from '@playwright/test';
import { arrowTo, tabBackTo, tabTo } from './keys.ts';
import { PAGES } from './pages.ts';

// Whoever reads this site without a mouse: every step below is a key.

const status = (place: Page | Locator) => place.getByRole('status');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('the first Tab offers to skip to the content, and skips there', async ({ page }) => {
  await page.goto(PAGES.lesson);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  // The header is behind: the next stop stands in the content.
  await expect(page.locator('main a:focus')).toHaveText('Home');
});

test.describe('search', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
  const box = (page: Page) => page.getByRole('searchbox', { name: 'Search in your own words' });

  test('opens with /, and arrows and Enter lead to a result', async ({ page }) => {
    await page.goto(PAGES.about);
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('boss');
    await expect(status(dialog(page))).toHaveText(/^\d+ results for “boss”\.$/);
    const results = dialog(page).locator('h3 a');
    const first = await results.first().textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(results.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(results.first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(first ?? '');
  });

  test('opens by tabbing, keeps Tab inside, filters, and gives the focus back with Escape', async ({
    page,
  }) => {
    await page.goto(PAGES.about);
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('risk');
    await expect(status(dialog(page))).toHaveText(/results? for “risk”\.$/);
    await tabTo(page, dialog(page).getByRole('radio', { name: 'Everything' }));
    await arrowTo(page, dialog(page).getByRole('radio', { name: 'Comparisons' }));
    await expect(dialog(page).locator('.eyebrow').first()).toHaveText('Comparison row');
    await tabTo(page, dialog(page).getByRole('checkbox', { name: 'Open search with the / key' }));
    await tabTo(page, dialog(page).getByRole('button', { name: 'Close' }));
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('a result on the same page takes the focus with it', async ({ page }) => {
    await page.goto(PAGES.lesson);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('flawless but uninspired');
    const result = dialog(page).getByRole('link', { name: 'Flawless but uninspired', exact: true });
    await expect(result).toBeVisible();
    await tabTo(page, result);
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(page).toHaveURL(/#flawless-but-uninspired$/);
    await page.keyboard.press('Tab');
    await expect(page.locator('#flawless-but-uninspired .anchor')).toBeFocused();
  });

  test('the link of a result is copied in the dialog, which says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(PAGES.about);
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('delegation');
    await expect(status(dialog(page))).toHaveText(/for “delegation”\.$/);
    await tabTo(page, dialog(page).getByRole('button', { name: 'Copy link to Delegation', exact: true }));
    await page.keyboard.press('Enter');
    await expect(status(dialog(page)).filter({ hasText: 'Link copied' })).toBeVisible();
    expect(await clipboard(page)).toMatch(/\/concepts\/delegation\/$/);
  });

  test('the link of a result is copied', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('search/?q=delegation');
    const copy = page.getByRole('button', { name: 'Copy link to Delegation', exact: true });
    await expect(copy).toBeVisible();
    await tabTo(page, copy);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Link copied')).toBeVisible();
    expect(await clipboard(page)).toBe(`${baseURL ?? ''}concepts/delegation/`);
    await expect(copy).toBeFocused();
  });
});

test('the theme is switched, its button says which, and keeps the focus', async ({ page }) => {
  await page.goto(PAGES.about);
  const theme = page.getByRole('button', { name: /^Theme/ });
  await tabTo(page, theme);
  for (const [key, name] of [
    ['Enter', 'Theme: light'],
    ['Space', 'Theme: dark'],
    ['Enter', 'Theme: system'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(theme).toHaveAccessibleName(name);
    await expect(theme).toBeFocused();
  }
});

test('a term opens its definition on focus, closes with Escape, and Enter goes to the concept', async ({
  page,
}) => {
  await page.goto(PAGES.lesson);
  const term = page.locator('concept-term').first();
  const definition = term.locator('[popover]');
  await tabTo(page, term.getByRole('link'));
  await expect(definition).toBeVisible();
  await expect(term.getByRole('link')).toHaveAccessibleDescription(/^Leadership shortage\. /i);
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(term.getByRole('link')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(definition).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(definition).toBeHidden();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/concepts\/leadership-shortage\/$/);
});

test('a receipt opens, Tab leads into its sources, and Escape gives the focus back', async ({ page }) => {
  await page.goto(PAGES.lesson);
  const receipt = page.locator('button.receipt').first();
  const open = page.locator('[popover]:popover-open');
  await tabTo(page, receipt);
  await page.keyboard.press('Enter');
  await expect(open).toContainText('As of');
  await page.keyboard.press('Tab');
  await expect(open.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(open).toHaveCount(0);
  await expect(receipt).toBeFocused();
  await page.keyboard.press('Space');
  await expect(open).toHaveCount(1);
  await page.keyboard.press('Space');
  await expect(open).toHaveCount(0);
});

test.describe('the tools of a table', () => {
  const radio = (page: Page, group: string, name: string) =>
    page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name, exact: true });

  /** Opens the table's page, and its tools. */
  async function openTools(page: Page): Promise<void> {
    await page.goto(PAGES.table);
    await tabTo(page, page.locator('.table-tools summary'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('group', { name: 'Focus', exact: true })).toBeVisible();
  }

  test('Focus and the filter are chosen with arrows and say what they did', async ({ page }) => {
    await openTools(page);
    await tabTo(page, radio(page, 'Focus', 'All sides'));
    await arrowTo(page, radio(page, 'Focus', 'Managing'));
    await expect(status(page)).toHaveText('Managing stands out.');
    await tabTo(page, radio(page, 'Rows about', 'Everything'));
    await arrowTo(page, radio(page, 'Rows about', 'Risk'));
    await expect(status(page)).toHaveText(/^\d+ of 14 rows shown\.$/);
    // Going on from the group leads to the next tool and not back to its start.
    await page.keyboard.press('Tab');
    await expect(radio(page, 'Cover and recall', 'Nothing')).toBeFocused();
  });

  test('a side is covered, and each row revealed where one stands', async ({ page }) => {
    await openTools(page);
    await tabTo(page, radio(page, 'Cover and recall', 'Nothing'));
    await arrowTo(page, radio(page, 'Cover and recall', 'Leading'));
    await expect(status(page)).toHaveText('14 cells are covered. Recall each, then show it.');
    const shows = page.getByRole('button', { name: /^Show: Leading, / });
    await expect(shows).toHaveCount(14);
    await tabTo(page, shows.first());
    await page.keyboard.press('Enter');
    const cell = page.locator('td[data-side=leading]').first();
    await expect(cell).toBeFocused();
    await expect(status(page)).toHaveText('Revealed. 13 still covered.');
    await tabTo(page, shows.first());
    await page.keyboard.press('Space');
    await expect(status(page)).toHaveText('Revealed. 12 still covered.');
  });

  test('Which is it? is played to its score, and closed where it was opened', async ({ page }) => {
    await openTools(page);
    const opener = page.getByRole('button', { name: 'Which is it?' });
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    const groups = page.locator('form.quiz fieldset');
    await expect(groups).toHaveCount(8);
    await expect(groups.first().getByRole('radio').first()).toBeFocused();
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('8 still to sort.');
    for (const group of await groups.all()) {
      await tabTo(page, group.getByRole('radio', { name: 'Leading' }));
      await page.keyboard.press('Space');
    }
    await tabTo(page, page.getByRole('button', { name: 'Check', exact: true }));
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('4 of 8 right. Each statement has its explanation.');
    await tabBackTo(page, opener);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('table')).toBeVisible();
    await expect(opener).toBeFocused();
  });

  test('a new round of Which is it? takes the focus along', async ({ page }) => {
    await openTools(page);
    await tabTo(page, page.getByRole('button', { name: 'Which is it?' }));
    await page.keyboard.press('Enter');
    await expect(page.locator('form.quiz')).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: 'New round' }));
    await page.keyboard.press('Enter');
    await expect(page.locator('form.quiz input').first()).toBeFocused();
  });

  test('the table and its embed code are copied, and a row’s address', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTools(page);
    await tabTo(page, page.getByRole('button', { name: 'Copy as Markdown' }));
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('Copied as Markdown: 14 rows.');
    await tabTo(page, page.getByRole('button', { name: 'Embed' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Copy the code' }));
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('Embed code copied.');
    expect(await clipboard(page)).toContain('<iframe');
    await tabTo(page, page.getByRole('link', { name: 'Link to the row Risk' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Link copied')).toBeVisible();
    expect(await clipboard(page)).toMatch(/#risk$/);
  });

  test('work in an embed too', async ({ page }) => {
    await page.goto(PAGES.embed);
    await tabTo(page, page.locator('.table-tools summary'));
    await page.keyboard.press('Space');
    await tabTo(page, radio(page, 'Focus', 'All sides'));
    await arrowTo(page, radio(page, 'Focus', 'Leading'));
    await expect(status(page)).toHaveText('Leading stands out.');
    await tabTo(page, page.getByRole('link', { name: 'Link to the row Risk' }));
    await tabTo(page, page.getByRole('link', { name: 'Blueprint & Build' }));
  });
});

test.describe('a question', () => {
  const question = (page: Page, kind: string) => page.locator(`check-question[data-kind=${kind}]`).first();

  for (const [kind, roles] of [
    ['single', 'radio'],
    ['sort', 'radio'],
    ['multiple', 'checkbox'],
  ] as const) {
    test(`of kind ${kind} is answered, and the feedback is said and reached`, async ({ page }) => {
      await page.goto('about/design/');
      const asked = question(page, kind);
      const check = asked.getByRole('button', { name: 'Check' });
      await tabTo(page, check);
      await page.keyboard.press('Enter');
      await expect(status(asked)).toHaveText('Choose an answer first.');
      const groups = kind === 'sort' ? await asked.locator('li fieldset').all() : [asked];
      for (const group of groups.toReversed()) {
        await tabBackTo(page, group.getByRole(roles).first());
        await page.keyboard.press('Space');
      }
      await tabTo(page, check);
      await page.keyboard.press('Enter');
      await expect(status(asked)).toHaveText(/^(Right|Not quite|\d of \d right)\. The feedback says why/);
      await expect(asked.locator('.answers li').first()).toBeVisible();
      await tabTo(page, asked.getByRole('link', { name: 'Read this again in the lesson' }));
    });
  }

  test('of kind recall wants an answer first, then shows the model', async ({ page }) => {
    await page.goto(PAGES.lesson);
    const asked = question(page, 'recall');
    const answer = asked.getByRole('textbox', { name: 'Your answer' });
    await tabTo(page, answer);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(status(asked)).toHaveText('Write your answer first, then compare.');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('What are we doing / what is it for');
    // A slash typed into an answer is a slash.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(status(asked)).toHaveText('Compare your answer with the points below.');
  });
});

test('a heading’s link copies its address, and is seen while it has the focus', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGES.lesson);
  const link = page.locator('h2 .anchor').first();
  await tabTo(page, link);
  await expect(link).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(status(page).filter({ hasText: 'Link copied' })).toBeVisible();
  expect(await clipboard(page)).toMatch(/#flawless-but-uninspired$/);
});

test('the contents of a lesson lead to a section, and the next Tab goes on from there', async ({ page }) => {
  await page.goto(PAGES.lesson);
  const link = page
    .getByRole('navigation', { name: 'In this lesson' })
    .getByRole('link', { name: 'This week' });
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#this-week$/);
  await expect(link).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Tab');
  await expect(page.locator('#this-week .anchor')).toBeFocused();
});

test('the parts of a drawing are reached one by one, each names its counterpart, and Enter follows it', async ({
  page,
}) => {
  await page.goto(PAGES['lesson with the house']);
  const parts = page.locator('#figure-house svg a');
  const count = await parts.count();
  await tabTo(page, parts.first());
  for (let index = 0; index < count; index += 1) {
    await expect(parts.nth(index)).toBeFocused();
    await expect(parts.nth(index).locator('.told').first()).toBeVisible();
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/compare\/architect-and-contractor\/#/);
});

test('a drawing’s words and data open by keyboard', async ({ page }) => {
  await page.goto(PAGES.figure);
  const summary = page.getByText('Described in words, and its data');
  await tabTo(page, summary);
  await page.keyboard.press('Enter');
  await expect(page.locator('.figure').getByRole('table')).toBeVisible();
});

test('a lesson is finished, resumed and forgotten', async ({ page }) => {
  await page.goto(PAGES.lesson);
  const finish = page.getByRole('button', { name: 'Mark this lesson as finished' });
  await tabTo(page, finish);
  await page.keyboard.press('Enter');
  await expect(status(page).filter({ hasText: 'Marked as finished' })).toBeVisible();
  await page.goto(PAGES.lessons);
  await tabTo(page, page.getByRole('link', { name: /^Resume/ }));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The button that was pressed is gone; the focus is on what it did.
  await expect(page.locator(':focus')).toContainText('Your progress in the lessons is forgotten');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/progress\/#your-data$/);
});
