import type { Browser, Page } from '@playwright/test';
import { requireSite } from './build-site.ts';
import { openBrowser } from './chromium.ts';
import type { Limit } from './measured-run.ts';
import { median } from './median.ts';
import { CONTENT } from './places.ts';
import { saveResults, today, type Taken } from './results.ts';
import { serve } from './serve.ts';
import { TOOLS } from './tools.ts';

/** Something that a reader does on a page. */
interface Interaction {
  name: string;
  path: string;
  /** What is clicked; the last selector is the click that is measured. */
  clicks: readonly string[];
}

const THEME = 'theme-switch button';
const CHOICE = 'case-walk [data-place]:not([hidden]) [data-take]';
const START_REVIEW = [
  'review-desk .review-have button',
  '.review-today button.primary',
  'review-desk check-question .options input',
  'review-desk check-question fieldset:not(.options) input',
  'review-desk check-question form > button',
];

const INTERACTIONS: readonly Interaction[] = [
  { name: 'Theme: a lesson', path: '/lessons/how-they-differ/', clicks: [THEME] },
  { name: 'Theme: sources', path: '/sources/', clicks: [THEME] },
  { name: 'Theme: workbook', path: '/workbook/', clicks: [THEME] },
  { name: 'Theme: progress', path: '/progress/', clicks: [THEME] },
  { name: 'Open search: a lesson', path: '/lessons/momentum/', clicks: ['site-search a'] },
  { name: 'Open search: sources', path: '/sources/', clicks: ['site-search a'] },
  {
    name: 'Slides: all at once',
    path: '/trainers/how-they-differ/present/',
    clicks: ['.slides-show button >> nth=0'],
  },
  { name: 'Slides: next', path: '/trainers/how-they-differ/present/', clicks: ['text="Next slide"'] },
  { name: 'Embeds: theme', path: '/trainers/', clicks: ['embed-wizard [name=theme][value=dark]'] },
  { name: 'Question cards: add', path: '/tools/questions/', clicks: ['[data-do=add]:visible >> nth=0'] },
  { name: 'Case: choose', path: '/cases/ward-at-night/', clicks: [CHOICE] },
  { name: 'Case: back', path: '/cases/ward-at-night/', clicks: [CHOICE, 'case-walk .case-links a'] },
  { name: 'Review: begin', path: '/review/', clicks: START_REVIEW.slice(0, 2) },
  { name: 'Review: check an answer', path: '/review/', clicks: START_REVIEW },
  {
    name: 'Lesson: check an answer',
    path: '/lessons/how-they-differ/',
    clicks: ['check-question .options input', 'check-question form > button'],
  },
];

/** How long each interaction takes on a processor four times slower, from the click to the paint after it. */
export async function measureInteractions(lessons: number, runs: number, limit: Limit): Promise<void> {
  const [ours] = TOOLS;
  if (ours === undefined) return;
  const site = await serve(await requireSite(ours, lessons, CONTENT, limit));
  const { browser } = await openBrowser();
  try {
    saveResults({ interactions: { day: today(), runs, taken: await times(browser, site.origin, runs) } });
  } finally {
    await browser.close();
    await site.close();
  }
}

/** How long each interaction took, by its name. */
export async function times(browser: Browser, origin: string, runs: number): Promise<Record<string, Taken>> {
  const taken: Record<string, Taken> = {};
  for (const { name, path, clicks } of INTERACTIONS) {
    const all: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      // A phone's width.
      const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
      await page.goto(origin + path, { waitUntil: 'networkidle' });
      all.push(await timeOf(page, clicks));
      await page.close();
    }
    taken[name] = { median: median(all), least: Math.min(...all) };
    console.log(`${name}: ${all.join(', ')} ms`);
  }
  return taken;
}

/** Clicks one after the other. Returns the longest event of the last, to the paint after it. */
async function timeOf(page: Page, clicks: readonly string[]): Promise<number> {
  for (const selector of clicks.slice(0, -1)) await page.locator(selector).first().click();
  const target = page.locator(clicks.at(-1) ?? '').first();
  await target.scrollIntoViewIfNeeded();
  await target.hover();
  await page.evaluate(() => {
    window.benchEvents = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.benchEvents?.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // A bench may wait: what came before ends here, and below the event is reported only if it was long.
  await page.waitForTimeout(500);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForTimeout(1_000);
  // An event below the threshold is not reported.
  return Math.max(16, ...((await page.evaluate(() => window.benchEvents)) ?? []));
}

declare global {
  interface Window {
    benchEvents?: number[];
  }
}
