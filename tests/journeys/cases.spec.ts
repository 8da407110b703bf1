import { expect, test, type Page } from '@playwright/test';
import { axeInBothSchemes } from '../support/axe.ts';
import { withoutScripts } from '../support/without-scripts.ts';

const CASE = 'cases/ward-at-night/';
const seen = (page: Page) => page.locator('case-walk .scene:visible');
const choices = (page: Page) => seen(page).last().locator('.case-choice');
const heading = (page: Page) => seen(page).last().getByRole('heading', { level: 2 });

test('a reader decides three times by keyboard, sees what came of it, goes back and decides differently @base @engines @smoke', async ({
  page,
}) => {
  await page.goto(CASE);
  await expect(seen(page)).toHaveCount(1);
  for (let decision = 1; decision <= 3; decision += 1) {
    await choices(page).first().press('Enter');
    await expect(seen(page)).toHaveCount(decision + 1);
    await expect(heading(page)).toBeFocused();
  }
  await expect(page.locator('.ending:visible')).toContainText('What it cost:');
  await expect(page.getByRole('heading', { name: 'What each choice was' })).toBeVisible();
  const [first] = [await heading(page).textContent()];
  await page.goBack();
  await expect(seen(page)).toHaveCount(3);
  await choices(page).last().click();
  await expect(heading(page)).not.toHaveText(first ?? '');
  await page.getByRole('link', { name: 'Begin again' }).click();
  await expect(seen(page)).toHaveCount(1);
});

test('a way is shared by its address, and a broken one begins anew with a message', async ({
  page,
  context,
}) => {
  await page.goto(CASE);
  await choices(page).first().click();
  await choices(page).last().click();
  await expect(seen(page)).toHaveCount(3);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(seen(other)).toHaveCount(3);
  await other.goto('about:blank');
  await other.goto(`${page.url()}.no-such-choice`);
  await expect(seen(other)).toHaveCount(1);
  await expect(other.locator('case-walk').getByRole('status')).toContainText('you begin at the start');
});

test('the endings that a reader reached are kept with the rest of the data', async ({ page }) => {
  await page.goto(CASE);
  for (let decision = 0; decision < 3; decision += 1) await choices(page).first().click();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('bb:personal')))
    .toContain('"ward-at-night"');
});

test('with storage blocked a case can be worked through', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('Blocked.', 'SecurityError');
      },
    });
  });
  await page.goto(CASE);
  for (let decision = 0; decision < 3; decision += 1) await choices(page).first().click();
  await expect(page.locator('.ending:visible')).toHaveCount(1);
});

test('without JavaScript a case is a book of choices @base @engines', async ({ page }) => {
  await withoutScripts(page);
  await page.goto(CASE);
  expect(await seen(page).count()).toBeGreaterThan(5);
  await page.getByRole('link', { name: 'Eleven o’clock' }).first().click();
  await expect(page).toHaveURL(/#eleven$/);
  await expect(page.getByText('What it cost:').first()).toBeVisible();
});

for (const [state, decisions] of [
  ['at the start', 0],
  ['at its end', 3],
] as const)
  test(`axe finds nothing in a case ${state}`, async ({ page }) => {
    await page.goto(CASE);
    for (let decision = 0; decision < decisions; decision += 1) await choices(page).first().click();
    await expect(seen(page)).toHaveCount(decisions + 1);
    expect(await axeInBothSchemes(page)).toEqual([]);
  });
