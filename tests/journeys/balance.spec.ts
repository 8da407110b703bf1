import { expect, test, type Locator, type Page } from '@playwright/test';
import { arrowTo, tabTo } from '../accessibility/keys.ts';
import { axeInSchemes } from '../support/axe.ts';
import { encodeScores } from '../../src/practice/balance/code.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { LEADING, term } from '../support/words.ts';

/** Journeys of the balance tool, for single readers and teams. */

const PATH = 'tools/balance/';
const form = (page: Page): Locator => page.locator('.balance-form');
const groups = (page: Page): Locator => form(page).getByRole('group');
const show = (page: Page): Locator => page.getByRole('button', { name: 'Show where I stand' });
const heading = (page: Page): Locator => page.getByRole('heading', { name: /^Where you stood/ });
const rows = (page: Page): Locator => page.locator('.balance-history tbody tr');

/** Answers every statement: one frequency for each side. */
async function answer(page: Page, leading: string, managing: string): Promise<void> {
  for (const [side, frequency] of [
    ['leading', leading],
    ['managing', managing],
  ]) {
    const choices = form(page)
      .locator(`fieldset[data-side=${side}]`)
      .getByLabel(frequency ?? '', { exact: true });
    for (const choice of await choices.all()) await choice.check();
  }
}

async function finish(page: Page, leading: string, managing: string): Promise<void> {
  await answer(page, leading, managing);
  await show(page).click();
  await expect(heading(page)).toBeFocused();
}

test('twenty answers by mouse give two scores, a dot, lessons and a step to plan @base @engines @smoke', async ({
  page,
}) => {
  await page.goto(PATH);
  await expect(groups(page)).toHaveCount(20);
  await finish(page, 'Once', 'Most days');
  const result = page.locator('.balance-result');
  await expect(result.locator('[data-score=leading]')).toHaveText('25 of 100');
  await expect(result.locator('[data-score=managing]')).toHaveText('75 of 100');
  await expect(result).toContainText('you did more managing than leading');
  await expect(result.locator('[data-state]:visible')).toHaveText(
    new RegExp(`^\\s*${term('stagnation')}\\.`),
  );
  await expect(result.locator('.balance-dots circle')).toHaveCount(1);
  // Ten leading acts were rare, in more lessons than three.
  const lessons = result.locator('.balance-next > ul > li > a');
  await expect(lessons).toHaveCount(3);
  await expect(lessons.first()).toHaveText(/^Lesson \d+: /);
  await expect(lessons.first()).toHaveAttribute('href', /\/lessons\/[a-z-]+\/$/);
  const plan = result.getByRole('link', { name: /^Plan one step/ });
  await expect(plan).toHaveCount(1);
  await expect(plan).toHaveAttribute('href', /\/tools\/growth-plan\/#side=leading$/);
  await expect(result.locator('.balance-code-text')).toHaveText(encodeScores([25, 75]));
});

test('everything works by keyboard: answering, the message about missing answers, the result', async ({
  page,
}) => {
  await page.goto(PATH);
  const twoOrThreeTimes = async (): Promise<void> => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
  };
  await tabTo(page, groups(page).first().getByLabel('Not at all'));
  // All but the second and the last one.
  for (let index = 0; index < 20; index += 1) {
    if (index !== 1 && index !== 19) await twoOrThreeTimes();
    if (index < 19) await page.keyboard.press('Tab');
  }
  await expect(form(page)).toContainText('18 of 20 answered');
  await page.keyboard.press('Enter');
  await expect(form(page).getByRole('status')).toHaveText('2 statements have no answer yet: 2 and 20.');
  const second = groups(page).nth(1);
  await expect(second.getByLabel('Not at all')).toBeFocused();
  await expect(second).toHaveAccessibleName(/No answer yet\.$/);
  expect(await axeInSchemes(page)).toEqual([]);
  await arrowTo(page, second.getByLabel('Two or three times'));
  await expect(second).not.toContainText('No answer yet');
  await tabTo(page, groups(page).nth(19).getByLabel('Not at all'));
  await twoOrThreeTimes();
  await tabTo(page, show(page));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await expect(page.locator('.balance-result')).toContainText('about as much of both');
  await expect(page.locator('.balance-none-rare')).toBeVisible();
  // Equal sides: both steps are offered.
  await expect(page.getByRole('link', { name: /^Plan one step/ })).toHaveCount(2);
  await tabTo(page, page.getByRole('button', { name: 'Answer again' }));
  await page.keyboard.press('Enter');
  await expect(form(page).getByRole('radio').first()).toBeFocused();
  await expect(form(page).getByRole('radio', { checked: true })).toHaveCount(0);
});

