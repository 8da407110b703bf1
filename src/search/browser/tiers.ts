import { href } from '../../utils/url.ts';
import {
  searchWords,
  startPagefind,
  wordsToAsk,
  type LookUp,
  type TextEngine,
  type TextRecord,
} from '../full-text.ts';
import { readInstantIndex, readLaterEntries, readVocabulary } from '../instant-index.ts';
import { type InstantResult, InstantSearch } from '../instant-search.ts';
import { kindsIn } from '../kinds.ts';
import { readQuery } from '../terms.ts';
import { searchFile } from './box.ts';

let instant: Promise<InstantSearch> | undefined;

/** Loads the small index; the next call retries a failure. */
export function instantSearch(): Promise<InstantSearch> {
  instant ??= searchFile('quick')
    .then((index) => new InstantSearch(readInstantIndex(index)))
    .catch((error: unknown) => {
      instant = undefined;
      throw error;
    });
  return instant;
}

/** Loads the indexes ahead of the first search: the small one first, unless a query is asked already. */
export function prepareSearch(asked = false): void {
  if (asked) for (const name of ['later', 'words'] as const) searchFile(name).catch(() => undefined);
  instantSearch()
    .then(learnWords)
    .catch(() => undefined);
}

let later: Promise<void> | undefined;
/** Entries to prepare before the page gets its turn. */
const AT_ONCE = 200;

/** Adds the later index, fetched once; the next call retries a failure. */
export function learnLater(search: InstantSearch): Promise<void> {
  later ??= searchFile('later')
    .then(async (index) => {
      const entries = readLaterEntries(index);
      for (let at = 0; at < entries.length; at += AT_ONCE) {
        search.addEntries(entries.slice(at, at + AT_ONCE));
        // A slow phone can show a key in between.
        await new Promise((resolve) => setTimeout(resolve));
      }
      search.addVocabulary(readVocabulary(index));
    })
    .catch(() => {
      later = undefined;
    });
  return later;
}

/** Adds the words of the texts, after the later index that they also tell about. */
export async function learnWords(search: InstantSearch): Promise<void> {
  try {
    const [texts] = await Promise.all([searchFile('words'), learnLater(search)]);
    if (!search.whole) search.addTexts(texts);
  } catch {
    // The small index works without them.
  }
}

let engine: Promise<TextEngine> | undefined;
/** Each start has an address of its own, because a browser goes on waiting for a script that hangs. */
let starts = 0;
let siteWords: ReadonlySet<string> | undefined;
/** Milliseconds after which a full text that hangs counts as missing; it is a few hundred kilobytes. */
const PATIENCE = 20_000;

/**
 * Searches the full text. After a failure the next search starts another engine, because the index may be partial, or
 * never come.
 * @param instant the result of the instant tier; undefined if it could not be loaded
 * @param kind filter of the results; empty for all
 * @throws if the engine or its index cannot be loaded, or hangs
 */
export async function searchText(
  instant: InstantResult | undefined,
  text: string,
  kind: string,
): Promise<TextRecord[]> {
  const { query, unknown } = instant ?? { query: readQuery(text), unknown: [] };
  const words = wordsToAsk({ query, unknown });
  if (words.length === 0) return [];
  const asked = (engine ??= startPagefind(
    href(`/pagefind/pagefind.js?${(starts += 1)}`),
    import.meta.env.BASE_URL,
  ));
  const search = async (): Promise<TextRecord[]> => {
    const [{ lookUp }, texts] = await Promise.all([asked, searchFile('words')]);
    const known = (siteWords ??= new Set(texts.words.split(' ')));
    const checked: LookUp = async (word) => {
      const hits = await lookUp(word);
      // Pagefind reports no error if part of its index is missing or corrupt: it finds less.
      if (hits.length === 0 && known.has(word)) throw new Error(`The full-text index lacks “${word}”.`);
      return hits;
    };
    return searchWords(words, unknown, checked, texts.records, kindsIn(kind));
  };
  try {
    return await Promise.race([
      search(),
      new Promise<never>((_, reject) => setTimeout(reject, PATIENCE, new Error('The full text hangs.'))),
    ]);
  } catch (error) {
    // A later search may have started another by now.
    if (engine === asked) engine = undefined;
    throw error;
  }
}
