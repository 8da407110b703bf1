import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = {
  all: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  /** Those that depend on colors. */
  colors: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

interface WithAxe {
  axe: { run: (node: Document, options: object) => Promise<AxeResults> };
}

/** The violations that axe finds in the current state of the page, one line for each rule. */
export async function axeProblems(page: Page, rules: keyof typeof RULES = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults, unknown>(
    // Omits the nodes of passed rules, because describing them takes longer than checking them.
    (runOnly) =>
      (globalThis as unknown as WithAxe).axe.run(document, { runOnly, resultTypes: ['violations'] }),
    RULES[rules],
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 2)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  );
}

/** The violations that axe finds in a color scheme. */
export async function axeInScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  return axeProblems(page);
}

/** The violations that axe finds in one color scheme, and those of colors in the other. */
export async function axeInSchemes(page: Page, first: 'light' | 'dark' = 'light'): Promise<string[]> {
  const found = await axeInScheme(page, first);
  await page.emulateMedia({ colorScheme: first === 'light' ? 'dark' : 'light' });
  return [...found, ...(await axeProblems(page, 'colors'))];
}
