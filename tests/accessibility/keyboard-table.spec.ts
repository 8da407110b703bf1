import { expect, test, type Page } from '@playwright/test';
import { arrowTo, status, tabBackTo, tabTo } from './keys.ts';
import { PAGES } from './pages.ts';
import { LEADING, MANAGING, SITE_NAME, word } from '../support/words.ts';

const TABLE = 'comparisons/in-practice.yaml';

test.describe('the tools of a table', () => {
  const side = (page: Page, group: string, name: string) =>
    page.getByRole('group', { name: group, exact: true }).getByRole('button', { name, exact: true });

  test('Focus and the filter are chosen by keyboard and announce the change', async ({ page }) => {
    await page.goto(PAGES.table);
    await tabTo(page, side(page, 'Focus', MANAGING));
    await page.keyboard.press('Space');
    await expect(status(page)).toHaveText(`${MANAGING} stands out.`);
    await expect(side(page, 'Focus', MANAGING)).toHaveAttribute('aria-pressed', 'true');
    await tabTo(page, page.getByRole('button', { name: 'More' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('radio', { name: 'Everything' }));
    await arrowTo(page, page.getByRole('radio', { name: word(TABLE, 'risk', 'label'), exact: true }));
    await expect(status(page)).toHaveText(/^\d+ of 14 rows shown\.$/);
    // Tab moves from the group to the next tool, not back to its start.
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeFocused();
  });

  test('a side is covered, and each row is revealed without moving the focus', async ({ page }) => {
    await page.goto(PAGES.table);
    await tabTo(page, side(page, 'Cover', LEADING));
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('14 cells are covered. Recall each, then show it.');
    const shows = page.getByRole('button', { name: new RegExp(`^Show: ${LEADING}, `) });
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

  test('Which is it? gives a score, and closing it returns the focus', async ({ page }) => {
    await page.goto(PAGES.table);
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
      await tabTo(page, group.getByRole('radio', { name: LEADING }));
      await page.keyboard.press('Space');
    }
    await tabTo(page, page.getByRole('button', { name: 'Check', exact: true }));
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('4 of 8 right. Each statement has its explanation.');
    await tabTo(page, page.getByRole('button', { name: 'New round' }));
    await page.keyboard.press('Enter');
    await expect(page.locator('form.quiz input').first()).toBeFocused();
    await tabBackTo(page, opener);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('table')).toBeVisible();
    await expect(opener).toBeFocused();
  });

  test('work in an embed too', async ({ page }) => {
    await page.goto(PAGES.embed);
    await tabTo(page, side(page, 'Focus', LEADING));
    await page.keyboard.press('Space');
    await expect(status(page)).toHaveText(`${LEADING} stands out.`);
    await tabTo(
      page,
      page.getByRole('link', { name: `Link to the row ${word(TABLE, 'risk', 'dimension')}` }),
    );
    await tabTo(page, page.getByRole('link', { name: SITE_NAME }));
  });
});
