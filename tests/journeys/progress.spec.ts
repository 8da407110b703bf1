import { expect, test } from '@playwright/test';
import { tabBackTo, tabTo } from '../accessibility/keys.ts';
import { axeInSchemes } from '../support/axe.ts';
import { button, come, HERE, MOMENT, stored } from '../support/progress-page.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { title } from '../support/words.ts';

test('the page shows what was read, checked, practiced and is due @base @all-engines @smoke', async ({
  page,
}) => {
  await come(page);
  await expect(page.getByText('1 of 10 lessons finished, 1 begun.')).toBeVisible();
  await expect(page.locator('[data-lesson=what-management-is]')).toContainText(
    '✓ finished November 20, 2026',
  );
  await expect(page.locator('[data-lesson=momentum]')).toContainText('not begun');
  await expect(page.getByText('2 questions answered: 4 of 6 answers right')).toBeVisible();
  await expect(page.locator('[data-tool=balance]')).toContainText('used once');
  await expect(page.locator('[data-tool=growthPlan]')).toContainText('not used yet');
  await expect(page.getByText('1 question due now.')).toBeVisible();
  await page.getByRole('link', { name: `Resume 3. ${title('lessons/why-both')}` }).click();
  await expect(page).toHaveURL(/\/lessons\/why-both\/#side-by-side$/);
});

test('a lesson that is opened at a heading keeps that place without a scroll', async ({ page }) => {
  await page.goto('lessons/why-both/#side-by-side');
  await expect(page.locator('lesson-toc a[aria-current]')).toHaveAttribute('href', '#side-by-side');
  await page.goto('progress/');
  await expect(page.getByRole('link', { name: `Resume 3. ${title('lessons/why-both')}` })).toHaveAttribute(
    'href',
    /\/lessons\/why-both\/#side-by-side$/,
  );
});

test('the step of a finished lesson is asked about a day later, and what happened is kept', async ({
  page,
}) => {
  await come(page);
  await page.goto('review/');
  const step = page.locator('step-report');
  await expect(step).toContainText(`From the lesson ${title('lessons/what-management-is')}: If `);
  await step.getByRole('button', { name: 'Keep this' }).click();
  await expect(step.getByRole('status')).toBeEmpty();
  await step.getByLabel('In part').check();
  await step.getByLabel('What happened?').fill('Two of us said <b>when</b>.');
  await step.getByRole('button', { name: 'Keep this' }).click();
  await expect(step.getByRole('status')).toHaveText('Kept on this device.');
  expect(await axeInSchemes(page)).toEqual([]);
  await page.goto('progress/');
  await expect(page.getByText('You kept 1 report:')).toBeVisible();
  await expect(page.locator('[data-steps] li')).toContainText(
    new RegExp(`${title('lessons/what-management-is')}\\s*In part, .*<b>when</b>`, 's'),
  );
  await page.goto('review/');
  await expect(step).toBeHidden();
});

test('what another tab remembers shows at once', async ({ page, context }) => {
  await page.goto('progress/');
  await expect(page.getByText('0 of 10 lessons finished')).toBeVisible();
  const other = await context.newPage();
  await other.goto('lessons/why-both/');
  await other.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await expect(page.locator('[data-lesson=why-both]')).toContainText('✓ finished');
});

test('what a full storage refused is stored with the next change', async ({ page }) => {
  await page.goto('lessons/why-both/');
  const finish = page.getByRole('button', { name: 'Mark this lesson as finished' });
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    addEventListener('room', () => (Storage.prototype.setItem = setItem));
  });
  await finish.click();
  await expect(page.getByText('This browser does not let us remember that.')).toBeVisible();
  await page.evaluate(() => {
    dispatchEvent(new Event('room'));
    localStorage.setItem(
      'bb:personal',
      JSON.stringify({ version: 1, lessons: {}, cards: ['of another tab'] }),
    );
  });
  await page.locator('#check-yourself').scrollIntoViewIfNeeded();
  await expect
    .poll(() => stored(page))
    .toMatchObject({ lessons: { 'why-both': { finished: expect.any(String) } }, cards: ['of another tab'] });
});

for (const format of ['A4', 'Letter'] as const) {
  test(`the record of the whole course is one sheet of ${format}, with a name that is not kept`, async ({
    page,
  }) => {
    const links = page.locator('[data-lesson] > a');
    await page.goto('progress/');
    const titles = await links.allTextContents();
    const lessons = Object.fromEntries(
      titles.map((title, index) => [`lesson-${index}`, { title: title.trim(), finished: MOMENT }]),
    );
    await come(page, { ...HERE, lessons });
    await page.evaluate(() => {
      globalThis.print = () => document.body.toggleAttribute('data-printed', true);
    });
    await tabTo(page, page.getByLabel('Your name, if it should be on the sheet'));
    await page.keyboard.type('Ada <b>Lovelace</b>');
    await page.keyboard.press('Enter');
    await expect(page.locator('body')).toHaveAttribute('data-printed');
    const sheet = page.getByRole('article', { name: 'Record of my own learning' });
    await expect(sheet).toContainText('Ada <b>Lovelace</b>');
    await expect(sheet).toContainText(`Lessons finished: ${titles.length} of ${titles.length}`);
    await expect(sheet.getByRole('listitem').first()).toContainText('November 20, 2026');
    await expect(sheet).toContainText('4 of 6 answers were right at the last try.');
    await expect(sheet).toContainText('It is not an examination, and nobody checked it.');
    expect(JSON.stringify(await stored(page))).not.toContain('Lovelace');

    await page.emulateMedia({ media: 'print' });
    await expect(sheet).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
    await expect(page.locator('.your-data')).toBeHidden();
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.reload();
    await expect(page.locator('#record-name')).toHaveValue('');
  });
}

test('without scripts the page leads to lessons and tools, and says what it would show', async ({ page }) => {
  await withoutScripts(page);
  await page.goto('progress/');
  await expect(page.locator('progress-overview noscript p')).toContainText(
    'With JavaScript, this page shows',
  );
  await expect(page.getByRole('link', { name: title('lessons/momentum') })).toBeVisible();
  await expect(page.locator('.your-data noscript p')).toContainText('need JavaScript');
  await expect(page.locator('personal-data')).toBeHidden();
  await expect(page.locator('.record-sheet')).toBeHidden();
});

test('one comes back from the question about erasing with Tab, too', async ({ page }) => {
  await come(page);
  await button(page, 'Erase everything').click();
  await tabBackTo(page, button(page, 'Export as a file'));
  expect(await stored(page)).toEqual(HERE);
});
