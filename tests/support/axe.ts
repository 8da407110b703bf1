import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface WithAxe {
  axe: { run: (node: Document, options: object) => Promise<AxeResults> };
}

/** What axe finds wrong with the page as it stands, one line for each rule. */
export async function axeProblems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults, string[]>(
    // The nodes of what is not wrong are left out: to describe them takes longer than to look at them.
    (tags) =>
      (globalThis as unknown as WithAxe).axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    TAGS,
  );
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 2)
        .map((node) => node.html.slice(0, 160))
        .join(' | ')}`,
  );
}

/** What axe finds in both schemes. */
export async function axeInBothSchemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await axeProblems(page)));
  }
  return found;
}
