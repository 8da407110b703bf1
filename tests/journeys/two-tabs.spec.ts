import { expect, test, type Page } from '@playwright/test';
import { word } from '../support/words.ts';

/** Every tool in two tabs of one browser: each shows what the other changed, and an edit goes into what is shown. */

const start = (page: Page, id: string): Promise<void> =>
  page.locator(`#${id}`).getByRole('button', { name: 'Plan this' }).click();
const stretch = (id: string): string => word('tools/stretches.yaml', id, 'title');
const title = (page: Page) => page.locator('.plan-editor [data-place="plan-name"]');
const week = (page: Page) => page.getByRole('group', { name: 'Week 1' }).getByLabel('then');

test('an edit goes into the plan that a tab shows, whatever plan another tab made active', async ({
  page,
  context,
}) => {
  await page.goto('tools/growth-plan/');
  await start(page, 'g-weekly-why');
  const other = await context.newPage();
  await other.goto('tools/growth-plan/');
  await expect(title(other)).toContainText(stretch('g-weekly-why'));
  await start(other, 'g-mentor-plan');
  await week(other).fill('the words of the second tab');
  // The first tab lists the new plan and still shows its own.
  await expect(page.locator('.other-plans')).toContainText(stretch('g-mentor-plan'));
  await expect(title(page)).toContainText(stretch('g-weekly-why'));
  await week(page).fill('the words of the first tab');
  await page.getByRole('button', { name: 'Finish this plan' }).click();
  await expect(other.locator('.other-plans')).toContainText(stretch('g-weekly-why'));
  for (const tab of [page, other]) {
    await tab.reload();
    await expect(title(tab)).toContainText(stretch('g-mentor-plan'));
    await expect(week(tab)).toHaveValue('the words of the second tab');
  }
  await page.getByRole('button', { name: `Take up again: ${stretch('g-weekly-why')}` }).click();
  await expect(week(page)).toHaveValue('the words of the first tab');
});

test('a plan that another tab deleted does not come back', async ({ page, context }) => {
  await page.goto('tools/growth-plan/');
  await start(page, 'g-weekly-why');
  const other = await context.newPage();
  await other.goto('tools/growth-plan/');
  await other.getByRole('button', { name: 'Put it aside' }).click();
  await other.getByRole('button', { name: `Delete: ${stretch('g-weekly-why')}` }).click();
  await expect(page.locator('.plan-editor')).toBeHidden();
});

test('hours of a week, and their removal, show in both tabs', async ({ page, context }) => {
  await page.goto('tools/time-audit/');
  const other = await context.newPage();
  await other.goto('tools/time-audit/');
  await page
    .getByRole('spinbutton', { name: /, hours$/ })
    .first()
    .fill('20');
  await page.getByRole('button', { name: 'Show my week' }).click();
  await expect(other.locator('[data-weeks] tbody tr')).toHaveCount(1);
  await other
    .locator('[data-weeks]')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(page.locator('[data-earlier]')).toBeHidden();
});

test('a result of the balance tool shows in both tabs', async ({ page, context }) => {
  await page.goto('tools/balance/');
  const other = await context.newPage();
  await other.goto('tools/balance/');
  for (const field of await page.locator('.balance-form fieldset').all())
    await field.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Show where I stand' }).click();
  await expect(other.locator('.balance-history tbody tr')).toHaveCount(1);
});

