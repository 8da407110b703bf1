import { expect, test, type Page } from '@playwright/test';
import { axeInSchemes } from '../support/axe.ts';
import { PAGES } from './pages.ts';
import { smallTargets } from './targets.ts';
import { problemsInViews, resize } from './zoom.ts';
import { LEADING, MANAGING, word } from '../support/words.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** Decides in a case by its first choices, to an ending. */
async function walk(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const choice = page.locator('[data-place]:not([hidden]) [data-take]').first();
  const end = page.getByRole('heading', { name: 'To talk about' });
  await expect(async () => {
    // Gone if the ending has come meanwhile.
    if (!(await end.isVisible())) await choice.click({ timeout: 1_000 });
    expect(await end.isVisible()).toBe(true);
  }).toPass({ intervals: [0] });
}

/** Interactive states of pages: the actions that lead to them. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  'a side in focus, the other covered': async (page) => {
    await page.goto(`${PAGES.table}?focus=leading`);
    await page.getByRole('group', { name: 'Cover' }).getByRole('button', { name: MANAGING }).click();
    await expect(page.getByRole('button', { name: /^Show:/ }).first()).toBeVisible();
  },
  'rows filtered': async (page) => {
    await page.goto(PAGES.table);
    await button(page, 'More').click();
    await page.getByLabel(word('comparisons/in-practice.yaml', 'risk', 'label'), { exact: true }).check();
  },
  'Which is it? answered': async (page) => {
    await page.goto(`${PAGES.table}?focus=leading`);
    await button(page, 'Which is it?').click();
    await expect(page.locator('form.quiz fieldset')).toHaveCount(8);
    for (const radio of await page.locator('form.quiz').getByRole('radio', { name: LEADING }).all())
      await radio.check();
    await button(page, 'Check').click();
  },
  'embed code open': async (page) => {
    await page.goto(PAGES.table);
    await button(page, 'More').click();
    await button(page, 'Embed').click();
  },
  'tools in a lesson open': async (page) => {
    await page.goto(PAGES.lesson);
    await button(page, 'More').click();
  },
  'a receipt open': async (page) => {
    await page.goto(PAGES['case study']);
    await page.locator('button.receipt').first().click();
  },
  'a definition open': async (page) => {
    await page.goto(PAGES.lesson);
    await page.locator('a.term').first().hover();
  },
  'questions answered': async (page) => {
    await page.goto(PAGES.lesson);
    for (const question of await page.locator('check-question:not([data-kind=recall])').all()) {
      for (const input of await question.locator('label:first-of-type input').all()) await input.check();
      await question.getByRole('button', { name: 'Check' }).click();
    }
  },
  'search open with results': async (page) => {
    await page.goto(PAGES.about);
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('uncertinty');
    await expect(page.getByRole('status')).toHaveText(/results? for “uncertainty”\.$/);
  },
  'search without results': async (page) => {
    await page.goto('search/?q=zzzzqqqq');
    await expect(page.getByText('Nothing found')).toBeVisible();
  },
  'a decision in a case made': async (page) => {
    await page.goto(PAGES.case);
    await page.locator('[data-take]:visible').first().click();
    await expect(page.getByRole('link', { name: 'Copy the link to this way' })).toBeVisible();
  },
  'the end of a case, with the other choices and the map in words': async (page) => {
    await walk(page, PAGES.case);
    await button(page, 'Show what the other choices were').click();
    await page.getByText('Described in words').click();
  },
  'a case that was begun before': async (page) => {
    await walk(page, PAGES.case);
    await page.goto(PAGES.about);
    await page.goto(PAGES.case);
    await expect(page.getByRole('link', { name: 'Go on where you were' })).toBeVisible();
  },
  'a room with hands counted': async (page) => {
    await page.goto(PAGES.room);
    for (const key of ['1', '2', '2']) await page.keyboard.press(key);
    await page.locator('[data-take]:visible').first().click();
  },
  'the end of a case in a room': async (page) => {
    await walk(page, PAGES.room);
  },
  'progress to resume': async (page) => {
    await page.goto(PAGES.lesson);
    await button(page, 'Mark this lesson as finished').click();
    await page.goto(PAGES.lessons);
  },
};

for (const [turn, [name, bring]] of Object.entries(STATES).entries())
  test(`${name}: axe finds nothing, nothing is lost when enlarged, and targets are large on a phone`, async ({
    page,
  }) => {
    await resize(page, 'desktop');
    await bring(page);
    expect.soft(await axeInSchemes(page)).toEqual([]);
    expect.soft(await problemsInViews(page, turn)).toEqual([]);
    await resize(page, 'phone');
    expect.soft(await smallTargets(page)).toEqual([]);
  });
