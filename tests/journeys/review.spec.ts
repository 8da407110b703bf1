import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { TEST_ALL } from '../support/test-all.ts';
import { arrowTo, tabTo } from '../accessibility/keys.ts';
import { axeInSchemes } from '../support/axe.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { storedData } from '../support/stored.ts';

const START = '2026-11-24T09:00:00';
const LESSON = 'lessons/why-both/';

const stored = async (page: Page, share: string): Promise<Record<string, Record<string, unknown>>> =>
  ((await storedData(page)) as Record<string, never> | null)?.[share] ?? {};
const today = (page: Page): Locator => page.locator('.review-today');
const asked = (page: Page): Locator => page.locator('review-desk check-question');
const title = (page: Page): Locator => page.locator('review-desk h2').first();
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const sureness = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: 'How sure are you?' }).getByLabel(name, { exact: true });

/** Answers what is asked, in a lesson or in review: rightly where the feedback calls the choice right. */
async function fill(question: Locator, right: boolean): Promise<void> {
  const kind = await question.getAttribute('data-kind');
  const verdicts = await question
    .locator('.answers > li')
    .evaluateAll((items: HTMLElement[]) => items.map((item) => item.dataset['verdict'] ?? ''));
  if (kind === 'recall') await question.getByRole('textbox').fill('What I remember of it');
  else if (kind === 'sort') {
    for (const [index, group] of (await question.locator('li').getByRole('group').all()).entries())
      await group
        .locator(`input${right ? '' : ':not('}[value="${verdicts[index] ?? ''}"]${right ? '' : ')'}`)
        .first()
        .check();
  } else
    for (const [index, input] of (await question.locator('.options input').all()).entries())
      if ((verdicts[index] === 'right') === right) await input.check();
}

/** The radio button of the answer whose feedback calls it right. */
async function rightAnswer(question: Locator): Promise<Locator> {
  const verdicts = await question
    .locator('.answers > li')
    .evaluateAll((items: HTMLElement[]) => items.map((item) => item.dataset['verdict']));
  return question.locator('.options').getByRole('radio').nth(verdicts.indexOf('right'));
}

/** Answers the question in review, compares where it was recalled, and stays at the feedback. */
async function answer(page: Page, right: boolean, sure: string): Promise<void> {
  await fill(asked(page), right);
  await sureness(page, sure).check();
  await asked(page).locator('form > button').click();
  if ((await asked(page).getAttribute('data-kind')) === 'recall')
    await button(page, right ? 'All of it' : 'Some of it').click();
}

