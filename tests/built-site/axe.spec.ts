import { expect, test } from '@playwright/test';
import { axeProblems } from '../support/axe.ts';
import { builtPages, kindOf } from '../support/site.ts';
import { TEST_ALL } from '../support/test-all.ts';

// A redirect leaves before it can be looked at; it has a test of its own.
const pages = builtPages().filter((page) => !/^\/(?:\d+|go\/\w+)\/$/.test(page.path));
const groups = Map.groupBy(pages, kindOf);

/** Pages of a kind to look at, unless `npm run test:all` runs the tests; they have the same parts. */
const SAMPLE = 3;
/** The pages are seen in one of two looks, in turns. The first of each kind has all four. */
const LOOKS = [
  { width: 390, own: 'light' },
  { width: 1440, own: 'dark' },
] as const;

for (const [turn, { width, own }] of LOOKS.entries()) {
  for (const [kind, group] of groups) {
    test(`axe finds nothing in ${kind} at ${width} pixels, ${own}`, async ({ page, baseURL }) => {
      test.setTimeout(120_000 + group.length * 8_000);
      await page.setViewportSize({ width, height: 900 });
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${page.url()}: console: ${message.text()}`);
      });
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '')) problems.push(`${page.url()}: asks ${request.url()}`);
      });
      for (const [index, { path }] of group.slice(0, TEST_ALL ? group.length : SAMPLE).entries()) {
        if (index > 0 && index % LOOKS.length !== turn) continue;
        await page.goto(`.${path}`);
        for (const colorScheme of index === 0 ? (['light', 'dark'] as const) : [own]) {
          await page.emulateMedia({ colorScheme });
          problems.push(...(await axeProblems(page)).map((problem) => `${path} ${colorScheme}: ${problem}`));
        }
      }
      expect(problems).toEqual([]);
    });
  }
}
