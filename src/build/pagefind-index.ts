import * as pagefind from 'pagefind';
import type { SearchRecord } from '../search/records.ts';
import { normalize } from '../search/terms.ts';

/** What the page's script needs of Pagefind; its ready-made interfaces stay out of the site. */
const NEEDED = /^pagefind(?:-worker)?\.js$|^pagefind-entry\.json$|^wasm\.|\.pf_|^(?:index|fragment)\//;

/** Records on their way to Pagefind at a time: it works in a process of its own. */
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
      // The searchers' words come last, so that excerpts show what the page says.
      content: `${title}. ${text} ${also}`,
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
 * The index as files in memory. Pagefind could write them itself, but says that it is done before all are on disk, and
 * those that it still writes are cut short when it is closed.
 */
export async function indexFiles(records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const { files, errors } = await (await fillIndex(records)).getFiles();
  await pagefind.close();
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  return files.filter(({ path }) => NEEDED.test(path));
}

/** Every word of the records that is longer than three letters, as the file that the search page asks for. */
export function wordsFile(records: readonly SearchRecord[]): string {
  const words = records.flatMap(({ title, also, text }) => normalize(`${title} ${also} ${text}`).split(' '));
  return JSON.stringify([...new Set(words.filter((word) => word.length > 3))].sort());
}
