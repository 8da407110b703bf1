import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { searchWords, startPagefind, wordsToAsk } from '../../src/search/full-text.ts';
import {
  readInstantIndex,
  readLaterIndex,
  type InstantIndex,
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

/** The search of a built site, in Node: the very code of the page with both of its tiers. */
export async function builtSearch(
  folder = process.env['TEST_DIST'] ?? 'dist',
): Promise<(query: string) => Promise<Shown>> {
  const root = resolve(folder);
  const file = (name: string): string => readFileSync(join(root, 'search', name), 'utf8');
  const json = (name: string): unknown => JSON.parse(file(name));
  const search = new InstantSearch(readInstantIndex(json('quick.json') as InstantIndex));
  search.addEntries(readLaterIndex(json('later.json') as string));
  const texts = json('words.json') as SiteTexts;
  search.addTexts(texts);

  // Pagefind fetches its files.
  globalThis.fetch = (url) => {
    const path = new URL(url instanceof Request ? url.url : url, 'http://localhost').pathname;
    return Promise.resolve(new Response(readFileSync(join(root, path))));
  };
  const { lookUp } = await startPagefind(pathToFileURL(join(root, 'pagefind/pagefind.js')).href, '/');

  return async (query) => {
    const instant = search.search(query);
    const atOnce = instantGroups(instant).flatMap(({ results }) => results.map(({ entry }) => entry.url));
    const found = await searchWords(wordsToAsk(instant), instant.unknown, lookUp, texts.records);
    const more = textGroup(new Set(atOnce), found).flatMap(({ results }) => results.map(({ url }) => url));
    return { instant, atOnce, final: [...atOnce, ...more] };
  };
}
