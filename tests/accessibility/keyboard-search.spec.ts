import { expect, test, type Page } from '@playwright/test';
import { clipboard, status, tabTo } from './keys.ts';
import { PAGES } from './pages.ts';
import { section, term } from '../support/words.ts';

test.describe('search', () => {
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
  const box = (page: Page) => page.getByRole('searchbox', { name: 'Search in your own words' });

  test('opens with /, and arrows and Enter open a result', async ({ page }) => {
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

  test('Enter in the box opens the first result, and each result is one stop', async ({ page }) => {
    await page.goto(PAGES.about);
    await page.keyboard.press('/');
    await page.keyboard.type('delegation');
    await expect(status(dialog(page))).toHaveText(/for “delegation”\.$/);
    const links = dialog(page).locator('.search-result').getByRole('link');
    await tabTo(page, links.first());
    await page.keyboard.press('Tab');
    await expect(links.nth(1)).toBeFocused();
    await box(page).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/concepts\/delegation\/$/);
  });

  test('Enter right after the last letter waits for the result of what was typed', async ({ page }) => {
    await page.goto(PAGES.about);
    await page.keyboard.press('/');
    await page.keyboard.type('momentum', { delay: 0 });
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/momentum\/$/);
  });

  test('an input method keeps its arrows', async ({ page, context }) => {
    await page.goto('search/');
    await box(page).focus();
    const input = await context.newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'boss', selectionStart: 4, selectionEnd: 4 });
    await expect(status(page.getByRole('main'))).toHaveText(/results for “boss”/);
    await page.keyboard.press('ArrowDown');
    await expect(box(page)).toBeFocused();
    // Once the word is made, they are those of the search again.
    await input.send('Input.insertText', { text: 'boss' });
    await page.keyboard.press('ArrowDown');
    await expect(box(page)).not.toBeFocused();
  });

  test('opens by Tab and Enter, traps Tab, filters, and restores the focus on Escape', async ({ page }) => {
    await page.goto(PAGES.about);
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    await tabTo(page, opener);
    await page.keyboard.press('Enter');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('risk');
    await expect(status(dialog(page))).toHaveText(/results? for “risk”\.$/);
    await tabTo(page, dialog(page).getByRole('combobox', { name: 'Show' }));
    await page.keyboard.type('Comp');
    await expect(dialog(page).locator('.eyebrow').first()).toHaveText('Comparison row');
    await tabTo(page, dialog(page).getByRole('checkbox', { name: 'Open search with the / key' }));
    await tabTo(page, dialog(page).getByRole('button', { name: 'Close' }));
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(opener).toBeFocused();
  });

  test('a result on the same page moves the focus', async ({ page }) => {
    await page.goto(PAGES.lesson);
    await page.keyboard.press('Control+k');
    const heading = section('why-both', 'flawless-but-uninspired');
    await page.keyboard.type(heading);
    const result = dialog(page).getByRole('link', { name: heading, exact: true });
    await expect(result).toBeVisible();
    await tabTo(page, result);
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toBeHidden();
    await expect(page).toHaveURL(/#flawless-but-uninspired$/);
    await page.keyboard.press('Tab');
    await expect(page.locator('#flawless-but-uninspired + copy-link .anchor')).toBeFocused();
  });

  test('the link of a result is copied in the dialog, which announces it', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(PAGES.about);
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('delegation');
    await expect(status(dialog(page))).toHaveText(/for “delegation”\.$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect(
      dialog(page).getByRole('button', { name: `Copy link to ${term('delegation')}`, exact: true }),
    ).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(status(dialog(page)).filter({ hasText: 'Copied the link.' })).toBeVisible();
    expect(await clipboard(page)).toMatch(/\/concepts\/delegation\/$/);
  });

  test('the link of a result is copied', async ({ page, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('search/?q=delegation');
    const copy = page.getByRole('button', { name: `Copy link to ${term('delegation')}`, exact: true });
    await expect(copy).toBeVisible();
    await tabTo(page, page.getByRole('link', { name: term('delegation'), exact: true }).first());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Copied the link.')).toBeVisible();
    expect(await clipboard(page)).toBe(`${baseURL ?? ''}concepts/delegation/`);
    await expect(copy).toBeFocused();
  });
});
