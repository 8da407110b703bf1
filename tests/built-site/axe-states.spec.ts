import { expect, test, type Page } from '@playwright/test';
import { axeProblems } from '../support/axe.ts';

const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** Opens more tools of a table, and uses one. */
const withMore = (use: (page: Page) => Promise<void>) => async (page: Page) => {
  await tool(page, 'More').click();
  await use(page);
};

/** Every state of every element that a page can be put into. */
const states: [name: string, path: string, act: (page: Page) => Promise<void>][] = [
  ['a side in focus', 'compare/in-practice/', (page) => tool(page, 'Leading').click()],
  [
    'rows filtered',
    'compare/in-practice/',
    withMore((page) => page.getByLabel('Risk', { exact: true }).check()),
  ],
  [
    'a side covered',
    'compare/in-practice/',
    async (page) => {
      await page.getByRole('group', { name: 'Cover' }).getByRole('button', { name: 'Managing' }).click();
      await expect(page.getByRole('button', { name: /^Show:/ }).first()).toBeVisible();
    },
  ],
  ['Which is it? open', 'compare/in-practice/', (page) => tool(page, 'Which is it?').click()],
  ['embed code open', 'compare/in-practice/', withMore((page) => tool(page, 'Embed').click())],
  ['tools in a lesson open', 'lessons/why-both/', (page) => tool(page, 'More').click()],
  [
    'a receipt open',
    'lessons/nadella-at-microsoft/',
    (page) => page.locator('button.receipt').first().click(),
  ],
  ['a definition open', 'lessons/why-both/', (page) => page.locator('a.term').first().hover()],
  [
    'a question answered',
    'lessons/why-both/',
    async (page) => {
      const question = page.locator('check-question[data-kind=single]').first();
      await question.getByRole('radio').first().check();
      await question.getByRole('button', { name: 'Check' }).click();
    },
  ],
  [
    'search open with results',
    'about/',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox').fill('uncertinty');
      await expect(page.locator('.answer')).toBeVisible();
    },
  ],
  [
    'search without results',
    'search/?q=zzzzqqqq',
    (page) => expect(page.getByText('Nothing found')).toBeVisible(),
  ],
  [
    'progress to resume',
    'lessons/why-both/',
    async (page) => {
      await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
      await page.goto('lessons/');
    },
  ],
];

for (const [name, path, act] of states) {
  test(`axe finds nothing with ${name}`, async ({ page }) => {
    await page.goto(path);
    await act(page);
    const problems: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      problems.push(...(await axeProblems(page)));
    }
    expect(problems).toEqual([]);
  });
}
