import { readLaterIndex, readInstantIndex } from '../instant-index.ts';
import { InstantSearch } from '../instant-search.ts';
import { laterFile, instantFile } from './instant-file.ts';
import { href } from '../../utils/url.ts';

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

/** Adds the later index, fetched once; the next call retries a failure. */
export function learnLater(search: InstantSearch): Promise<void> {
  later ??= laterFile()
    .then((index) => {
      search.addEntries(readLaterIndex(index));
    })
    .catch(() => {
      later = undefined;
    });
  return later;
}

let words: Promise<ReadonlySet<string>> | undefined;

/**
 * Every word of the full text that is longer than three letters, fetched once.
 * @throws if they cannot be loaded; the next call retries
 */
export function siteWords(): Promise<ReadonlySet<string>> {
  words ??= fetch(href('/search/words.json'))
    .then((response) => response.json())
    .then((list: string[]) => new Set(list))
    .catch((error: unknown) => {
      words = undefined;
      throw error;
    });
  return words;
}

const withWords = new WeakSet<InstantSearch>();

/** Adds the words of the full text to the small index, so that they do not count as typos. */
export async function learnWords(search: InstantSearch): Promise<void> {
  if (withWords.has(search)) return;
  try {
    search.addWords([...(await siteWords())].join(' '));
    withWords.add(search);
  } catch {
    // The small index works without them.
  }
}
