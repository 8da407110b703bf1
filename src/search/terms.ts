/** Maximum length of a query; longer ones are cut and the reader is told. */
export const MAX_QUERY = 200;
const MAX_TERMS = 24;

/** Stop words, among them contractions without their apostrophe. */
const STOP_WORDS = new Set(
  'a about also am an and any are arent as at be because been being best better between but by can cant could couldnt did didnt difference do does doesnt doing dont during each either else ever every for from get gets getting good had hadnt has hasnt have havent he her him his how i id if ill im in into is isnt it its ive just know make makes making many me might more most much must my nobodys not of off on one only onto or other others our out own per really s she should shouldnt since so some such t than that the their them then there these they theyre this those through to too until up us versus very vs was wasnt way we were werent what whats when where wheres whether which while who whom whos whose why will with within wont would wouldnt yet you your youre'.split(
    ' ',
  ),
);

/** Words about the asking. They say nothing of what is sought, so a name need not have them. */
const ASKING_WORDS = new Set(
  'actually define definition describe example examples explain explained find ideally meaning means please really show simply'.split(
    ' ',
  ),
);

export const isAsking = (word: string): boolean => ASKING_WORDS.has(word);

/** Whether a query is a question. */
export const isQuestion = (phrase: string): boolean =>
  /^(?:what|whats|why|how|is|isnt|are|arent|can|cant|could|do|dont|does|doesnt|did|didnt|should|shouldnt|was|wasnt|were|will|wont|who|when|where|which)\b/.test(
    phrase,
  );

/** Whether a query asks for a date, a number, or a person. */
export const isFactual = (phrase: string): boolean =>
  /^(?:when|who|whose|which year|what year|year|date|number of|how (?:many|much|long|big|large|often))\b|\b(?:19|20)\d\d\b/.test(
    phrase,
  );

/** Whether a word is not a stop word. */
export const isContentWord = (word: string): boolean => !STOP_WORDS.has(word);

/** Lower-cases a text and removes accents, typographic quotes and symbols. */
export const normalize = (text: string): string => normalizeAll([text.replaceAll('\n', ' ')])[0] ?? '';

/** Normalizes many texts in one pass, which is several times faster; no text may contain a line feed. */
export function normalizeAll(texts: readonly string[]): string[] {
  const typed = texts
    .join('\n')
    .replace(/['’]/g, '')
    .replace(/[‘“”–—…]/g, ' ');
  // Unicode's rules and patterns take a phone long, and English rarely needs them.
  const isPlain = !/[^\0-\x7f]/.test(typed);
  const plain = (isPlain ? typed : typed.normalize('NFKD'))
    .toLowerCase()
    // "1,000" must match "1000".
    .replace(/(?<=\d),(?=\d{3})/g, '')
    // "one-to-one", "1on1" and "1:1" have no content word, and are one.
    .replace(/\b(?:one|1)(?:[ -]?(?:to|on)[ -]?|:)(?:one|1)(?=s?\b)/g, 'onetoone');
  const bare = isPlain
    ? plain.replace(/[^a-z0-9\n]+/g, ' ')
    : plain.replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}\n]+/gu, ' ');
  return bare.split('\n').map((text) => text.trim());
}

/** Endings to remove, in order, each with the minimum remaining letters and an excluded preceding letter. */
const ENDINGS: readonly (readonly [endings: readonly string[], remains: number, notAfter?: string])[] = [
  [['ing', 'ed', 'ly'], 3],
  [['ance'], 4],
  [['ity'], 7],
  [['ism'], 6],
  [['ness'], 4],
  [['ship'], 3],
  [['ic'], 5],
  [['ion'], 5],
  [['e'], 3],
  [['at'], 5],
  [['ment'], 5],
  [['er'], 4, 'e'],
];

/** Forms that no ending tells. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'broke break,broken break,began begin,begun begin,bought buy,sold sell,brought bring,caught catch,fought fight,fell fall,fallen fall,forgot forget,forgotten forget,hid hide,hidden hide,laid lay,ran run,saw see,seen see,shown show,stood stand,won win,led lead,left leave,kept keep,said say,told tell,gave give,given give,wrote write,written write,spoke speak,taught teach,lost lose,grew grow,chose choose,chosen choose,made make,took take,taken take,came come,felt feel,thought think,knew know,known know,held hold,met meet,paid pay,sent send,understood understand,built build,decision decide,decisions decide,owner own,owners own,ownership own,used use,user use,users use,men man,women woman,children child'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Words in which "er" is no ending: "letter" is no form of "let". */
const NO_ENDING = new Set(
  'corner counter customer former letter manner matter number quarter shoulder'.split(' '),
);

