import { axeProblems } from '../support/axe.ts';
import { expect, test } from '../support/any-course.ts';
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
  test(
    `a page of any course is accessible, and nothing on it moves: /${path}`,
    { tag: '@any-course' },
    async ({ page }) => {
      const moves = await watchLayoutShifts(page);
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(await moves()).toEqual([]);
      expect(await axeProblems(page)).toEqual([]);
    },
  );
