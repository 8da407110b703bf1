import type { CategoryId } from './categories.ts';

/** Sorts the events whose title has one of the words, or of the phrases. */
export interface Rule {
  category: CategoryId;
  words: readonly string[];
}

/** A title or a phrase as it is compared: case, kinds of apostrophe and hyphen, and spaces make no difference. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);

/** Whether a title contains a phrase as whole words; both normalized by `plainWords`. */
export function hasPhrase(title: string, phrase: string): boolean {
  if (phrase === '') return false;
  for (let at = title.indexOf(phrase); at !== -1; at = title.indexOf(phrase, at + 1)) {
    // The edges of the phrase may be punctuation, which is no part of a word and ends none.
    const opens =
      !isWordCharacter(phrase.at(0)) || !isWordCharacter([...title.slice(Math.max(0, at - 2), at)].at(-1));
    const end = at + phrase.length;
    const closes = !isWordCharacter(phrase.at(-1)) || !isWordCharacter([...title.slice(end, end + 2)][0]);
    if (opens && closes) return true;
  }
  return false;
}

/** A sorter of titles: the first rule that fits wins; a title that fits none is everything else. */
export function sorter(rules: readonly Rule[]): (title: string) => CategoryId {
  const plain = rules.map(({ category, words }) => ({ category, phrases: words.map(plainWords) }));
  return (title) => {
    const words = plainWords(title);
    return (
      plain.find(({ phrases }) => phrases.some((phrase) => hasPhrase(words, phrase)))?.category ?? 'other'
    );
  };
}
