import type { CategoryId } from './hours.ts';

/** A rule that sorts events whose title contains one of its words or phrases. */
export interface Rule {
  category: CategoryId;
  words: readonly string[];
}

/** Normalizes case, apostrophes, hyphens and spaces of a title or phrase for comparison. */
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
    // A phrase may begin or end with punctuation, next to which any character is allowed.
    const opens =
      !isWordCharacter(phrase.at(0)) || !isWordCharacter([...title.slice(Math.max(0, at - 2), at)].at(-1));
    const end = at + phrase.length;
    const closes = !isWordCharacter(phrase.at(-1)) || !isWordCharacter([...title.slice(end, end + 2)][0]);
    if (opens && closes) return true;
  }
  return false;
}

/** Returns a function that sorts titles. The first rule that matches wins; other titles are "other". */
export function sorter(rules: readonly Rule[]): (title: string) => CategoryId {
  const plain = rules.map(({ category, words }) => ({ category, phrases: words.map(plainWords) }));
  return (title) => {
    const words = plainWords(title);
    return (
      plain.find(({ phrases }) => phrases.some((phrase) => hasPhrase(words, phrase)))?.category ?? 'other'
    );
  };
}