test('each start has a random order, and without scripts it is the order of the file', async ({ page }) => {
  const order = (): Promise<string[]> => groups(page).evaluateAll((all) => all.map(({ id }) => id));
  await page.goto(PATH);
  const first = await order();
  await expect(groups(page).first()).toHaveAccessibleName(/^1\. /);
  await page.reload();
  // The probability of the same order of twenty statements is 1 in 10^18.
  expect(await order()).not.toEqual(first);
  expect((await order()).sort()).toEqual([...first].sort());
  await withoutScripts(page);
  await page.goto(PATH);
  expect((await order())[0]).toBe('s-said-why');
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Add up the score by hand' })).toBeVisible();
  await expect(page.locator('.balance-result')).toBeHidden();
  await expect(page.locator('.balance-team')).toBeHidden();
});

test('a reload loses no answer and does not change the order; starting over can be undone', async ({
  page,
}) => {
  await page.goto(PATH);
  await groups(page).nth(0).getByLabel('Every day').check();
  await groups(page).nth(7).getByLabel('Once').check();
  await expect(form(page)).toContainText('Your answers are kept in this browser');
  const names = await form(page).locator('legend').allTextContents();
  await page.reload();
  await expect(form(page)).toContainText('Your answers are still here');
  expect(await form(page).locator('legend').allTextContents()).toEqual(names);
  await expect(groups(page).nth(0).getByLabel('Every day')).toBeChecked();
  await expect(groups(page).nth(7).getByLabel('Once')).toBeChecked();
  const startOver = page.getByRole('button', { name: 'Start over' });
  await startOver.click();
  await expect(form(page).getByRole('radio', { checked: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(groups(page).nth(0).getByLabel('Every day')).toBeChecked();
  expect(await form(page).locator('legend').allTextContents()).toEqual(names);
  await startOver.click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await tabTo(page, undo);
  await expect(form(page).getByRole('radio', { checked: true })).toHaveCount(0);
  await page.reload();
  await expect(form(page)).toContainText('0 of 20 answered');
});

test('answers over time: a chart and a table, whose results can be shown again or deleted', async ({
  page,
}) => {
  await page.goto(PATH);
  await finish(page, 'Once', 'Once');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator('.balance-chart')).toBeHidden();
  await page.getByRole('button', { name: 'Answer again' }).click();
  await finish(page, 'Every day', 'Once');
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await expect(
    page.getByRole('img', { name: new RegExp(`^Both scores over 2 times.*${LEADING} 100 of 100`) }),
  ).toBeVisible();
  await expect(rows(page).nth(0).getByRole('cell').nth(2)).toHaveText('Chaos');
  await rows(page).nth(1).getByRole('button', { name: /^Show/ }).click();
  await expect(page.locator('[data-score=leading]')).toHaveText('25 of 100');
  expect(await axeInSchemes(page)).toEqual([]);
  await rows(page)
    .nth(0)
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(rows(page)).toHaveCount(1);
  await tabTo(page, page.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(2);
  for (let left = 1; left >= 0; left -= 1) {
    await rows(page)
      .nth(0)
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect(rows(page)).toHaveCount(left);
  }
  await expect(page.getByRole('heading', { name: 'Your answers over time' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.reload();
  await expect(rows(page)).toHaveCount(0);
});

test('old answers are scored by the current statements', async ({ page }) => {
  await page.addInitScript(() => {
    const answers = { 's-said-why': 4, 's-gone': 0, 's-name-date': 2 };
    const balance = { results: [{ at: '2025-03-01T09:30:00.000Z', answers }] };
    localStorage.setItem('bb:personal', JSON.stringify({ version: 1, lessons: {}, balance }));
  });
  await page.goto(PATH);
  await expect(rows(page)).toHaveText([/Mar 1, 2025.*\(2 of 20 statements\)\s*100\s*50\s*Momentum/]);
  await expect(page.locator('.balance-rescored')).toBeVisible();
});

test('a team: each member gets a code, and codes give a spread and a link that contains them', async ({
  page,
}) => {
  await page.goto(`${PATH}#team`);
  await expect(page.locator('#team')).toContainText('Each person answers alone');
  await finish(page, 'Once', 'Most days');
  const code = (await page.locator('.balance-code-text').textContent()) ?? '';
  // Visitors of the team's link see the code first.
  await expect(page.locator('.balance-verdict + .balance-code')).toBeVisible();

  await page.goto(`${PATH}#spread`);
  await expect(page.getByRole('heading', { name: 'See a team’s spread' })).toBeFocused();
  // The link that skips to the content leads to no other view.
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await expect(page.getByRole('button', { name: 'Show the spread' })).toBeVisible();
  const codes = page.getByLabel('Codes, one a line or parted by spaces');
  await tabTo(page, codes);
  const other = encodeScores([80, 60]);
  await codes.fill(`${code}\n${code.toLowerCase()} ${other}\nBB-2222X <b>me</b>`);
  await tabTo(page, page.getByRole('button', { name: 'Show the spread' }));
  await page.keyboard.press('Enter');
  const status = page.locator('.balance-team-status');
  await expect(status).toHaveText(
    '3 codes read. Not a code, and skipped: “BB-2222X” and “<b>me</b>”. Check for a typing slip.',
  );
  const spread = page.locator('.balance-spread');
  await expect(spread).toContainText('3 people: 1 in momentum, 0 in chaos, 2 in stagnation, 0 in drift.');
  await expect(spread.locator('circle')).toHaveCount(2);
  await expect(spread.locator('.balance-dots text')).toHaveText('2');
  await expect(spread.locator('tbody tr').first()).toHaveText(/\s25\s*25\s*80/);
  await expect(spread.locator('tbody tr').nth(1)).toHaveText(/\s75\s*60\s*75/);
  await spread.getByText('All dots in numbers').click();
  expect(await axeInSchemes(page)).toEqual([]);

  // The address contains the codes, so that reloads and links show the same picture.
  expect(new URL(page.url()).hash).toBe(`#codes=${code}.${code}.${other}`);
  await page.reload();
  await expect(status).toHaveText('3 codes read.');
  await expect(spread.locator('circle')).toHaveCount(2);
  // So does the link to the picture, wherever on the page the reader went in between.
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
  await page.evaluate(() => {
    navigator.clipboard.writeText = (text) =>
      Promise.resolve(document.body.setAttribute('data-copied', text));
  });
  await page.getByRole('link', { name: 'Copy a link to this picture' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-copied', /#codes=BB-/);
  await page.getByRole('link', { name: 'Back to the statements' }).click();
  await expect(form(page)).toBeVisible();
  await expect(form(page).getByRole('radio').first()).toBeFocused();
});

test('a link with codes that cannot be read shows a message, and a started run is not lost', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(PATH);
  await groups(page).nth(3).getByLabel('Once').check();
  const names = await form(page).locator('legend').allTextContents();
  await page.goto('about/');
  await page.goto(`${PATH}#codes=%E0%A4%A${'A.'.repeat(20_000)}`);
  await expect(page.locator('.balance-team-status')).toHaveText(/^No right code was found\./);
  expect((await page.locator('.balance-team-status').textContent())?.length).toBeLessThan(500);
  await expect(page.locator('.balance-spread')).toBeHidden();
  await page.getByRole('link', { name: 'Back to the statements' }).click();
  await expect(groups(page).nth(3).getByLabel('Once')).toBeChecked();
  expect(await form(page).locator('legend').allTextContents()).toEqual(names);
  expect(errors).toEqual([]);
});

test('it prints a blank sheet with five boxes for each statement; after answering, the result', async ({
  page,
}) => {
  await page.goto(PATH);
  await groups(page).first().getByLabel('Once').check();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.balance-sheet');
  await expect(sheet.locator('tbody tr')).toHaveCount(20);
  await expect(sheet.locator('tbody tr').first().locator('.box:visible')).toHaveCount(5);
  await expect(page.getByRole('heading', { name: 'Add up the score by hand' })).toBeVisible();
  await expect(form(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Add up the score by hand' })).toBeHidden();
  await finish(page, 'Once', 'Most days');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeHidden();
  await expect(heading(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Answer again' })).toBeHidden();
});

for (const width of [320, 390])
  test(`on a phone of ${width} pixels the answers are one scale, and progress stays in sight`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(PATH);
    for (const group of await groups(page).all()) {
      const boxes = await group
        .locator('label')
        .evaluateAll((labels) => labels.map((label) => label.getBoundingClientRect().toJSON() as DOMRect));
      expect(new Set(boxes.map(({ top }) => Math.round(top))).size).toBe(1);
      const [card, legend] = await Promise.all([group.boundingBox(), group.locator('legend').boundingBox()]);
      expect(legend?.y).toBeGreaterThan(card?.y ?? Infinity);
      expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0));
    }
    await groups(page).nth(10).getByLabel('Once').check();
    await expect(page.getByText('1 of 20 answered')).toBeInViewport();
    await groups(page).last().scrollIntoViewIfNeeded();
    await expect(page.getByText('1 of 20 answered')).toBeInViewport();
  });
