import { expect, test } from '@playwright/test';
import { clipboard, status, tabTo } from './keys.ts';
import { PAGES } from './pages.ts';
import { title } from '../support/words.ts';

// Journeys of keyboard users: every step is a key press.

test('the first Tab stop skips to the content', async ({ page }) => {
  await page.goto(PAGES.lesson);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  // The next stop is after the header, in the content.
  await expect(page.locator('main a:focus')).toHaveText('Home');
});

test('the theme switch shows the theme in its name, and stays focused', async ({ page }) => {
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

test('a term shows its definition on focus, hides it with Escape, and Enter goes to the concept', async ({
  page,
}) => {
  await page.setViewportSize({ width: 820, height: 900 });
  await page.goto(PAGES.lesson);
  const term = page.locator('a.term').first();
  const definition = page.locator('.margin').first();
  await tabTo(page, term);
  await expect(definition).toBeVisible();
  await expect(term).toHaveAccessibleDescription(
    new RegExp(`^${title('concepts/leadership-shortage')}\\. `, 'i'),
  );
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(term).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(definition).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(definition).toBeHidden();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/concepts\/leadership-shortage\/$/);
});

test('a receipt leads to its note in the margin, Tab to its sources, and Escape back', async ({ page }) => {
  await page.goto(PAGES.lesson);
  const receipt = page.locator('button.receipt').first();
  await tabTo(page, receipt);
  await page.keyboard.press('Enter');
  await expect(page.locator('.margin:focus')).toContainText('As of');
  await page.keyboard.press('Tab');
  await expect(page.locator('.margin').getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(receipt).toBeFocused();
});

test('without a margin a receipt opens in place, and Escape closes it', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 900 });
  await page.goto(PAGES.lesson);
  const receipt = page.locator('button.receipt').first();
  const open = page.locator('.margin.open');
  await tabTo(page, receipt);
  for (const key of ['Enter', 'Space'] as const) {
    await page.keyboard.press(key);
    await expect(open).toContainText('As of');
    await expect(receipt).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(open).toHaveCount(0);
  }
});

test('a heading’s link copies its address, and is visible while focused', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGES.lesson);
  const link = page.locator('h2 + copy-link .anchor').first();
  await tabTo(page, link);
  await expect(link).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(status(page).filter({ hasText: 'Copied the link.' })).toBeVisible();
  expect(await clipboard(page)).toMatch(/#flawless-but-uninspired$/);
});

test('the table of contents leads to a section, and Tab continues from there', async ({ page }) => {
  await page.goto(PAGES.lesson);
  const link = page
    .getByRole('navigation', { name: 'In this lesson' })
    .getByRole('link', { name: 'This week' });
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#this-week$/);
  await expect(link).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Tab');
  await expect(page.locator('#this-week + copy-link .anchor')).toBeFocused();
});

test('the parts of a drawing are reached one by one, with the names of their counterparts, and Enter follows their links', async ({
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

test('the description and data of a drawing open by keyboard', async ({ page }) => {
  await page.goto(PAGES.figure);
  const summary = page.getByText('Described in words, and its data');
  await tabTo(page, summary);
  await page.keyboard.press('Enter');
  await expect(page.locator('.figure').getByRole('table')).toBeVisible();
});

test('a lesson is finished, resumed and its progress deleted', async ({ page }) => {
  await page.goto(PAGES.lesson);
  const finish = page.getByRole('button', { name: 'Mark this lesson as finished' });
  await tabTo(page, finish);
  await page.keyboard.press('Enter');
  await expect(status(page).filter({ hasText: 'Marked as finished' })).toBeVisible();
  await page.goto(PAGES.lessons);
  await tabTo(page, page.getByRole('link', { name: /^Go on with lesson/ }));
  await tabTo(page, page.getByRole('button', { name: 'Forget my progress' }));
  await page.keyboard.press('Enter');
  // The pressed button is gone, so the focus is on the result.
  await expect(page.locator(':focus')).toContainText('Your progress in the lessons is forgotten');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/progress\/#your-data$/);
});
