import { expect, test } from '@playwright/test';
import { axeProblems } from '../support/axe.ts';
import { watchLayoutShifts } from '../support/layout-shift.ts';

/** Pages that every course has, and the first lesson. */
const PAGES = [
  '',
  '1/',
  'lessons/',
  'concepts/',
  'compare/',
  'figures/',
  'sources/',
  'evidence/',
  'tools/',
  'review/',
  'trainers/',
  'about/',
  'about/design/',
];

test('the pages of a small course are accessible, and nothing on them moves', async ({ page }) => {
  const moves = await watchLayoutShifts(page);
  for (const path of PAGES) {
    await page.goto(path);
    // A redirect.
    if (path === '1/') await page.waitForURL('**/lessons/*/');
    expect.soft(await axeProblems(page), path).toEqual([]);
    expect.soft(await moves(), path).toEqual([]);
  }
});
