// Builds the same lessons with this project and its peers, measures them side by side and writes docs/benchmarks.md.
import { parseArgs } from 'node:util';
import { buildCourse, readCourse } from '../support/course.ts';
import { openBrowser } from './chromium.ts';
import { install } from './install.ts';
import { measureBuilds } from './measure-builds.ts';
import { measureInteractions } from './measure-interactions.ts';
import { measurePages } from './measure-pages.ts';
import { measureSearch } from './measure-search.ts';
import { CONTENT } from './places.ts';
import { writeReport } from './report.ts';
import { TOOLS, type Tool } from './tools.ts';

const PARTS = ['pages', 'search', 'interactions', 'build'] as const;

const USAGE = `Usage: npm run bench -- [--only pages|search|interactions|build] [--sizes 12,100,1000] [--runs 5]
                        [--tools ${TOOLS.map(({ id }) => id).join()}] [--minutes 15] [--gigabytes 4]`;

function positive(name: string, text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`--${name} is no whole number above 0: ${text}\n${USAGE}`);
}

function named<Item>(
  name: string,
  text: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
): Item {
  const item = items.find((each) => nameOf(each) === text);
  if (item !== undefined) return item;
  throw new Error(`--${name} is none of ${items.map(nameOf).join(', ')}: ${text}\n${USAGE}`);
}

async function bench(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      sizes: { type: 'string', default: '12,100,1000' },
      tools: { type: 'string' },
      runs: { type: 'string', default: '5' },
      minutes: { type: 'string', default: '15' },
      gigabytes: { type: 'string', default: '4' },
    },
  });
  const parts = values.only === undefined ? PARTS : [named('only', values.only, PARTS, (part) => part)];
  const sizes = values.sizes.split(',').map((size) => positive('sizes', size));
  /** The tools whose builds to measure; pages and search are always measured for all tools. */
  const tools =
    values.tools?.split(',').map((id) => named('tools', id, TOOLS, (tool: Tool) => tool.id)) ?? TOOLS;
  const runs = positive('runs', values.runs);
  const limit = {
    seconds: positive('minutes', values.minutes) * 60,
    bytes: positive('gigabytes', values.gigabytes) * 2 ** 30,
  };
  for (const name of ['starlight', 'docusaurus', 'vitepress', 'lighthouse']) install(name);
  const ids = buildCourse(readCourse(CONTENT)).lessons.map(({ id }) => id);
  const tooSmall = sizes.find((size) => size < ids.length);
  if (tooSmall !== undefined) {
    throw new Error(
      `The real course has ${ids.length} lessons. Ask for --sizes of as many or more, not ${tooSmall}.`,
    );
  }
  if (parts.includes('pages')) await measurePages(ids, runs, limit);
  if (parts.includes('search')) await measureSearch(ids.length, runs, limit);
  if (parts.includes('interactions')) await measureInteractions(ids.length, runs, limit);
  if (parts.includes('build')) await measureBuilds(tools, sizes, limit);
  const { browser } = await openBrowser();
  const version = browser.version();
  await browser.close();
  console.log(`\n${await writeReport(version)}\nWritten to docs/benchmarks.md.`);
}

try {
  await bench();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (error instanceof Error && error.cause !== undefined) console.error(error.cause);
  process.exitCode = 1;
}
