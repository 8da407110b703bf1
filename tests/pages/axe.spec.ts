import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { builtPages, kindOf, type BuiltPage } from '../site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// A redirect leaves before it can be looked at; it has a test of its own.
const pages = builtPages().filter((page) => !/^\/\d+\/$/.test(page.path));
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
      for (const { path } of group as BuiltPage[]) {
        await page.goto(`.${path}`);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.evaluate(AXE);
          const { violations } = await page.evaluate<AxeResults, string[]>(
            (tags) =>
              (
                globalThis as unknown as {
                  axe: { run: (node: Document, options: object) => Promise<AxeResults> };
                }
              ).axe.run(document, { runOnly: tags }),
            TAGS,
          );
          for (const { id, nodes } of violations) {
            problems.push(
              `${path} ${colorScheme}: ${id}: ${nodes
                .slice(0, 2)
                .map((node) => node.html.slice(0, 160))
                .join(' | ')}`,
            );
          }
        }
      }
      expect(problems).toEqual([]);
    });
  }
}
