// Builds the same lessons with this project and its peers, measures them side by side and writes docs/benchmarks.md.
import { openBrowser } from './chromium.ts';
import { readCourse } from './course.ts';
import { install } from './install.ts';
import { measureBuilds } from './measure-builds.ts';
import { measurePages } from './measure-pages.ts';
import { measureSearch } from './measure-search.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { CONTENT } from './places.ts';
import { writeReport } from './report.ts';

function options(): Options | undefined {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return undefined;
  }
}

async function bench({ parts, sizes, tools, runs, limit }: Options): Promise<void> {
  for (const name of ['starlight', 'docusaurus', 'vitepress', 'lighthouse']) install(name);
  const ids = readCourse(CONTENT).course.lessons.map(({ id }) => id);
  const tooSmall = sizes.find((size) => size < ids.length);
  if (tooSmall !== undefined) {
    throw new Error(
      `The real course has ${ids.length} lessons. Ask for --sizes of as many or more, not ${tooSmall}.`,
    );
  }
  if (parts.includes('pages')) await measurePages(ids, runs, limit);
  if (parts.includes('search')) await measureSearch(ids.length, runs, limit);
  if (parts.includes('build')) await measureBuilds(tools, sizes, limit);
  const { browser } = await openBrowser();
  const version = browser.version();
  await browser.close();
  console.log(`\n${await writeReport(version)}\nWritten to docs/benchmarks.md.`);
}

const asked = options();
if (asked === undefined) process.exitCode = 1;
else {
  try {
    await bench(asked);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof Error && error.cause !== undefined) console.error(error.cause);
    process.exitCode = 1;
  }
}