/** The singular of a word, judged by its letters; "ied" is treated as "ies". */
const singular = (word: string): string =>
  word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=ss|x|z|ch|sh)es$/, '')
    .replace(/(?<=[^su])(?<![rsx]i)s$/, '');

/** A word of three letters with "e", "ed" or "ing" after its last consonant alone: "care", "cares", "hiring". */
const SILENT_E = /^..[^aeiou](?:e[sdr]?|ing|ers)$/;

/** A word with the endings of American spelling: "organise", "behaviour", "centre". */
const inAmerican = (word: string): string =>
  word
    .replace(/is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/, 'iz')
    .replace(/our(?=(?:s|ed|ing|able)?$)/, 'or')
    .replace(/tre(?=s?$)/, 'ter');

/**
 * The stem of a word, without the most common English endings, so that "planning", "planners" and "planned" match.
 * Simpler than Porter's stemmer on purpose: it runs on the page, and the words of the site are known. The stem is a
 * prefix of the word (except for "ies", "ied", British and irregular forms), so that it can also be used to mark the word.
 */
export function stem(word: string): string {
  const regular = IRREGULAR.get(word);
  if (regular !== undefined) return stem(regular);
  if (word.length <= 3 || /\d/.test(word)) return word;
  const american = word.length > 5 ? inAmerican(word) : word;
  let root = american.endsWith('s') || american.endsWith('ied') ? singular(american) : american;
  root = root.replace(/(?<=ion|ur|ic)al$/, '');
  if (NO_ENDING.has(root)) return root;
  for (const [endings, remains, notAfter] of ENDINGS) {
    const ending = endings.find((each) => root.endsWith(each));
    if (ending === undefined) continue;
    const shorter = root.slice(0, -ending.length);
    if (shorter.length < remains || (notAfter !== undefined && shorter.endsWith(notAfter))) continue;
    // "spring" is not a form of "spr".
    if (/[aeiouy]/.test(shorter)) root = shorter;
  }
  root = root.replace(/([^aeiou])\1$/, '$1');
  // "car" is no form of "care", nor "hir" a word.
  if (root.length === 3 && /[^aeiou][aeiouy][^aeiouwxy]/.test(root) && SILENT_E.test(american))
    return `${root}e`;
  return root.length > 3 ? root.replace(/[aey]$/, '') : root;
}

/** Words for anybody, anything and any time, by their stems. They say little of what is sought. */
const VAGUE_STEMS = new Set(
  'after again always any anybody anyone anything apply become before come course day different else even everybody everyone everything few give go going happen help idea kind keep learn loads lot let made mean need never no nobody nothing now okay once over people please possible properly person put said same say somebody someone something sometimes start still take tell thing today use want without word words'
    .split(' ')
    .map((word) => stem(word)),
);

/** Whether a word says little of what is sought. */
export const isVague = (word: string): boolean => isAsking(word) || VAGUE_STEMS.has(stem(word));

/** The first letter of the stem of a word. */
export const stemLetter = (word: string): string => (IRREGULAR.get(word) ?? word).charAt(0);

/** The words of a normalized text. */
export const wordsOf = (phrase: string): string[] => (phrase === '' ? [] : phrase.split(' '));

/** A parsed query. */
export interface Query {
  /** The words as typed, normalized. */
  phrase: string;
  /** Stems of the content words, or of all words when the query has only stop words. */
  terms: string[];
  /** The words behind the stems, for suggestions and marking. */
  words: string[];
  /** The stop words beside the content words. */
  stops: string[];
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
  return {
    phrase,
    terms,
    words: terms.map((term) => byStem.get(term) ?? term),
    stops: counting.length > 0 ? all.filter((word) => !isContentWord(word)) : [],
  };
}

/** Stems of the content words of a text. */
export const termsOf = (text: string): string[] => wordsOf(normalize(text)).filter(isContentWord).map(stem);
