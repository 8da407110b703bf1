import { expect, test, type Page } from '@playwright/test';
import { status, tabBackTo, tabTo } from './keys.ts';
import { PAGES } from './pages.ts';

test.describe('a question', () => {
  const question = (page: Page, kind: string) => page.locator(`check-question[data-kind=${kind}]`).first();

  for (const [kind, roles] of [
    ['single', 'radio'],
    ['sort', 'radio'],
    ['multiple', 'checkbox'],
  ] as const) {
    test(`of kind ${kind} is answered, and the feedback is announced and focused`, async ({ page }) => {
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
      await expect(status(asked)).toHaveText(/The feedback says why/);
      await expect(asked.locator('.answers li').first()).toBeVisible();
      await tabTo(page, asked.getByRole('link', { name: 'Read this again in the lesson' }));
    });
  }

  test('of kind recall asks for an answer first, then shows the model answer', async ({ page }) => {
    await page.goto(PAGES.lesson);
    const asked = question(page, 'recall');
    const answer = asked.getByRole('textbox', { name: 'Your answer' });
    await tabTo(page, answer);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(status(asked)).toHaveText('Write your answer first, then compare.');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('What are we doing / what is it for');
    // A slash typed into an answer does not open search.
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(status(asked)).toHaveText('Compare your answer with the points below.');
  });
});
