import { expect, test } from '@playwright/test';
import { axeProblems } from '../axe.ts';
import { builtPages, kindOf } from '../site.ts';

// A redirect leaves before it can be looked at; it has a test of its own.
const pages = builtPages().filter((page) => !/^\/(?:\d+|go\/\w+)\/$/.test(page.path));
const groups = Map.groupBy(pages, kindOf);

for (const width of [390, 1440]) {
  for (const [kind, group] of groups) {
    test(`axe finds nothing in ${kind} at ${width} pixels, light and dark`, async ({ page, baseURL }) => {
      test.setTimeout(20_000 + group.length * 8_000);
      await page.setViewportSize({ width, height: 900 });
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`${page.url()}: console: ${message.text()}`);
      });
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(baseURL ?? '')) problems.push(`${page.url()}: asks ${request.url()}`);
      });
      for (const { path } of group) {
        await page.goto(`.${path}`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          problems.push(...(await axeProblems(page)).map((problem) => `${path} ${colorScheme}: ${problem}`));
        }
      }
      expect(problems).toEqual([]);
    });
  }
}
