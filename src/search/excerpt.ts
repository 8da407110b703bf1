import { isContentWord, normalize, stem, wordsOf } from './terms.ts';

/** Characters of an excerpt, about two lines on a wide screen. */
export const EXCERPT_LENGTH = 180;

/** The sentences of a text. */
const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.?!][”"’)]?)\s(?=[“"(]?[\p{Lu}\p{N}])/u).filter((sentence) => sentence !== '');

/** How many different terms a text has. */
function termCount(text: string, terms: readonly string[]): number {
  const words = new Set(wordsOf(normalize(text)).filter(isContentWord).map(stem));
  return terms.filter((term) => words.has(term)).length;
}

/** Cuts a text after a word. */
const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, text.lastIndexOf(' ', length))} …`;

/**
 * The part of a text with the most terms. It begins at a sentence, and goes on with the next ones as far as there is room.
 * @param had excerpts that were shown before, which are not repeated
 */
export function excerptOf(
  text: string,
  terms: readonly string[],
  had: readonly string[] = [],
  length = EXCERPT_LENGTH,
): string {
  const sentences = sentencesOf(text);
  let best = 0;
  let most = -1;
  sentences.forEach((sentence, at) => {
    const count =
      termCount(sentence, terms) - (had.some((one) => one.startsWith(cut(sentence, length))) ? 0.5 : 0);
    if (count > most) [best, most] = [at, count];
  });
  let excerpt = sentences[best] ?? '';
  for (const sentence of sentences.slice(best + 1)) {
    if (excerpt.length + sentence.length + 1 > length) break;
    excerpt += ` ${sentence}`;
  }
  return cut(excerpt, length);
}
