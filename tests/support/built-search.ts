import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { searchWords, startPagefind, wordsToAsk } from '../../src/search/full-text.ts';
import {
  readInstantIndex,
  readLaterEntries,
  readVocabulary,
  type InstantIndex,
  type LaterIndex,
  type SiteTexts,
} from '../../src/search/instant-index.ts';
import { InstantSearch, type InstantResult } from '../../src/search/instant-search.ts';
import { instantGroups, textGroup } from '../../src/search/results.ts';

/** What search shows for a query, in its order. */
export interface Shown {
  instant: InstantResult;
  /** Addresses that show at once. */
  atOnce: string[];
  /** All addresses, once the full text has joined. */
  final: string[];
}

const FOLDER = process.env['TEST_DIST'] ?? 'dist';

/** The instant tier of a built site with all of its files, and the number of records of the full text. */
function builtInstant(folder = FOLDER): { search: InstantSearch; records: number } {
  const json = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, 'search', `${name}.json`), 'utf8'));
  const search = new InstantSearch(readInstantIndex(json('quick') as InstantIndex));
  const later = json('later') as LaterIndex;
  search.addEntries(readLaterEntries(later));
  search.addVocabulary(readVocabulary(later));
  const texts = json('words') as SiteTexts;
  search.addTexts(texts);
  return { search, records: texts.records };
}

/** The addresses that a result of the instant tier shows. */
const shownAtOnce = (instant: InstantResult): string[] =>
  instantGroups(instant).flatMap(({ results }) => results.map(({ entry }) => entry.url));

/** The search of a built site, in Node: the very code of the page with both of its tiers. */
export async function builtSearch(folder = FOLDER): Promise<(query: string) => Promise<Shown>> {
  const root = resolve(folder);
  const { search, records } = builtInstant(root);

  // Pagefind fetches its files.
  globalThis.fetch = (url) => {
    const path = new URL(url instanceof Request ? url.url : url, 'http://localhost').pathname;
    return Promise.resolve(new Response(readFileSync(join(root, path))));
  };
  const { lookUp } = await startPagefind(pathToFileURL(join(root, 'pagefind/pagefind.js')).href, '/');

  return async (query) => {
    const instant = search.search(query);
    const atOnce = shownAtOnce(instant);
    const found = await searchWords(wordsToAsk(instant), instant.unknown, lookUp, records);
    const more = textGroup(new Set(atOnce), found).flatMap(({ results }) => results.map(({ url }) => url));
    return { instant, atOnce, final: [...atOnce, ...more] };
  };
}
