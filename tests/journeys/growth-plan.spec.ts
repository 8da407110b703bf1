import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { arrowTo, tabTo } from '../accessibility/keys.ts';
import { axeInSchemes } from '../support/axe.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { LEADING, MANAGING, word } from '../support/words.ts';

const PAGE = 'tools/growth-plan/';
const stretch = (id: string): string => word('tools/stretches.yaml', id, 'title');
const WHY = stretch('g-weekly-why');
const MENTOR = stretch('g-mentor-plan');
const button = (place: Page | Locator, name: string | RegExp): Locator => place.getByRole('button', { name });
const plan = (page: Page): Locator => page.locator('.plan-editor');
const others = (page: Page): Locator => page.locator('.other-plans');
const week = (page: Page, number: number): Locator => page.getByRole('group', { name: `Week ${number}` });
const said = (page: Page): Locator => page.locator('[data-place="said"]');

async function planFirst(page: Page, id = 'g-weekly-why'): Promise<void> {
  await button(page.locator(`#${id}`), 'Plan this').click();
}

test('a reader picks a side and a stretch by keyboard, edits a step, and returns to it @base @all-engines @smoke', async ({
  page,
}) => {
  await page.goto(PAGE);
  const side = page.getByRole('group', { name: 'Side that is to grow' });
  await side.getByLabel(LEADING).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/#side=leading$/);
  await expect(page.locator('#g-names-and-dates')).toBeHidden();
  await button(page.locator('#g-weekly-why'), 'Plan this').press('Enter');
  await expect(page.getByRole('heading', { name: 'Your plan' })).toBeFocused();
  await expect(plan(page)).toContainText(`${WHY} · ${LEADING} · 0 of 4 done`);
  await expect(week(page, 1).getByLabel('If', { exact: true })).toHaveValue(/./);
  await week(page, 1).getByLabel('then').fill('tell the night crew who it helps');
  await week(page, 1).getByLabel('Done').focus();
  await page.keyboard.press('Space');
  await expect(plan(page)).toContainText('1 of 4 done');
  await page.reload();
  await expect(week(page, 1).getByLabel('then')).toHaveValue('tell the night crew who it helps');
  await expect(week(page, 1).getByLabel('Done')).toBeChecked();
});

for (const [kind, day] of [
  ['emptied', ''],
  ['of a year with five digits', '20266-01-05'],
] as const)
  test(`a day that is ${kind} is not taken, and the plan stays`, async ({ page }) => {
    await page.goto(PAGE);
    await button(page.locator('#g-weekly-why'), 'Plan this').press('Enter');
    const start = page.getByLabel('First week starts on');
    const before = await start.inputValue();
    await start.fill(day);
    await start.blur();
    await expect(start).toHaveValue(before);
    await page.reload();
    await expect(plan(page)).toContainText(WHY);
    await expect(start).toHaveValue(before);
  });

