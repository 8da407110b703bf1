import { searchWords, wordsToAsk, type LookUp, type TextRecord } from '../full-text.ts';
import type { InstantResult } from '../instant-search.ts';
import { kindsIn } from '../kinds.ts';
import { readQuery } from '../terms.ts';
import { href } from '../../utils/url.ts';
import { siteWords } from './instant.ts';
import { startPagefind, type TextEngine } from './pagefind.ts';

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
