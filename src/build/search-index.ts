import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltSite } from '../exporters/exporter.ts';
import { indexFolder, type QuickIndex } from '../lib/search/quick-index.ts';
import { recordsFromHtml, type SearchRecord } from '../lib/search/records.ts';
import { pagesBelow } from './built-files.ts';
import { addWords, indexFiles, wordsFile } from './pagefind-index.ts';
import { isIndexed } from '../routes.ts';
import type { Log } from './log.ts';

/** Records of one index: Pagefind needs about 90 MB of memory for each thousand. */
const MOST_RECORDS = 3_000;

/** One index as files of the built site, in its folder. */
async function writeOne(records: readonly SearchRecord[], folder: string): Promise<void> {
  for (const { path, content } of await indexFiles(records)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/**
 * Writes the index of a built site: one, or several for a large course, which the browser searches as one. Pages are
 * read as they are needed, so that a large course is never in memory as a whole.
 *
 * @returns how many records can be found
 */
async function writeIndex(pages: Iterable<readonly SearchRecord[]>, out: string): Promise<number> {
  const words = new Set<string>();
  let waiting: SearchRecord[] = [];
  let indexes = 0;
  let found = 0;
  const write = async (): Promise<void> => {
    indexes += 1;
    await writeOne(waiting.slice(0, MOST_RECORDS), join(out, indexFolder(indexes)));
    waiting = waiting.slice(MOST_RECORDS);
  };
  for (const records of pages) {
    addWords(words, records);
    found += records.length;
    waiting.push(...records);
    if (waiting.length > MOST_RECORDS) await write();
  }
  while (waiting.length > 0) await write();
  writeFileSync(join(out, 'search/words.json'), wordsFile(words));
  if (indexes > 1) {
    const file = join(out, 'search/quick.json');
    writeFileSync(
      file,
      JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as QuickIndex), indexes }),
    );
  }
  return found;
}

/** The records of each built page. */
function* builtRecords(out: string): Generator<SearchRecord[]> {
  for (const name of pagesBelow(out).sort()) {
    const path = `/${name.replace(/index\.html$/, '')}`;
    if (isIndexed(path)) yield recordsFromHtml(readFileSync(join(out, name), 'utf8'), path);
  }
}

/** Indexes the built site. */
export async function indexPages({ folder }: BuiltSite, log: Log): Promise<void> {
  const found = await writeIndex(builtRecords(folder), folder);
  log.info(`${found} records can be found.`);
}