test('a question answered in a lesson comes back days later, and later still when it is known @base', async ({
  page,
}) => {
  await page.clock.setFixedTime(START);
  await page.goto(LESSON);
  const question = page.locator('check-question[data-kind=single]').first();
  const wanted = await rightAnswer(question);
  await tabTo(page, question.getByRole('radio').first());
  await arrowTo(page, wanted);
  // Where it comes first, it had the focus at once.
  await page.keyboard.press('Space');
  await tabTo(page, question.getByRole('button', { name: 'Check' }));
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toHaveText(/^Right/);
  await tabTo(page, question.getByRole('link', { name: 'your review' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/review\/$/);
  await expect(today(page)).toContainText('Nothing is due now, of 1 in your review.');
  await expect(today(page)).toContainText(/The next is due in \d+ days, on November \d+, 2026\./);
  await expect(button(page, /^Answer/)).toHaveCount(0);

  await page.clock.setFixedTime('2026-12-01T08:00:00');
  await page.reload();
  await expect(today(page)).toContainText('1 question is due now, of 1 in your review.');
  await tabTo(page, button(page, 'Answer it'));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Question 1 of 1');
  await expect(title(page)).toBeFocused();

  // An answer without a word of how sure one is gets no feedback yet.
  await tabTo(page, asked(page).locator('.options').getByRole('radio').first());
  await arrowTo(page, await rightAnswer(asked(page)));
  await page.keyboard.press('Space');
  await tabTo(page, button(page, 'Check'));
  await page.keyboard.press('Enter');
  await expect(asked(page).getByRole('status')).toHaveText(/say how sure you are/);
  await expect(asked(page).locator('details')).toBeHidden();
  await page.keyboard.press('Shift+Tab');
  await arrowTo(page, sureness(page, 'Fairly sure'));
  await tabTo(page, button(page, 'Check'));
  await page.keyboard.press('Enter');
  await expect(today(page)).toContainText(/Fairly sure, and right\. It returns in \d+ days/);
  // Another answer follows the feedback, and does not count.
  await button(page, 'Check').press('Enter');
  await tabTo(page, button(page, 'See how it went'));
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('How it went');
  await expect(title(page)).toBeFocused();
  await expect(today(page)).toContainText('1 of 1 right.');
  await tabTo(page, today(page).locator('.review-answers').getByRole('link'));
  await expect(today(page).getByRole('link')).toHaveAttribute('href', /lessons\/why-both\/#/);
  await tabTo(page, button(page, 'Back to what is due'));
  await page.keyboard.press('Enter');
  await expect(title(page)).toBeFocused();

  const [card] = Object.values(await stored(page, 'review')) as { card: { days: number; reps: number } }[];
  expect(card?.card.reps).toBe(2);
  expect(card?.card.days).toBeGreaterThan(7);
});

test('a lesson is added, answered and summed up on this device @base @engines @smoke', async ({ page }) => {
  await page.goto('review/');
  await expect(today(page)).toContainText('Nothing is in your review yet.');
  await button(page, 'Add the questions of lesson 3').press('Enter');
  await expect(page.locator('[data-lesson=why-both] .review-have')).toBeFocused();
  await expect(page.locator('[data-lesson=why-both]')).toContainText('all in your review');
  await button(page, 'Answer 10 now').press('Enter');
  for (const number of [1, 2]) {
    await expect(title(page)).toHaveText(`Question ${number} of 10`);
    await answer(page, number === 1, 'Sure');
    await expect(today(page)).toContainText(number === 1 ? 'Sure, and right.' : /Sure, but .*(wrong|partly)/);
    // A second answer comes after the feedback, so it changes nothing.
    if ((await asked(page).getAttribute('data-kind')) !== 'recall') {
      await fill(asked(page), number !== 1);
      await asked(page).locator('form > button').click();
    }
    await button(page, number === 1 ? 'Next question' : 'Stop here').press('Enter');
  }
  await expect(today(page)).toContainText('1 of 2 right. You were sure of one that you had wrong');
  await expect(page.locator('.review-answers li').first()).toContainText(/Sure, but .* It returns tomorrow/);
  await page.reload();
  await expect(today(page)).toContainText('8 questions are due now, of 10 in your review.');
});

test('a page that stays open overnight shows what is due in the morning', async ({ page }) => {
  await page.clock.setFixedTime(START);
  await page.goto('review/');
  await page.evaluate((at) => {
    const id = document.querySelector('template')?.content.querySelector('check-question')?.id ?? '';
    const review = { [id]: { at, right: 1, of: 1 } };
    localStorage.setItem('bb:personal', JSON.stringify({ version: 1, lessons: {}, review }));
  }, new Date(START).toISOString());
  await page.reload();
  await expect(today(page)).toContainText('Nothing is due now, of 1 in your review.');
  await page.clock.setFixedTime('2026-12-06T08:00:00');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(today(page)).toContainText('1 question is due now, of 1 in your review.');
});

test('a session takes ten at most, of one lesson after another', async ({ page }) => {
  await page.goto('review/');
  for (const number of [1, 2, 3]) await button(page, `Add the questions of lesson ${number}`).click();
  await expect(today(page)).toContainText('30 questions are due now');
  await button(page, 'Answer 10 now').click();
  const lessons: (string | null)[] = [];
  for (let number = 1; number <= 10; number += 1) {
    await expect(title(page)).toHaveText(`Question ${number} of 10`);
    lessons.push(await today(page).locator('.eyebrow').first().textContent());
    await answer(page, true, 'Fairly sure');
    if (number === 1 || TEST_ALL) expect(await axeInSchemes(page)).toEqual([]);
    await button(page, /Next question|See how it went/).click();
  }
  expect(new Set(lessons.slice(0, 3)).size).toBe(3);
  await expect(today(page)).toContainText('10 of 10 right.');
  expect(await axeInSchemes(page)).toEqual([]);
  await button(page, 'Back to what is due').click();
  await expect(today(page)).toContainText('20 questions are due now, of 30');
});

test('in a lesson, statements are sorted and a recalled answer is scored by its reader', async ({ page }) => {
  await page.clock.setFixedTime(START);
  await page.goto(LESSON);
  const sort = page.locator('check-question[data-kind=sort]').first();
  await fill(sort, true);
  await sort.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(sort).toContainText('This question will come back in your review.');
  const recall = page.locator('check-question[data-kind=recall]').first();
  await fill(recall, true);
  await tabTo(page, recall.getByRole('button', { name: 'Compare with a model answer' }));
  await page.keyboard.press('Enter');
  await expect(recall.locator('.kept')).toHaveCount(0);
  await tabTo(page, recall.getByRole('button', { name: 'Some of it' }));
  await page.keyboard.press('Enter');
  await expect(recall.getByRole('button', { name: 'Some of it' })).toHaveAttribute('aria-pressed', 'true');
  await expect(recall.locator('.kept')).toHaveCount(1);
  // A second answer changes what is known of it, and not the first rating.
  await recall.getByRole('button', { name: 'All of it' }).press('Enter');
  const [checks, review] = [await stored(page, 'checks'), await stored(page, 'review')];
  const id = (await recall.getAttribute('id')) ?? '';
  expect(checks[id]).toMatchObject({ right: 2, of: 2 });
  expect(review[id]).toMatchObject({ right: 1, of: 2 });
  expect(checks[(await sort.getAttribute('id')) ?? '']).toMatchObject({ right: 6, of: 6 });
});

test('what is answered on the page of the design is kept nowhere', async ({ page }) => {
  await page.goto('about/design/');
  const question = page.locator('check-question[data-kind=single]').first();
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.locator('.answers')).toBeVisible();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('where storage is refused, a lesson says that it keeps no answers', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['getItem', 'setItem'] as const)
      Storage.prototype[name] = () => {
        throw new DOMException('refused', 'SecurityError');
      };
  });
  await page.goto(LESSON);
  const question = page.locator('check-question[data-kind=single]').first();
  await fill(question, true);
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.locator('.kept')).toHaveText(/keeps no answers/);
});

