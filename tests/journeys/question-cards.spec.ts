import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { cardFragment } from '../../src/practice/questions/card.ts';
import { tabBackTo, tabTo } from '../accessibility/keys.ts';
import { axeInSchemes } from '../support/axe.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { LEADING, word } from '../support/words.ts';

const PAGE = 'tools/questions/';
const asks = (id: string, half: 'what' | 'why'): string => word('tools/prompts.yaml', id, half);
const WHAT = asks('p-stuck', 'what');
const WHY = asks('p-stuck', 'why');
const pair = (page: Page, id: string): Locator => page.locator(`#${id}`);
const button = (place: Page | Locator, name: string | RegExp): Locator => place.getByRole('button', { name });
const said = (page: Page): Locator => page.locator('.card-maker [role="status"]');
const onCard = (page: Page): Locator => page.locator('#card-questions > li');

const SHARED = {
  title: 'Friday review',
  questions: [
    { side: 'leading' as const, text: 'Whose day is better because of this work?' },
    { side: 'own' as const, text: '<img src=x onerror=alert(1)> What now?' },
  ],
};

async function addFirst(page: Page, id = 'p-stuck'): Promise<void> {
  await button(pair(page, id), 'Add to my card').click();
}

test('a reader turns a pair, builds a card by keyboard and finds it again @base @engines @smoke', async ({
  page,
}) => {
  await page.goto(PAGE);
  const stuck = pair(page, 'p-stuck');
  await expect(stuck.getByText(WHAT)).toBeVisible();
  await expect(stuck.getByText(WHY)).toBeHidden();
  await button(stuck, 'Turn to the why').focus();
  await page.keyboard.press('Enter');
  await expect(stuck.getByText(`${LEADING} asks why`)).toBeVisible();
  await expect(stuck.getByText(WHAT)).toBeHidden();
  await expect(button(stuck, 'Turn to the what')).toBeFocused();
  await button(stuck, 'Add to my card').press('Enter');
  await expect(page.getByText('Added to "My question card": 1 of 8.')).toBeVisible();
  await page.getByLabel('Title').fill('Monday talk');
  await page.getByLabel('A question of your own').fill('How was the night shift?');
  await page.keyboard.press('Enter');
  await expect(onCard(page)).toContainText([WHY, 'How was the night shift?']);
  await page.reload();
  await expect(page.getByLabel('Title')).toHaveValue('Monday talk');
  await expect(onCard(page)).toHaveCount(2);
});