test('everything works with Tab, arrows and Enter', async ({ page }) => {
  await page.goto(PAGE);
  await tabTo(page, page.getByRole('radio', { name: 'Both' }));
  await arrowTo(page, page.getByRole('radio', { name: MANAGING }));
  await tabTo(page, page.getByRole('radio', { name: 'Any kind' }));
  await arrowTo(page, page.getByRole('radio', { name: 'Mentor' }));
  await expect(page.getByText('2 stretches to choose from.')).toBeVisible();
  await tabTo(page, button(page.locator('#g-mentor-plan'), 'Plan this'));
  await page.keyboard.press('Enter');
  for (const number of [1, 2, 3, 4]) {
    await tabTo(page, week(page, number).getByLabel('Done'));
    await page.keyboard.press('Space');
  }
  await expect(said(page)).toHaveText('All four steps are done. Finish the plan when you like.');
  await tabTo(page, button(page, 'Finish this plan'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your other plans' })).toBeFocused();
  await expect(others(page)).toContainText(`${MENTOR} · ${MANAGING} · 4 of 4 done`);
  expect(await axeInSchemes(page)).toEqual([]);
  await tabTo(page, button(others(page), /^Take up again/));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your plan' })).toBeFocused();
});

test('switching plans loses nothing', async ({ page }) => {
  await page.goto(PAGE);
  await planFirst(page);
  await week(page, 2).getByLabel('If', { exact: true }).fill('the bell rings');
  await planFirst(page, 'g-mentor-plan');
  await expect(said(page)).toHaveText(`Your plan is ready. "${WHY}" is put aside.`);
  expect(await axeInSchemes(page)).toEqual([]);
  await page.reload();
  await button(page, `Take up again: ${WHY}`).click();
  await expect(week(page, 2).getByLabel('If', { exact: true })).toHaveValue('the bell rings');
  await button(page, 'Put it aside').click();
  await expect(plan(page)).toBeHidden();
  await expect(others(page).getByRole('listitem')).toHaveCount(2);
  await button(page, `Delete: ${MENTOR}`).click();
  await expect(others(page).getByRole('listitem')).toHaveCount(1);
  await button(page, `Delete: ${WHY}`).click();
  await expect(others(page)).toBeHidden();
  await tabTo(page, button(page, 'Undo'));
  await page.keyboard.press('Enter');
  await expect(others(page)).toContainText(WHY);
  await page.reload();
  await button(page, `Take up again: ${WHY}`).click();
  await expect(week(page, 2).getByLabel('If', { exact: true })).toHaveValue('the bell rings');
});

test('the balance page can link to a side, and other pages to a stretch', async ({ page }) => {
  await page.goto(`${PAGE}#side=managing`);
  await expect(page.getByRole('radio', { name: MANAGING })).toBeChecked();
  await expect(page.locator('#g-weekly-why')).toBeHidden();
  await page.evaluate(() => {
    location.hash = '#g-weekly-why';
  });
  await expect(page.locator('#g-weekly-why')).toBeInViewport();
  await expect(page.getByRole('radio', { name: 'Both' })).toBeChecked();
});

test('a plan can be downloaded as calendar, one event a week, and as Markdown', async ({ page }) => {
  await page.goto(PAGE);
  await planFirst(page);
  await page.getByLabel('First week starts on').fill('2026-11-25');
  await expect(week(page, 2)).toContainText('From December 2, 2026');
  await page.getByLabel('Each').selectOption('Monday');
  await page.getByLabel('at', { exact: true }).fill('16:30');
  await week(page, 4).getByLabel('then').fill('ask *why* <b>');
  await week(page, 4).getByLabel('then').blur();
  const calendar = page.waitForEvent('download');
  await button(page, 'Calendar file (.ics)').click();
  const events = await readFile(await (await calendar).path(), 'utf8');
  expect(events.match(/DTSTART:\S+/g)).toEqual([
    'DTSTART:20261130T163000',
    'DTSTART:20261207T163000',
    'DTSTART:20261214T163000',
    'DTSTART:20261221T163000',
  ]);
  const markdown = page.waitForEvent('download');
  await button(page, 'Save as Markdown').click();
  const text = await readFile(await (await markdown).path(), 'utf8');
  expect(text).toContain(`# ${WHY}\n`);
  expect(text).toContain('then ask \\*why\\* \\<b\\>.');
});

test('only the plan is printed', async ({ page }) => {
  await page.addInitScript(() => {
    // The test triggers the print version itself.
    globalThis.print = () => undefined;
  });
  await page.goto(PAGE);
  await planFirst(page);
  await button(page, 'Print the plan').click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper-plan')).toBeVisible();
  await expect(page.locator('.paper-plan li')).toHaveCount(4);
  await expect(page.locator('.stretch').first()).toBeHidden();
  await expect(page.locator('.site-footer')).toBeHidden();
});

test('the browser’s print command has the plan before the list', async ({ page }) => {
  await page.goto(PAGE);
  await planFirst(page);
  await page.pdf();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper-plan li')).toHaveCount(4);
  await expect(page.locator('.paper-plan')).toBeVisible();
  await expect(page.locator('.stretch').first()).toBeVisible();
});

test('without JavaScript every stretch is listed by side, with its steps and sources @base', async ({
  page,
}) => {
  await withoutScripts(page);
  await page.goto(PAGE);
  await expect(page.locator('.stretch:visible')).toHaveCount(26);
  await expect(page.getByRole('heading', { name: 'To grow your managing' })).toBeVisible();
  await expect(page.locator('#g-weekly-why li')).toHaveCount(4);
  await expect(page.getByRole('button', { name: 'Plan this' })).toHaveCount(0);
  await expect(page.getByText('With JavaScript you could pick a stretch here')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('#g-weekly-why')).toBeVisible();
  await expect(page.locator('.stretch-filters')).toBeHidden();
});

test('a phone shows the first stretches of each side, and more on request or by address', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(PAGE);
  const leading = page.locator('.stretch-side[data-side=leading]');
  const all = await leading.locator('.stretch').count();
  await expect(leading.locator('.stretch:visible')).toHaveCount(4);
  await button(leading, 'Show more to grow your leading').press('Enter');
  await expect(leading.locator('.stretch:visible')).toHaveCount(all);
  await expect(leading.locator('.stretch').nth(4).locator('summary')).toBeFocused();
  const last = page.locator('.stretch').last();
  await expect(last).toBeHidden();
  await page.evaluate(
    (id) => {
      location.hash = id;
    },
    (await last.getAttribute('id')) ?? '',
  );
  await expect(last).toBeInViewport();
});

test.describe('in a region whose week begins on Monday', () => {
  test.use({ locale: 'de-DE' });

  test('the days of the week are in its order', async ({ page }) => {
    await page.goto(PAGE);
    await planFirst(page);
    const days = await page.getByLabel('Each').locator('option').allTextContents();
    expect([days[0], days[6]]).toEqual(['Monday', 'Sunday']);
    // The value of a day is that of `Date`, wherever the week begins.
    await expect(page.getByLabel('Each').locator('option').first()).toHaveAttribute('value', '1');
  });
});