test('questions the course no longer has are kept, and a share that cannot be read is put aside', async ({
  page,
}) => {
  const gone = { 'q-of-another-year': { at: '2026-01-01T00:00:00.000Z', right: 1, of: 1 } };
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript((review) => {
    if (localStorage.getItem('bb:personal') !== null) return;
    const personal = { version: 1, lessons: {}, checks: ['no record'], review };
    localStorage.setItem('bb:personal', JSON.stringify(personal));
  }, gone);
  await page.goto('review/');
  await expect(today(page)).toContainText('Nothing is in your review yet.');
  await button(page, 'Add the questions of lesson 3').click();
  await button(page, 'Answer 10 now').click();
  await answer(page, true, 'Sure');
  expect(await stored(page, 'review')).toMatchObject(gone);
  expect(await stored(page, 'checks-unread')).toEqual(['no record']);
  expect(errors).toEqual([]);
});

test('once loaded, the review goes on without a network and asks for nothing', async ({ page, context }) => {
  await page.goto('review/', { waitUntil: 'networkidle' });
  await context.setOffline(true);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await button(page, 'Add the questions of lesson 10').click();
  await button(page, 'Answer 10 now').click();
  await answer(page, true, 'Sure');
  await button(page, 'Next question').click();
  await expect(title(page)).toHaveText('Question 2 of 10');
  expect(requests).toEqual([]);
});

test('what was answered in a lesson is in the review when one goes back to it', async ({ page }) => {
  await page.goto('review/');
  await page.locator('[data-lesson=why-both] a').click();
  const question = page.locator('check-question[data-kind=single]').first();
  await fill(question, true);
  await question.getByRole('button', { name: 'Check' }).click();
  await page.goBack();
  await expect(today(page)).toContainText('of 1 in your review');
  await expect(page.locator('[data-lesson=why-both]')).toContainText('1 in your review');
});

test('a weekly reminder is made for the reader’s own calendar', async ({ page }) => {
  await page.clock.setFixedTime(START);
  await page.goto('review/');
  await page.getByText('Remind me each week').press('Enter');
  expect(await axeInSchemes(page)).toEqual([]);
  await page.getByLabel('Day', { exact: true }).selectOption('Friday');
  await page.getByLabel('Time', { exact: true }).fill('08:30');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download the reminder (.ics)').press('Enter'),
  ]);
  expect(file.suggestedFilename()).toBe('review-reminder-2026-11-24.ics');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('DTSTART:20261127T083000');
  expect(text).toContain('RRULE:FREQ=WEEKLY\r\n');
  expect(text).toContain('/review/');
});

test('without JavaScript the page says what it does and leads to the questions @all-engines', async ({
  page,
}) => {
  await withoutScripts(page);
  await page.goto('review/');
  await expect(today(page)).toContainText('With JavaScript, this page brings back');
  await expect(page.getByRole('button', { name: /Add the questions/ })).toHaveCount(0);
  await page.locator('[data-lesson=why-both] a').click();
  await expect(page).toHaveURL(/review\/why-both\/$/);
  const details = page.locator('check-question details').last();
  await details.locator('summary').click();
  await expect(details.locator('.answers li').first()).toBeVisible();
});