test('the whole way works with Tab and Enter alone, and the focus is never lost', async ({ page }) => {
  await page.goto(PAGE);
  await tabTo(page, page.locator('a[href="#stand-up"]'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#stand-up$/);
  await expect(page.locator('.pair:visible')).toHaveCount(6);
  await tabTo(page, button(pair(page, 'p-today'), 'Turn to the why'));
  await page.keyboard.press('Space');
  await tabTo(page, button(pair(page, 'p-today'), 'Add to my card'));
  await page.keyboard.press('Enter');
  await tabTo(page, button(pair(page, 'p-slowed'), 'Add to my card'));
  await page.keyboard.press('Enter');
  const up = button(onCard(page).nth(1), /^Up/);
  await tabTo(page, up);
  await page.keyboard.press('Enter');
  await expect(onCard(page).first()).toContainText(asks('p-slowed', 'what'));
  expect(await axeInSchemes(page)).toEqual([]);
  await expect(button(onCard(page).first(), /^Up/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(onCard(page).first()).toContainText(asks('p-slowed', 'what'));
  await tabTo(page, button(onCard(page).first(), /^Remove/));
  await page.keyboard.press('Enter');
  await expect(onCard(page)).toHaveCount(1);
  await expect(button(onCard(page).first(), /^Remove/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#card-questions')).toBeFocused();
  await tabBackTo(page, button(page, 'New card'));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title')).toBeFocused();
});

test('the bank holds the table of questions too, and an address shows its pair', async ({ page }) => {
  await page.goto(`${PAGE}#any-work`);
  await expect(page.locator('.pair:visible')).toHaveCount(7);
  await page.evaluate(() => {
    location.hash = '#p-next-move';
  });
  await expect(pair(page, 'p-next-move')).toBeInViewport();
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await expect(page.locator('.pair:visible')).toHaveCount(49);
});

test('a card is full at eight, asks nothing twice, and another can be begun', async ({ page }) => {
  await page.goto(PAGE);
  await addFirst(page);
  await addFirst(page);
  await expect(page.getByText('This question is on the card already.')).toBeVisible();
  for (let number = 2; number <= 9; number += 1) {
    await page.getByLabel('A question of your own').fill(`Question ${number}?`);
    await page.keyboard.press('Enter');
  }
  await expect(said(page)).toContainText('This card is full');
  await expect(onCard(page)).toHaveCount(8);
  await button(page, 'New card').click();
  await addFirst(page);
  await expect(onCard(page)).toHaveCount(1);
  await expect(page.getByLabel('Card', { exact: true }).locator('option')).toHaveCount(2);
  await button(page, 'Delete this card').click();
  await expect(onCard(page)).toHaveCount(8);
  await button(page, 'Undo').click();
  await expect(onCard(page)).toHaveCount(1);
  await expect(page.getByLabel('Card', { exact: true }).locator('option')).toHaveCount(2);
});

test('a card goes into the calendar, at the time of its meeting', async ({ page }) => {
  await page.goto(PAGE);
  await button(page, 'Calendar reminder (.ics)').click();
  await expect(said(page)).toHaveText('Put a question on the card first.');
  await addFirst(page);
  await button(page, 'Calendar reminder (.ics)').click();
  await expect(said(page)).toHaveText('Choose the day and the time of the meeting first.');
  await page.getByLabel('Day', { exact: true }).fill('2026-11-30');
  await page.getByLabel('Time', { exact: true }).fill('09:15');
  const download = page.waitForEvent('download');
  await button(page, 'Calendar reminder (.ics)').click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain('DTSTART:20261130T091500');
  expect(file.replaceAll('\r\n ', '')).toContain(`1. ${WHAT} (managing)`);
});

test('a shared card is looked at first, and kept beside the own ones only on request @all-engines', async ({
  page,
}) => {
  await page.goto(PAGE);
  await addFirst(page);
  await page.goto('about/');
  await page.goto(PAGE + cardFragment(SHARED));
  const shared = page.locator('.shared-card');
  await expect(shared.getByRole('heading', { name: 'Friday review' })).toBeVisible();
  await expect(shared.getByText('<img src=x onerror=alert(1)> What now?')).toBeVisible();
  await expect(shared.locator('img')).toHaveCount(0);
  await expect(page.getByLabel('Card', { exact: true }).locator('option')).toHaveCount(1);
  await button(shared, 'Keep this card').click();
  await expect(shared).toBeHidden();
  await expect(page).not.toHaveURL(/#card/);
  await expect(page.getByLabel('Title')).toBeFocused();
  await expect(page.getByLabel('Title')).toHaveValue('Friday review');
  await expect(page.getByLabel('Card', { exact: true }).locator('option')).toHaveText([
    'Friday review',
    'My question card',
  ]);
});

test('a link that was cut off gets a message and loses nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(PAGE);
  await addFirst(page);
  await page.goto('about/');
  await page.goto(`${PAGE}#card=eyJ0aXRsZSI6`);
  await expect(page.getByText('This link holds no card that we can read.')).toBeVisible();
  await expect(button(page, 'Keep this card')).toHaveCount(0);
  await button(page.locator('.shared-card'), 'Close').click();
  await expect(onCard(page)).toHaveCount(1);
  expect(errors).toEqual([]);
});

test('axe finds nothing in the question cards with a broken link', async ({ page }) => {
  await page.goto(`${PAGE}#card=x`);
  await expect(page.locator('.shared-card')).toBeVisible();
  expect(await axeInSchemes(page)).toEqual([]);
});

test('the link of a card leads to that card, and copies are what is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(PAGE);
  await addFirst(page);
  await button(page, 'Copy a link to this card').click();
  await expect(said(page)).toHaveText('Copied the link.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await button(page, 'Copy as text').click();
  await expect(said(page)).toHaveText('Copied the card.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `My question card\n\n1. ${WHAT} (managing)\n`,
  );
  await button(page, 'Copy the form as text').click();
  await expect(page.getByText('Copied the form.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('( ) Almost always');
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.locator('.shared-card')).toContainText(WHAT);
  expect(await axeInSchemes(other)).toEqual([]);
});

test('only the card, or only the form, comes on paper', async ({ page }) => {
  await page.addInitScript(() => {
    // The paper is made when the test says so.
    globalThis.print = () => undefined;
  });
  await page.goto(PAGE);
  await addFirst(page);
  await button(page, 'Print the card').click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.paper-card')).toContainText(WHAT);
  await expect(page.locator('.paper-card')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.locator('.team-feedback')).toBeHidden();
  await expect(page.locator('.site-footer')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await button(page, 'Print the form').click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.team-feedback .sheet')).toBeVisible();
  await expect(page.getByText('nobody is truly anonymous')).toBeHidden();
  await expect(page.locator('.paper-card')).toBeHidden();
});

test('without JavaScript both halves and the form are there, and situations are links @base', async ({
  page,
}) => {
  await withoutScripts(page);
  await page.goto(PAGE);
  const stuck = pair(page, 'p-stuck');
  await expect(stuck.getByText(WHAT)).toBeVisible();
  await expect(stuck.getByText(WHY)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add to my card' })).toHaveCount(0);
  await expect(page.getByText('Building a card needs JavaScript.')).toBeVisible();
  const situation = page.locator('.situations a').last();
  await situation.click();
  await expect(page.getByRole('heading', { name: await situation.innerText() })).toBeInViewport();
  await page.getByText('As plain text for any form tool').click();
  await expect(page.getByLabel('The form as plain text')).toHaveValue(/\( \) Not yet/);
});

test('on a phone one situation is shown at first, and what is chosen is in sight', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(PAGE);
  await expect(page.locator('.situation:visible')).toHaveCount(1);
  const first = page.locator('.pair:visible').first();
  await expect(first.getByText('On your card')).toBeHidden();
  await button(first, 'Add to my card').click();
  await expect(first.getByText('On your card')).toBeVisible();
  const open = page.getByRole('link', { name: 'Your card: 1 of 8' });
  await expect(open).toBeInViewport();
  await open.click();
  await expect(page.getByRole('heading', { name: 'Your card' })).toBeInViewport();
  // Every situation can be read whole.
  for (const link of await page.locator('.situations a').all()) {
    const box = await link.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(320);
  }
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await expect(page.locator('.pair:visible')).toHaveCount(49);
});
