import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import type { BuiltSite } from '../exports/exporter.ts';
import { isIndexed } from '../routes.ts';
import { CONTENT_BREAK } from '../search/full-text.ts';
import { writePlaces, type SiteTexts } from '../search/instant-index.ts';
import { normalize, termsOf } from '../search/terms.ts';
import { pagesBelow, type Log } from './steps.ts';
import { recordsFromHtml, type SearchRecord } from './search-records.ts';

/** Pagefind files that our script needs; its ready-made interfaces are left out of the site. */
const NEEDED = /^pagefind(?:-worker)?\.js$|^pagefind-entry\.json$|^wasm\.|\.pf_|^(?:index|fragment)\//;

/** Number of records to send to Pagefind's process at a time. */
const AT_ONCE = 100;

/** A file of a Pagefind index. */
interface IndexFile {
  path: string;
  content: Uint8Array;
}

/**
 * Fills a Pagefind index with records. It has no filters: Pagefind writes those in nondeterministic order. The browser
 * filters by `meta.kind` instead (`search/browser/full-text.ts`).
 */
async function fillIndex(records: readonly SearchRecord[]): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const add = async ({ url, kind, title, page, also, text }: SearchRecord): Promise<void> => {
    const added = await index.addCustomRecord({
      url,
      content: [title, text, also].join(CONTENT_BREAK),
      language: 'en',
      meta: { title, kind, page },
    });
    if (added.errors.length > 0)
      throw new Error(`The search index refused ${url}: ${added.errors.join('; ')}`);
  };
  for (let from = 0; from < records.length; from += AT_ONCE)
    await Promise.all(records.slice(from, from + AT_ONCE).map(add));
  return index;
}

/**
 * The files of the index, in memory. Pagefind could write them itself, but reports success before all files are on disk,
 * and closing it then truncates the rest.
 */
export async function indexFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { files, errors } = await (await fillIndex(records)).getFiles();
  await pagefind.close();
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  return files.filter(({ path }) => NEEDED.test(path));
}

/** Kinds of records whose text the later index has: the full text would repeat them, a file each. */
const WHOLE = ['source', 'row', 'comparison', 'figure'];

/** The records of a page for the full text. */
export const textRecords = (html: string, path: string): SearchRecord[] =>
  recordsFromHtml(html, path).filter(({ kind }) => !WHOLE.includes(kind));

/** Parts of a lesson that repeat it. */
const REPEATS = /#(?:check-yourself|this-week)$/;

/** The least number of pages with a stem, and the largest share of them, for it to be worth its bytes. */
const TELLING = { least: 2, most: 0.3 };

/** The pages and sections with the stems of their texts, as columns of text. */
function placesOf(records: readonly SearchRecord[]): Pick<SiteTexts, 'pages' | 'places'> {
  const pages = new Map<string, Set<string>>();
  for (const { url, title, text } of records) {
    if (REPEATS.test(url)) continue;
    const stems = pages.get(url) ?? new Set();
    for (const term of termsOf(`${title} ${text}`)) if (!/\d/.test(term)) stems.add(term);
    pages.set(url, stems);
  }
  const places = new Map<string, number[]>();
  [...pages.values()].forEach((stems, page) => {
    for (const term of stems) places.set(term, [...(places.get(term) ?? []), page]);
  });
  const telling = [...places]
    .filter(([, on]) => on.length >= TELLING.least && on.length <= TELLING.most * pages.size)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    pages: [...pages.keys()].join('\n'),
    places: telling.map(([term, on]) => `${term} ${writePlaces(on)}`).join('\n'),
  };
}

/** Content of the file with the words of all records. */
export function wordsFile(records: readonly SearchRecord[]): string {
  const words = records.flatMap(({ title, also, text }) => normalize(`${title} ${also} ${text}`).split(' '));
  const texts: SiteTexts = {
    records: records.length,
    words: [...new Set(words.filter((word) => word.length > 1))].sort().join(' '),
    ...placesOf(records),
  };
  return JSON.stringify(texts);
}

/** Indexes the built site. */
export async function indexPages({ folder }: BuiltSite, log: Log): Promise<void> {
  const records = pagesBelow(folder)
    .sort()
    .flatMap((name) => {
      const path = `/${name.replace(/index\.html$/, '')}`;
      return isIndexed(path) ? textRecords(readFileSync(join(folder, name), 'utf8'), path) : [];
    });
  for (const { path, content } of await indexFiles(records)) {
    const file = join(folder, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeFileSync(join(folder, 'search/words.json'), wordsFile(records));
  log.info(`${records.length} records can be found.`);
}
