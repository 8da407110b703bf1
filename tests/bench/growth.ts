// Measures the project with larger courses: npm run bench:growth -- [--sizes 100:200,1000:2000]
import { readFileSync, rmSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { buildSite, logOf, PAGES_ALONE, writeSite } from './build-site.ts';
import { openBrowser } from './chromium.ts';
import { writeCourse } from './lessons.ts';
import type { Limit, MeasuredRun } from './measured-run.ts';
import { words, writeMarkdown } from './markdown-file.ts';
import { median } from './median.ts';
import { LESSON } from './measure-pages.ts';
import { loadPage } from './page-load.ts';
import { CONTENT, ROOT, WORK } from './places.ts';
import { today } from './results.ts';
import { serve, type Served } from './serve.ts';
import { formatBytes, formatMilliseconds, formatSeconds, markdownTable } from './table.ts';
import { buildFolder, TOOLS } from './tools.ts';

const LIMIT: Limit = { seconds: 90 * 60, bytes: 4 * 2 ** 30 };
/**
 * Variables to build on a small machine: a heap that leaves memory for other uses, and the immediate release of unused
 * native memory.
 */
const SMALL_MACHINE = {
  NODE_OPTIONS: '--max-old-space-size=1600',
  MIMALLOC_PURGE_DELAY: '0',
  MALLOC_ARENA_MAX: '1',
};
const REPORT = join(ROOT, 'docs/growth.md');
/** Words for warm searches: names of the real course, which larger ones contain. */
const WORDS = ['delegation', 'momentum', 'risk', 'vision', 'stagnation', 'feedback', 'trust'];

interface Size {
  lessons: number;
  concepts: number;
}

/** Results of a build; undefined if it did not finish. */
interface Grown {
  pages: number;
  lessonBytes: number;
  homeBytes: number;
  instantBytes: number;
  /** Milliseconds from the last key to the first result of a warm search. */
  searchMs: number;
}

async function warmSearch(browser: Browser, site: Served): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${site.origin}/search/?q=leadership`);
    await page.locator('.search-results h3').first().waitFor();
    const times: number[] = [];
    for (const word of WORDS) {
      times.push(
        await page.evaluate(async (text) => {
          const input = document.querySelector<HTMLInputElement>('input[type=search]');
          const results = document.querySelector('.search-results');
          if (input === null || results === null) throw new Error('The search page has no box.');
          const changed = new Promise<void>((resolve, reject) => {
            setTimeout(() => {
              reject(new Error(`No result for "${text}" within 30 seconds.`));
            }, 30_000);
            new MutationObserver(() => {
              if (results.querySelector('h3') !== null) resolve();
            }).observe(results, { childList: true, subtree: true });
          });
          input.value = text;
          const started = performance.now();
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await changed;
          return performance.now() - started;
        }, word),
      );
      await page.waitForFunction(
        () =>
          document.querySelector('.search-panel [role=status]')?.textContent?.includes('Searching') === false,
      );
    }
    return median(times);
  } finally {
    await context.close();
  }
}

async function read(dist: string, browser: Browser): Promise<Grown> {
  const site = await serve(dist);
  try {
    const [ours] = TOOLS;
    const page = async (path: string): Promise<number> =>
      (await loadPage(browser, site, dist, path)).firstPaintBytes;
    const sitemap = readFileSync(join(dist, 'links.json'), 'utf8');
    const { links } = JSON.parse(sitemap) as { links: { path: string }[] };
    return {
      pages: new Set(links.map(({ path }) => path)).size,
      lessonBytes: await page(ours?.lessonPath(LESSON) ?? '/'),
      homeBytes: await page('/'),
      instantBytes: statSync(join(dist, 'search/quick.json.br')).size,
      searchMs: await warmSearch(browser, site),
    };
  } finally {
    await site.close();
  }
}

async function grow({ lessons, concepts }: Size, browser: Browser): Promise<string[]> {
  const [ours] = TOOLS;
  if (ours === undefined) throw new Error('There is no tool to build with.');
  const content = join(WORK, `grown-${lessons}`);
  writeCourse(CONTENT, content, { lessons, concepts });
  const folder = writeSite(ours, lessons, content);
  rmSync(content, { recursive: true });
  console.log(`Building ${lessons} lessons and ${concepts} concepts ...`);
  const run: MeasuredRun = await buildSite(ours, lessons, LIMIT, { ...SMALL_MACHINE, ...PAGES_ALONE });
  const size = [lessons.toLocaleString('en-US'), concepts.toLocaleString('en-US')];
  const memory = run.peakBytes === undefined ? '-' : formatBytes(run.peakBytes);
  if (run.failure !== undefined) {
    console.log(`${run.failure}; output: ${logOf(ours, lessons)}`);
    return [...size, '-', run.failure, '-', memory, '-', '-', '-', '-'];
  }
  const grown = await read(join(folder, ours.dist), browser);
  rmSync(buildFolder(ours, lessons), { recursive: true });
  return [
    ...size,
    grown.pages.toLocaleString('en-US'),
    formatSeconds(run.seconds),
    formatMilliseconds((run.seconds * 1000) / grown.pages),
    memory,
    formatBytes(grown.lessonBytes),
    formatBytes(grown.homeBytes),
    formatBytes(grown.instantBytes),
    formatMilliseconds(grown.searchMs),
  ];
}

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '12:100,100:200,1000:2000' } },
});
const sizes = values.sizes.split(',').map((text): Size => {
  const [lessons = NaN, concepts = NaN] = text.split(':').map(Number);
  if (!(lessons > 0 && concepts > 0)) throw new Error(`--sizes wants LESSONS:CONCEPTS, not ${text}.`);
  return { lessons, concepts };
});
const { browser } = await openBrowser();
const rows: string[][] = [];
for (const size of sizes) {
  rows.push(await grow(size, browser));
  console.log(rows.at(-1)?.join('  '));
}
await browser.close();
const table = markdownTable(
  [
    'lessons',
    'concepts',
    'pages',
    'build',
    'for each page',
    'peak memory',
    'a lesson, to its first paint',
    'home, to its first paint',
    'small search index',
    'search, warm',
  ],
  rows,
);
const settings = Object.entries(SMALL_MACHINE)
  .map(([name, value]) => `${name}=${value}`)
  .join(' ');
await writeMarkdown(
  REPORT,
  `# Growth

What the course costs as it grows: \`npm run bench:growth\` writes this page. Added lessons and concepts are copies of the real ones (\`tests/bench/lessons.ts\`); each build starts without any cache, on ${cpus().length} cores, within 4 GB. Bytes are after brotli. Memory is that of the build and of Pagefind, which it starts; the build runs as on a small machine (\`${settings}\`). A build also draws a picture for the preview of every page, and compresses every file; the files to take along are left out (\`EXPORTS=none\`).

"Search, warm" is the time from the last key to the first result. ${today()}.

${table}

${words('growth.md')}
`,
);
console.log('Written to docs/growth.md.');
