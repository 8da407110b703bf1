import { withBase } from '../../utils/paths.ts';
import { readQuickIndex } from '../quick-index.ts';
import { QuickSearch } from '../quick-search.ts';
import { quickFile } from './quick-file.ts';

let quick: Promise<QuickSearch> | undefined;

/** The small index, ready to search; one that could not be fetched or read is tried again at the next call. */
export function quickSearch(): Promise<QuickSearch> {
  quick ??= quickFile()
    .then((index) => new QuickSearch(readQuickIndex(index)))
    .catch((error: unknown) => {
      quick = undefined;
      throw error;
    });
  return quick;
}

/** Makes the small index ready, before anything is asked of it. */
export function prepareSearch(): void {
  quickSearch().catch(() => undefined);
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

const taught = new WeakSet<QuickSearch>();

/** Tells the small index the words of the full text, so that they are not taken for typos. */
export async function learnWords(search: QuickSearch): Promise<void> {
  if (taught.has(search)) return;
  try {
    search.addWords([...(await siteWords())].join(' '));
    taught.add(search);
  } catch {
    // Without them the small index knows its own words only.
  }
}
