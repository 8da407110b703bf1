/** Maximum length of a query; longer ones are cut and the reader is told. */
export const MAX_QUERY = 200;
const MAX_TERMS = 24;

/** Stop words. */
const STOP_WORDS = new Set(
  'a about an and any are as at be been best better between but by can could did difference do does doing for from get gets getting good had has have how i if in into is it its just know make makes making me more most much my no not of on one or our out own s should so some t tell than that the their them then there these they this those to too up us vs versus was way we were what when where which while without who whom whose why will with would you your'.split(
    ' ',
  ),
);

/** Whether a word is not a stop word. */
export const isContentWord = (word: string): boolean => !STOP_WORDS.has(word);

/** Lower-cases a text and removes accents, typographic quotes and symbols. */
export const normalize = (text: string): string => normalizeAll([text.replaceAll('\n', ' ')])[0] ?? '';

/** Normalizes many texts in one pass, which is several times faster; no text may contain a line feed. */
export function normalizeAll(texts: readonly string[]): string[] {
  const plain = texts
    .join('\n')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[‘“”–—…]/g, ' ')
    // "1,000" must match "1000".
    .replace(/(?<=\d),(?=\d{3})/g, '');
  // Unicode patterns are several times slower on phones, and English rarely needs them.
  const bare = /[^\0-\x7f]/.test(plain)
    ? plain.replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}\n]+/gu, ' ')
    : plain.replace(/[^a-z0-9\n]+/g, ' ');
  return bare.split('\n').map((text) => text.trim());
}

/** Endings to remove, in order, each with the minimum remaining letters and an excluded preceding letter. */
const ENDINGS: readonly (readonly [endings: readonly string[], remains: number, notAfter?: string])[] = [
  [['ing', 'ed', 'ly'], 3],
  [['ness'], 4],
  [['ship'], 4],
  [['ion'], 5],
  [['e'], 3],
  [['at'], 5],
  [['ment'], 5],
  [['er'], 4, 'e'],
];

/** The singular of a word, judged by its letters; "ied" is treated as "ies". */
const singular = (word: string): string =>
  word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=ss|x|z|ch|sh)es$/, '')
    .replace(/(?<=[^su])(?<![rsx]i)s$/, '');

/**
 * The stem of a word, without the most common English endings, so that "planning", "planners" and "planned" match.
 * Simpler than Porter's stemmer on purpose: it runs on the page, and the words of the site are known. The stem is a
 * prefix of the word (except for "ies" and "ied"), so that it can also be used to mark the word.
 */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  let root = word.endsWith('s') || word.endsWith('ied') ? singular(word) : word;
  for (const [endings, remains, notAfter] of ENDINGS) {
    const ending = endings.find((each) => root.endsWith(each));
    if (ending === undefined) continue;
    const shorter = root.slice(0, -ending.length);
    if (shorter.length < remains || (notAfter !== undefined && shorter.endsWith(notAfter))) continue;
    // "spring" is not a form of "spr".
    if (/[aeiouy]/.test(shorter)) root = shorter;
  }
  root = root.replace(/([^aeiou])\1$/, '$1');
  return root.length > 3 ? root.replace(/[ey]$/, '') : root;
}

const wordsOf = (phrase: string): string[] => (phrase === '' ? [] : phrase.split(' '));

/** A parsed query. */
export interface Query {
  /** The words as typed, normalized. */
  phrase: string;
  /** Stems of the content words, or of all words when the query has only stop words. */
  terms: string[];
  /** The words behind the stems, for suggestions and marking. */
  words: string[];
}

/** Parses a query: truncated, normalized, without stop words unless it has no others. */
export function readQuery(text: string): Query {
  const phrase = normalize(text.slice(0, MAX_QUERY));
  const all = wordsOf(phrase);
  const counting = all.filter(isContentWord);
  const byStem = new Map<string, string>();
  for (const word of counting.length > 0 ? counting : all) {
    if (!byStem.has(stem(word))) byStem.set(stem(word), word);
  }
  const terms = [...byStem.keys()].slice(0, MAX_TERMS);
  return { phrase, terms, words: terms.map((term) => byStem.get(term) ?? term) };
}

/** Stems of the content words of a text. */
export const termsOf = (text: string): string[] => wordsOf(normalize(text)).filter(isContentWord).map(stem);
