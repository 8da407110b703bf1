import { appendFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { buildSite, logOf, PAGES_ALONE, writeSite } from './build-site.ts';
import { openBrowser } from './chromium.ts';
import { writeCourse } from './lessons.ts';
import type { Limit, MeasuredRun } from './measured-run.ts';
import { LESSON } from './measure-pages.ts';
import { loadPage } from './page-load.ts';
import { CONTENT, WORK } from './places.ts';
import { readResults, saveResults, today, type BuildRow, type BuiltSite } from './results.ts';
import { serve } from './serve.ts';
import { buildFolder, type Tool } from './tools.ts';

/** Part C: measures builds of growing courses. */
export async function measureBuilds(
  tools: readonly Tool[],
  sizes: readonly number[],
  limit: Limit,
): Promise<void> {
  const { browser } = await openBrowser();
  const gaveUp = new Map<Tool, number>();
  try {
    for (const lessons of sizes.toSorted((a, b) => a - b)) {
      const content = join(WORK, `content-${lessons}`);
      writeCourse(CONTENT, content, { lessons });
      for (const tool of tools) {
        const row = await measureBuild(tool, lessons, content, limit, browser, gaveUp.get(tool));
        if (row.first.failure !== undefined) gaveUp.set(tool, gaveUp.get(tool) ?? lessons);
        const others = (readResults().build ?? []).filter(
          (other) => other.tool !== tool.id || other.lessons !== lessons,
        );
        saveResults({ build: [...others, row].toSorted((a, b) => a.lessons - b.lessons) });
      }
      rmSync(content, { recursive: true });
    }
  } finally {
    await browser.close();
  }
}

/** Measures a build, its result, and a build after an edit. */
async function measureBuild(
  tool: Tool,
  lessons: number,
  content: string,
  limit: Limit,
  browser: Browser,
  gaveUpAt: number | undefined,
): Promise<BuildRow> {
  const shared = {
    tool: tool.id,
    lessons,
    day: today(),
    limit: `${Math.round(limit.seconds / 60)} minutes and ${Math.round(limit.bytes / 2 ** 30)} GB`,
  };
  if (gaveUpAt !== undefined) {
    const failure = `not tried, as ${gaveUpAt} did not finish`;
    return { ...shared, first: { seconds: 0, peakBytes: undefined, failure }, built: undefined };
  }
  console.log(`Building ${lessons} lessons with ${tool.name} ...`);
  const folder = writeSite(tool, lessons, content);
  const first = await buildSite(tool, lessons, limit, PAGES_ALONE);
  console.log(`  ${told(first, tool, lessons)}`);
  if (first.failure !== undefined) return { ...shared, first, built: undefined };

  const built = await readBuilt(tool, join(folder, tool.dist), browser);
  const again = await buildEdited(tool, lessons, limit);
  rmSync(buildFolder(tool, lessons), { recursive: true });
  return { ...shared, first, built: { again, ...built } };
}

/** Adds a sentence to a lesson, and measures another build with the tool's caches. */
async function buildEdited(tool: Tool, lessons: number, limit: Limit): Promise<MeasuredRun> {
  appendFileSync(
    join(buildFolder(tool, lessons), tool.lessonFile(LESSON)),
    '\nOne more sentence, to build again for.\n',
  );
  const again = await buildSite(tool, lessons, limit, PAGES_ALONE);
  console.log(`  again: ${told(again, tool, lessons)}`);
  return again;
}

/** Summarizes a build for the terminal. */
const told = ({ seconds, failure }: MeasuredRun, tool: Tool, lessons: number): string =>
  failure === undefined ? `${seconds.toFixed(1)} s` : `${failure}; its output: ${logOf(tool, lessons)}`;

async function readBuilt(tool: Tool, dist: string, browser: Browser): Promise<Omit<BuiltSite, 'again'>> {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  const served = await serve(dist);
  try {
    return {
      pages: files.filter((name) => name.endsWith('.html')).length,
      indexBytes: files
        .filter((name) => tool.searchIndex.test(name))
        .map((name) => statSync(join(dist, name)))
        .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0),
      lesson: await loadPage(browser, served, dist, tool.lessonPath(LESSON)),
    };
  } finally {
    await served.close();
  }
}
