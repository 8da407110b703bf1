import { withBase } from '../../lib/paths.ts';
import { readQuickIndex, type QuickIndex } from '../../lib/search/quick-index.ts';
import { QuickSearch } from '../../lib/search/quick-search.ts';

const base = import.meta.env.BASE_URL;
let quick: Promise<QuickSearch> | undefined;

async function load(): Promise<QuickSearch> {
  const response = await fetch(withBase(base, '/search/quick.json'));
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  return new QuickSearch(readQuickIndex((await response.json()) as QuickIndex));
}

/** The small index, fetched once; a failed fetch is tried again at the next call. */
export function quickSearch(): Promise<QuickSearch> {
  quick ??= load().catch((error: unknown) => {
    quick = undefined;
    throw error;
  });
  return quick;
}

let words: Promise<void> | undefined;

/** Tells the small index the words of the full text, so that they are not taken for typos. */
export function learnWords(search: QuickSearch): Promise<void> {
  words ??= fetch(withBase(base, '/search/words.json'))
    .then((response) => response.json())
    .then((list: string[]) => {
      search.addWords(list.join(' '));
    })
    .catch(() => {
      words = undefined;
    });
  return words;
}
