import type { Limit } from './measured-run.ts';
import { median } from './median.ts';
import { openBrowser } from './chromium.ts';
import { saveResults, today } from './results.ts';
import { searchOnPhone, type SearchCost } from './search-run.ts';
import { inTurns, perTool, withSites } from './sites.ts';

/** The lesson on which to search. */
const START = 'momentum';

/** Part B: measures cold and warm searches. */
export async function measureSearch(lessons: number, runs: number, limit: Limit): Promise<void> {
  await withSites(lessons, limit, async (sites) => {
    const { browser } = await openBrowser();
    try {
      const taken = await inTurns('Search', sites, runs, ({ tool, served }) =>
        searchOnPhone(browser, served, tool.id, tool.lessonPath(START)),
      );
      const middle = (costs: readonly SearchCost[]): SearchCost => ({
        milliseconds: median(costs.map((cost) => cost.milliseconds)),
        bytes: median(costs.map((cost) => cost.bytes)),
        bytesInAll: median(costs.map((cost) => cost.bytesInAll)),
      });
      const costs = perTool(taken, (all) => ({
        cold: middle(all.map(({ cold }) => cold)),
        warm: middle(all.map(({ warm }) => warm)),
      }));
      saveResults({ search: { day: today(), runs, costs } });
    } finally {
      await browser.close();
    }
  });
}
