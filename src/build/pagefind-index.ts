import * as pagefind from 'pagefind';
import type { SearchRecord } from '../lib/search/records.ts';
import { normalize } from '../lib/search/terms.ts';
import { deterministicIndex, type IndexFile } from './deterministic-pagefind.ts';

/** What the page's script needs of Pagefind; its ready-made interfaces stay out of the site. */
const NEEDED = /^pagefind(?:-worker)?\.js$|^pagefind-entry\.json$|^wasm\.|\.pf_|^(?:index|fragment|filter)\//;

/** Records on their way to Pagefind at a time: it works in a process of its own. */
const AT_ONCE = 100;

/** Fills a Pagefind index with records. */
async function fillIndex(records: readonly SearchRecord[]): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en' });
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  const add = async ({ url, kind, title, page, also, text }: SearchRecord): Promise<void> => {
    const added = await index.addCustomRecord({
      url,
      // The searchers' words come last, so that excerpts show what the page says.
      content: `${title}. ${text} ${also}`,
      language: 'en',
      meta: { title, kind, page },
      filters: { kind: [kind] },
    });
    if (added.errors.length > 0)
      throw new Error(`The search index refused ${url}: ${added.errors.join('; ')}`);
  };
  for (let from = 0; from < records.length; from += AT_ONCE)
    await Promise.all(records.slice(from, from + AT_ONCE).map(add));
  return index;
}

/**
 * One index as files in memory. Pagefind could write them itself, but says that it is done before all are on disk, and
 * those that it still writes are cut short when it is closed.
 */
export async function indexFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { files, errors } = await (await fillIndex(records)).getFiles();
  // Its memory is given back before the next index.
  await pagefind.close();
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  return deterministicIndex(files.filter(({ path }) => NEEDED.test(path)));
}

/** Adds every word of the records that is longer than three letters. */
export function addWords(words: Set<string>, records: readonly SearchRecord[]): void {
  for (const { title, also, text } of records)
    for (const word of normalize(`${title} ${also} ${text}`).split(' ')) if (word.length > 3) words.add(word);
}

/** The words as the file that the search page asks for. */
export const wordsFile = (words: ReadonlySet<string>): string => JSON.stringify([...words].sort());
