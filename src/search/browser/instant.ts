import { withBase } from '../../utils/paths.ts';
import { readInstantIndex } from '../instant-index.ts';
import { InstantSearch } from '../instant-search.ts';
import { instantFile } from './instant-file.ts';

let instant: Promise<InstantSearch> | undefined;

/** The small index, ready to search; one that could not be fetched or read is tried again at the next call. */
export function instantSearch(): Promise<InstantSearch> {
  instant ??= instantFile()
    .then((index) => new InstantSearch(readInstantIndex(index)))
    .catch((error: unknown) => {
      instant = undefined;
      throw error;
    });
  return instant;
}

/** Makes the small index ready, before anything is asked of it. */
export function prepareSearch(): void {
  instantSearch().catch(() => undefined);
}

let words: Promise<ReadonlySet<string>> | undefined;

/**
 * Every word of the full text that is longer than three letters, fetched once.
 * @throws when they cannot be loaded; the next call tries again
 */
export function siteWords(): Promise<ReadonlySet<string>> {
  words ??= fetch(withBase(import.meta.env.BASE_URL, '/search/words.json'))
    .then((response) => response.json())
    .then((list: string[]) => new Set(list))
    .catch((error: unknown) => {
      words = undefined;
      throw error;
    });
  return words;
}

const taught = new WeakSet<InstantSearch>();

/** Tells the small index the words of the full text, so that they are not taken for typos. */
export async function learnWords(search: InstantSearch): Promise<void> {
  if (taught.has(search)) return;
  try {
    search.addWords([...(await siteWords())].join(' '));
    taught.add(search);
  } catch {
    // Without them the small index knows its own words only.
  }
}
