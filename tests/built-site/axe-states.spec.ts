import { expect, test, type Page } from '@playwright/test';
import { axeProblems } from '../support/axe.ts';

const openTools = (page: Page) => page.getByText('Work with this table').first().click();

/** Opens the tools of a table and uses one. */
const withTools = (use: (page: Page) => Promise<void>) => async (page: Page) => {
  await openTools(page);
  await use(page);
};

/** Every state of every element that a page can be put into. */
const states: [name: string, path: string, act: (page: Page) => Promise<void>][] = [
  [
    'a side in focus',
    'compare/in-practice/',
    withTools((page) => page.getByLabel('Leading').first().check()),
  ],
  [
    'rows filtered',
    'compare/in-practice/',
    withTools((page) => page.getByLabel('Risk', { exact: true }).check()),
  ],
  [
    'a side covered',
    'compare/in-practice/',
    withTools((page) => page.getByRole('group', { name: 'Cover and recall' }).getByLabel('Managing').check()),
  ],
  [
    'Which is it? open',
    'compare/in-practice/',
    withTools((page) => page.getByRole('button', { name: 'Which is it?' }).click()),
  ],
  [
    'embed code open',
    'compare/in-practice/',
    withTools((page) => page.getByRole('button', { name: 'Embed' }).click()),
  ],
  ['tools in a lesson open', 'lessons/why-both/', openTools],
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
