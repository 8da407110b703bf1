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

for (const path of PAGES)
  test(`a page of a small course is accessible, and nothing on it moves: /${path}`, async ({ page }) => {
    const moves = await watchLayoutShifts(page);
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await moves()).toEqual([]);
    expect(await axeProblems(page)).toEqual([]);
  });
