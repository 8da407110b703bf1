import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { parse } from 'node-html-parser';
import { openBrowser } from './chromium.ts';
import { paintOnPhone, scores } from './lighthouse.ts';
import type { Limit } from './measured-run.ts';
import { mean, medians } from './median.ts';
import { loadPage, type PageLoad } from './page-load.ts';
import { saveResults, today, type FormScores, type KindScores } from './results.ts';
import { fileOf, KINDS, type Kind } from './serve.ts';
import { inTurns, perTool, withSites, type Site } from './sites.ts';
import type { ToolId } from './tools.ts';

/** The lesson for detailed measurements. */
export const LESSON = 'how-they-differ';

/** One page of each kind of our site. */
const PAGES = [
  '/',
  '/lessons/',
  `/lessons/${LESSON}/`,
  '/concepts/',
  '/concepts/management/',
  '/compare/',
  '/compare/in-practice/',
  '/search/?q=risk',
  '/tools/',
  '/tools/balance/',
  '/tools/time-audit/',
  '/tools/questions/',
  '/tools/growth-plan/',
  '/review/',
  '/progress/',
  '/sources/',
  '/trainers/',
  '/about/',
  '/figures/',
  '/figures/house/',
  '/embed/compare/in-practice/',
];
/** Maximum runs of scores, which hardly vary. */
const MOST_SCORE_RUNS = 3;
/** Runs of scores for each kind of page, on a phone and on a desktop. */
const KIND_RUNS = 1;

/** Part A: measures the bytes and paint metrics of lessons. */
export async function measurePages(ids: readonly string[], runs: number, limit: Limit): Promise<void> {
  const scoreRuns = Math.min(runs, MOST_SCORE_RUNS);
  await withSites(ids.length, limit, async (sites) => {
    const { browser, port } = await openBrowser();
    try {
      const loads = await loadLessons(browser, sites, ids);
      const paints = await inTurns('Paint on a slow phone', sites, runs, ({ tool, served }) =>
        paintOnPhone(port, served.origin + tool.lessonPath(LESSON)),
      );
      const taken = await inTurns('Lighthouse scores', sites, scoreRuns, ({ tool, served }) =>
        bothScores(port, served.origin + tool.lessonPath(LESSON)),
      );
      saveResults({
        pages: {
          day: today(),
          runs,
          scoreRuns,
          lesson: perTool(loads, ({ lesson }) => lesson),
          average: perTool(loads, ({ all }) => averageLoad(all)),
          paint: perTool(paints, medians),
          scores: perTool(taken, medianFormScores),
        },
      });
      const own = sites.find(({ tool }) => tool.id === 'ours');
      if (own === undefined) return;
      const kinds = await scoreKinds(browser, port, own, KIND_RUNS);
      saveResults({ kinds: { day: today(), runs: KIND_RUNS, kinds } });
    } finally {
      await browser.close();
    }
  });
}

interface Loads {
  lesson: PageLoad;
  all: PageLoad[];
}

/** Loads every lesson of every site, once because bytes and requests do not vary. */
async function loadLessons(
  browser: Browser,
  sites: readonly Site[],
  ids: readonly string[],
): Promise<Record<ToolId, Loads>> {
  const none: PageLoad[] = [];
  const loads = { ours: none, starlight: none, docusaurus: none, vitepress: none };
  for (const { tool, served, dist } of sites) {
    console.log(`Loading ${ids.length} lessons of ${tool.name} ...`);
    loads[tool.id] = [];
    for (const id of ids) loads[tool.id].push(await loadPage(browser, served, dist, tool.lessonPath(id)));
  }
  return perTool(loads, (all) => {
    const lesson = all[ids.indexOf(LESSON)];
    if (lesson === undefined) throw new Error(`There is no lesson "${LESSON}" to measure.`);
    return { lesson, all };
  });
}

async function scoreKinds(browser: Browser, port: number, site: Site, runs: number): Promise<KindScores[]> {
  const kinds: KindScores[] = [];
  for (const path of PAGES) {
    console.log(`Lighthouse scores of ${path} ...`);
    await loadPage(browser, site.served, site.dist, path);
    const taken: FormScores[] = [];
    for (let run = 0; run < runs; run += 1) taken.push(await bothScores(port, site.served.origin + path));
    kinds.push({ path, noindex: isNoindex(site.dist, path), ...medianFormScores(taken) });
  }
  return kinds;
}

/** Whether a page has "noindex" for search engines. */
function isNoindex(dist: string, path: string): boolean {
  const file = fileOf(dist, path);
  if (file === undefined) throw new Error(`The built site has no page ${path}.`);
  const robots = parse(readFileSync(file, 'utf8')).querySelector('meta[name=robots]');
  return robots?.getAttribute('content')?.includes('noindex') ?? false;
}

const bothScores = async (port: number, url: string): Promise<FormScores> => ({
  phone: await scores(port, url, 'phone'),
  desktop: await scores(port, url, 'desktop'),
});

const medianFormScores = (taken: readonly FormScores[]): FormScores => ({
  phone: medians(taken.map(({ phone }) => phone)),
  desktop: medians(taken.map(({ desktop }) => desktop)),
});

const averageLoad = (loads: readonly PageLoad[]): PageLoad => ({
  firstPaintBytes: mean(loads.map((load) => load.firstPaintBytes)),
  bytes: mean(loads.map((load) => load.bytes)),
  requests: mean(loads.map((load) => load.requests)),
  bytesByKind: Object.fromEntries(
    KINDS.map((kind) => [kind, mean(loads.map((load) => load.bytesByKind[kind]))]),
  ) as Record<Kind, number>,
});
