import { href } from '../../utils/url.ts';
import type { LookUp, TextEngine, TextRecord } from '../full-text.ts';
import { readInstantIndex, readLaterIndex, type SiteTexts } from '../instant-index.ts';
import { type InstantResult, InstantSearch } from '../instant-search.ts';
import { kindsIn } from '../kinds.ts';
import { readQuery } from '../terms.ts';
import { instantFile, laterFile } from './box.ts';

let instant: Promise<InstantSearch> | undefined;

/** Loads the small index; the next call retries a failure. */
export function instantSearch(): Promise<InstantSearch> {
  instant ??= instantFile()
    .then((index) => new InstantSearch(readInstantIndex(index)))
    .catch((error: unknown) => {
      instant = undefined;
      throw error;
    });
  return instant;
}

/** Loads the small index ahead of the first search. */
export function prepareSearch(): void {
  instantSearch()
    .then(learnLater)
    .catch(() => undefined);
}

let later: Promise<void> | undefined;
/** Entries to prepare before the page gets its turn. */
const AT_ONCE = 200;

/** Adds the later index, fetched once; the next call retries a failure. */
export function learnLater(search: InstantSearch): Promise<void> {
  later ??= laterFile()
    .then(async (index) => {
      const entries = readLaterIndex(index);
      for (let at = 0; at < entries.length; at += AT_ONCE) {
        search.addEntries(entries.slice(at, at + AT_ONCE));
        // A slow phone can show a key in between.
        await new Promise((resolve) => setTimeout(resolve));
      }
    })
    .catch(() => {
      later = undefined;
    });
  return later;
}

/** The texts' words, with those as a set. */
type SiteWords = SiteTexts & { set: ReadonlySet<string> };

let words: Promise<SiteWords> | undefined;

/**
 * Every word of the full text with two letters or more, fetched once.
 * @throws if they cannot be loaded; the next call retries
 */
export function siteWords(): Promise<SiteWords> {
  words ??= fetch(href('/search/words.json'))
    .then((response) => response.json())
    .then((file: SiteTexts) => ({ ...file, set: new Set(file.words.split(' ')) }))
    .catch((error: unknown) => {
      words = undefined;
      throw error;
    });
  return words;
}

const withWords = new WeakSet<InstantSearch>();

/** Adds the words of the texts, after the later index that they also tell about. */
export async function learnWords(search: InstantSearch): Promise<void> {
  try {
    const [texts] = await Promise.all([siteWords(), learnLater(search)]);
    if (withWords.has(search)) return;
    withWords.add(search);
    search.addTexts(texts);
  } catch {
    // The small index works without them.
  }
}

let engine: Promise<TextEngine> | undefined;

/**
 * Searches the full text.
 * @param instant the result of the instant tier; undefined if it could not be loaded
 * @param kind filter of the results; empty for all
 * @throws if the engine or its index cannot be loaded; the next call retries
 */
export async function searchText(
  instant: InstantResult | undefined,
  text: string,
  kind: string,
): Promise<TextRecord[]> {
  // Nothing of it is needed for the first result.
  const { searchWords, startPagefind, wordsToAsk } = await import('../full-text.ts');
  const { query, unknown } = instant ?? { query: readQuery(text), unknown: [] };
  const words = wordsToAsk({ query, unknown });
  if (words.length === 0) return [];
  engine ??= startPagefind(
    new URL(href('/pagefind/pagefind.js'), location.origin).href,
    import.meta.env.BASE_URL,
  );
  try {
    const [{ lookUp }, site] = await Promise.all([engine, siteWords()]);
    const checked: LookUp = async (word) => {
      const hits = await lookUp(word);
      // Pagefind reports no error if part of its index is missing or corrupt: it finds less.
      if (hits.length === 0 && site.set.has(word)) throw new Error(`The full-text index lacks “${word}”.`);
      return hits;
    };
    return await searchWords(words, unknown, checked, site.records, kindsIn(kind));
  } catch (error) {
    const failed = engine;
    engine = undefined;
    await failed.then(({ stop }) => stop()).catch(() => undefined);
    throw error;
  }
}
