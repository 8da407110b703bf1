import type { Page } from '@playwright/test';

/**
 * Notes from now on what moves by itself on the pages that are opened (https://wicg.github.io/layout-instability/).
 * @returns asks the page for what has moved: how much, and what
 */
export async function watchLayoutShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const moves: string[] = [];
    Object.assign(window, { moves });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[])
        moves.push(`${entry.value.toFixed(4)}: ${entry.sources.map(({ node }) => node?.nodeName).join()}`);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { moves: string[] }).moves);
}
