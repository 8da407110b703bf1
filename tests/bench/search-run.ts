import type { Browser, Page } from '@playwright/test';
import { SLOW_LINE, type Served } from './serve.ts';
import type { ToolId } from './tools.ts';

/** What a search costs a reader. */
export interface SearchCost {
  /** From the gesture that opens search (or the first key, once it is open) to the first right result. */
  milliseconds: number;
  /** What was sent until then. */
  bytes: number;
  /** What was sent until search rested. */
  bytesInAll: number;
}

export interface SearchRun {
  cold: SearchCost;
  warm: SearchCost;
}

/** How a tool's search is used and read. */
interface SearchForm {
  /** What a reader clicks to search; it may be the field itself. */
  open: string;
  field: string;
  /** What a right result for a word looks like. */
  right: (word: string) => RightResult;
}

interface RightResult {
  selector: string;
  /** Text that it must hold, where its selector does not tell. */
  text: string;
}

const LESSON = 'how-they-differ';
const LESSON_TITLE = 'How leading and managing differ';
/** The word of the first search. */
export const COLD_WORD = 'risk';
/** The word of the second search, another one, so that no result is at hand already. */
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
    // Its suggestions are no links, but go to the page whose title they show.
    right: () => ({ selector: '.navbar__search [role=option]', text: LESSON_TITLE }),
  },
  vitepress: {
    open: '#local-search button',
    field: '#localsearch-input',
    right: () => ({ selector: `.VPLocalSearchBox a.result[href*="${LESSON}"]`, text: '' }),
  },
};

/** The page's own stopwatch: started by the first gesture, stopped when the right result is seen. */
declare global {
  interface Window {
    benchSearch?: Promise<number>;
  }
}

/**
 * Searches on a page that was just opened for the first time, then once more, on a slow line (all that the page and
 * its workers fetch) and with a processor four times slower (the page's own thread).
 */
export async function searchOnPhone(
  browser: Browser,
  site: Served,
  id: ToolId,
  path: string,
): Promise<SearchRun> {
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
