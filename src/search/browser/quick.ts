import { readQuickIndex } from '../quick-index.ts';
import { QuickSearch } from '../quick-search.ts';
import { quickFile } from './quick-file.ts';
import { href } from '../../utils/url.ts';

let quick: Promise<QuickSearch> | undefined;

/** Loads the small index; the next call retries a failure. */
export function quickSearch(): Promise<QuickSearch> {
  quick ??= quickFile()
    .then((index) => new QuickSearch(readQuickIndex(index)))
    .catch((error: unknown) => {
      quick = undefined;
      throw error;
    });
  return quick;
}

/** Loads the small index ahead of the first search. */
export function prepareSearch(): void {
  quickSearch().catch(() => undefined);
}

let words: Promise<ReadonlySet<string>> | undefined;

/**
 * Every word of the full text that is longer than three letters, fetched once.
 * @throws when they cannot be loaded; the next call tries again
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

const withWords = new WeakSet<QuickSearch>();

/** Adds the words of the full text to the small index, so that they do not count as typos. */
export async function learnWords(search: QuickSearch): Promise<void> {
  if (withWords.has(search)) return;
  try {
    search.addWords([...(await siteWords())].join(' '));
    withWords.add(search);
  } catch {
    // The small index works without them.
  }
}