test('answers begun in one tab are in the other, and are erased and brought back in both', async ({
  page,
  context,
}) => {
  await page.goto('tools/balance/');
  const other = await context.newPage();
  await other.goto('tools/balance/');
  await page.locator('.balance-form fieldset').first().getByRole('radio').nth(2).check();
  await expect(other.getByText('1 of 20 answered')).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(other.getByText('0 of 20 answered')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(other.getByText('1 of 20 answered')).toBeVisible();
});

test('a question card that one tab makes is listed in the other', async ({ page, context }) => {
  await page.goto('tools/questions/');
  const other = await context.newPage();
  await other.goto('tools/questions/');
  await page.locator('#card-title').fill('Monday with the night crew');
  await expect(other.locator('#card-choice')).toContainText('Monday with the night crew');
});

test('questions that one tab adds to the review count in the other', async ({ page, context }) => {
  await page.goto('review/');
  const other = await context.newPage();
  await other.goto('review/');
  const before = await other.locator('.review-today').innerText();
  await page.getByRole('button', { name: 'Add the questions of lesson 1', exact: true }).click();
  await expect(other.locator('.review-today')).not.toHaveText(before);
  await expect(other.locator('.review-today').getByRole('button', { name: /now$/ })).toBeVisible();
});

test('a lesson finished in one tab is finished in the other, whose button takes nothing back', async ({
  page,
  context,
}) => {
  const finish = (tab: Page) => tab.getByRole('button', { name: 'Mark this lesson as finished' });
  await page.goto('lessons/momentum/');
  await expect(finish(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto('lessons/momentum/');
  await finish(other).click();
  await expect(page.getByRole('button', { name: 'Mark as unread' })).toBeVisible();
  await expect(finish(page)).toHaveCount(0);
});

test('the list of lessons shows what another tab finishes, and still offers to undo', async ({
  page,
  context,
}) => {
  const finish = (tab: Page) => tab.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await page.goto('lessons/');
  const other = await context.newPage();
  await other.goto('lessons/momentum/');
  await finish(other);
  await expect(page.locator('[data-lesson=momentum]')).toContainText('Finished');
  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await other.goto('lessons/why-both/');
  await finish(other);
  await expect(page.locator('[data-lesson=why-both]')).toContainText('Finished');
  await page.getByRole('button', { name: 'Undo' }).click();
  for (const lesson of ['momentum', 'why-both'])
    await expect(page.locator(`[data-lesson=${lesson}]`)).toContainText('Finished');
});

test('hands that two tabs count, and where a walk was left, are the same in both', async ({
  page,
  context,
}) => {
  const hands = (tab: Page) => tab.locator('[data-place]:not([hidden]) .hands output').first();
  await page.goto('cases/ward-at-night/room/');
  const other = await context.newPage();
  await other.goto('cases/ward-at-night/room/');
  await page.keyboard.press('1');
  await expect(hands(other)).toHaveText('1');
  await other.keyboard.press('1');
  await expect(hands(page)).toHaveText('2');
  await page.goto('cases/ward-at-night/');
  await expect(page.getByRole('link', { name: 'Go on where you were' })).toBeHidden();
  await other.locator('[data-place]:not([hidden]) [data-take]').first().click();
  await expect(page.getByRole('link', { name: 'Go on where you were' })).toBeVisible();
});

test('answers that two tabs give in the same milliseconds are all kept', async ({ page, context }) => {
  const other = await context.newPage();
  const tabs = { one: page, two: other };
  for (const tab of Object.values(tabs)) await tab.goto('lessons/momentum/');
  const answer = async (name: string, tab: Page): Promise<void> =>
    tab.evaluate(async (prefix) => {
      const list = document.querySelector('keep-checks')?.parentElement;
      for (let index = 0; index < 150; index += 1) {
        const question = document.createElement('div');
        question.id = `q-${prefix}-${index}`;
        list?.append(question);
        question.dispatchEvent(new CustomEvent('answered', { bubbles: true, detail: { right: 1, of: 1 } }));
        await new Promise((next) => setTimeout(next, 2));
      }
    }, name);
  await Promise.all(Object.entries(tabs).map(([name, tab]) => answer(name, tab)));
  const kept = (): Promise<number> =>
    page.evaluate(
      () => Object.keys(JSON.parse(localStorage.getItem('bb:personal') ?? '{}').checks ?? {}).length,
    );
  await expect.poll(kept).toBe(300);
});

test('an answer given as the page is left is kept', async ({ page }) => {
  await page.goto('tools/growth-plan/');
  await start(page, 'g-weekly-why');
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[data-half="then"]');
    if (field === null) throw new Error('The plan has no field.');
    field.value = 'typed at the last moment';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    location.reload();
  });
  await expect(week(page)).toHaveValue('typed at the last moment');
});
