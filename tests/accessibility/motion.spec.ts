import { expect, test, type Page } from '@playwright/test';
import { LONGEST, moving } from './motion.ts';
import { PAGES } from './pages.ts';

/** Opens parts that scripts add, to load their style sheets. */
async function openEverything(page: Page): Promise<void> {
  await page.goto(`${PAGES.table}?focus=leading`);
  await page.getByRole('button', { name: 'Which is it?' }).click();
  await expect(page.locator('form.quiz')).toBeVisible();
  // The keys of search are not those of a field.
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('boss');
  await expect(page.getByRole('dialog').locator('h3').first()).toBeVisible();
}

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves, with everything open', async ({ page }) => {
    await openEverything(page);
    expect(await moving(page)).toEqual([]);
  });
});

test.describe('without reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test(`no automatic motion takes longer than ${LONGEST} seconds, with everything open`, async ({ page }) => {
    await openEverything(page);
    expect((await moving(page)).filter(({ seconds }) => seconds > LONGEST)).toEqual([]);
  });

  test('only the progress line of a lesson moves with the scroll', async ({ page }) => {
    await page.goto(PAGES.lesson);
    expect(await moving(page)).toEqual([{ what: 'div.reading', seconds: 0, scroll: true }]);
  });
});
