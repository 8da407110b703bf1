import type { Browser, Page } from '@playwright/test';
import { openBrowser } from './chromium.ts';
import type { Limit } from './measured-run.ts';
import { medians } from './median.ts';
import { saveResults, today } from './results.ts';
import { SLOW_LINE, type Served } from './serve.ts';
import { inTurns, perTool, withSites } from './sites.ts';
import type { ToolId } from './tools.ts';

/** The time and bytes of a search. */
interface SearchCost {
  /** From the action that opens search (or the first key, if it is open) to the first correct result. */
  milliseconds: number;
  /** Bytes sent until the result. */
  bytes: number;
  /** Bytes sent until search is idle. */
  bytesInAll: number;
}

export interface SearchRun {
  cold: SearchCost;
  warm: SearchCost;
}

/** How to use the search of a tool. */
interface SearchForm {
  /** Selector of the element to click; may be the field. */
  open: string;
  field: string;
  /** How to find a correct result for a word. */
  right: (word: string) => RightResult;
}

interface RightResult {
  selector: string;
  /** Text that it must contain, in addition to the selector. */
  text: string;
}

const LESSON = 'how-they-differ';
const LESSON_TITLE = 'How leading and managing differ';
/** The word of the first search. */
export const COLD_WORD = 'risk';
/** The word of the second search, a different one, so that its results are not loaded yet. */
export const WARM_WORD = 'legacy';

const CONCEPT: Record<string, string> = { [COLD_WORD]: 'risk-and-uncertainty', [WARM_WORD]: 'legacy' };

const FORMS: Record<ToolId, SearchForm> = {
  ours: {
    open: 'site-search a',
    field: '.search-dialog input[type=search]',
    right: (word) => ({
      selector: [`lessons/${LESSON}/`, `concepts/${CONCEPT[word] ?? word}/`]
        .map((address) => `.search-results a[href*="${address}"]`)
        .join(),
      text: '',
    }),
  },
  starlight: {
    open: 'site-search button[data-open-modal]',
    field: '.pagefind-ui__search-input',
    right: () => ({ selector: `.pagefind-ui__results a[href*="${LESSON}"]`, text: '' }),
  },
  docusaurus: {
    open: '.navbar__search-input',
    field: '.navbar__search-input',
    // Its suggestions are not links, but open the page with their title.
    right: () => ({ selector: '.navbar__search [role=option]', text: LESSON_TITLE }),
  },
  vitepress: {
    open: '#local-search button',
    field: '#localsearch-input',
    right: () => ({ selector: `.VPLocalSearchBox a.result[href*="${LESSON}"]`, text: '' }),
  },
};

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
      const costs = perTool(taken, (all) => ({
        cold: medians(all.map(({ cold }) => cold)),
        warm: medians(all.map(({ warm }) => warm)),
      }));
      saveResults({ search: { day: today(), runs, costs } });
    } finally {
      await browser.close();
    }
  });
}

/** The stopwatch in the page: starts at the first action, stops when the correct result is visible. */
declare global {
  interface Window {
    benchSearch?: Promise<number>;
  }
}

/**
 * Searches twice on a page without a cache, on a slow line (for the page and its workers) and with a processor four times
 * slower (for the main thread).
 */
async function searchOnPhone(browser: Browser, site: Served, id: ToolId, path: string): Promise<SearchRun> {
  const form = FORMS[id];
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(site.origin + path);
    await site.quiet();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    site.throttle(SLOW_LINE);

    const cold = await measured(page, site, form.right(COLD_WORD), async () => {
      await page.locator(form.open).first().click();
      await page.locator(form.field).waitFor();
      await page.locator(form.field).focus();
      await page.keyboard.type(COLD_WORD);
    });
    await page.locator(form.field).fill('');
    await page.waitForFunction(
      ({ selector }) =>
        [...document.querySelectorAll(selector)].every((element) => !element.checkVisibility()),
      form.right(COLD_WORD),
    );
    const warm = await measured(page, site, form.right(WARM_WORD), () => page.keyboard.type(WARM_WORD));
    return { cold, warm };
  } finally {
    site.throttle(undefined);
    await context.close();
  }
}

async function measured(
  page: Page,
  site: Served,
  right: RightResult,
  search: () => Promise<void>,
): Promise<SearchCost> {
  site.forget();
  await page.evaluate(({ selector, text }) => {
    window.benchSearch = new Promise((resolve) => {
      let started: number | undefined;
      const start = (event: Event): void => {
        started ??= event.timeStamp;
      };
      addEventListener('pointerdown', start, { capture: true, once: true });
      addEventListener('keydown', start, { capture: true, once: true });
      const look = (): void => {
        const found = [...document.querySelectorAll(selector)].some(
          (element) => element.checkVisibility() && element.textContent.includes(text),
        );
        if (started !== undefined && found) resolve(performance.now() - started);
        else requestAnimationFrame(look);
      };
      look();
    });
  }, right);
  await search();
  const milliseconds = await page.evaluate(() => window.benchSearch);
  if (milliseconds === undefined) throw new Error('The page was left while it was searched.');
  const bytes = site.bytesSent();
  await site.quiet();
  return { milliseconds, bytes, bytesInAll: site.bytesSent() };
}
