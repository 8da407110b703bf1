import { KINDS } from './kinds.ts';
import type { InstantEntry } from './instant-index.ts';
import { nearest } from '../utils/nearest.ts';
import { isContentWord, normalize, normalizeAll, readQuery, stem, termsOf, type Query } from './terms.ts';

export interface InstantHit {
  entry: InstantEntry;
  score: number;
  /** Whether the query contains the title of the entry or one of its aliases. */
  named: boolean;
  /** Whether the hit ranks above full-text results: a name, or every word of the query. */
  sure: boolean;
}

export interface InstantResult {
  query: Query;
  hits: InstantHit[];
  /** The hit for the answer card: a concept, a row or an answer that the query names. */
  answer: InstantHit | undefined;
  /** Whether the best hit is sure. */
  confident: boolean;
  /** The query with typos corrected, if any. */
  corrected: string | undefined;
  /** Whether no content word occurs on the site; certain once the full text's words are added. */
  unknown: boolean;
}

/** An entry with normalized texts. */
interface Prepared {
  entry: InstantEntry;
  /** Its title and aliases, title first. */
  names: readonly string[];
  body: string;
  /** Names and body, with a space around each word. */
  text: string;
}

/** Weight of a term by the field it is found in: title, aliases, body. */
const FIELD_WEIGHTS = [3, 2.4, 1] as const;
/** Factors for terms that match only as a word prefix. */
const BEGUN = { coverage: 0.8, points: 0.6 } as const;
/** Added to the score of an entry that the query names. */
const NAME_BONUS = {
  /** The query equals the name. */
  phrase: 0.5,
  title: 4,
  alias: 3.4,
  /** Several of its names together. */
  names: 2.6,
  /** Part of a longer query; times the coverage. */
  inside: 1.2,
} as const;
/** Minimum scores to rank above full-text results: with a name inside the query, or with every term found. */
const SURE = { inside: 1, complete: 0.75 } as const;

/** A term of a query that occurs in the index. */
interface KnownTerm {
  /** Words of the index with this stem. */
  forms: readonly string[];
  /** Inverse document frequency. */
  weight: number;
}

const spaced = (text: string): string => ` ${text} `;

/** @param words each with a space around it, as in the text */
const hasAny = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** Words of a text that start with a prefix. */
const wordsFrom = (beginning: string, text: string): string[] => [
  ...new Set(text.match(new RegExp(`(?<= )${beginning}[^ ]*`, 'g'))),
];

/** Words of a text with a stem. The prefix is shortened because some forms differ: "try", "tries". */
const formsOf = (term: string, text: string): string[] =>
  wordsFrom(term.length > 3 ? term : term.slice(0, 1), text).filter(
    (word) => isContentWord(word) && stem(word) === term,
  );

/** Kinds that are shown as an answer card. */
const CARDS: readonly InstantEntry['kind'][] = ['concept', 'row', 'answer'];

/** Minimum share of the query's weight for a hit. */
const ENOUGH = 0.3;
/** Maximum number of hits. */
const MOST = 24;

/**
 * Searches the small index. Pure: the page's script passes the entries and the words of the site. Words are split and
 * stemmed only when a query needs them, because preparing the index must not take a phone longer than fetching it.
 */
export class InstantSearch {
  readonly #prepared: Prepared[] = [];
  /** All words of the entries, with a space around each. */
  #text = '';
  #added = '';
  readonly #terms = new Map<string, KnownTerm>();

  constructor(entries: readonly InstantEntry[]) {
    this.addEntries(entries);
  }

  /** Adds entries that are loaded later. */
  addEntries(entries: readonly InstantEntry[]): void {
    const texts = entries.map(({ title, aliases, text, cells }) => [
      title,
      ...aliases,
      [text, ...cells.map(([, cell]) => cell)].join(' '),
    ]);
    const normalized = normalizeAll(texts.flat());
    this.#text += spaced(normalized.join(' '));
    this.#terms.clear();
    let at = 0;
    for (const [index, entry] of entries.entries()) {
      const names = normalized.slice(at, (at += texts[index]?.length ?? 0));
      const text = spaced(names.join(' '));
      const body = names.pop() ?? '';
      this.#prepared.push({ entry, names, body, text });
    }
  }

  /** Adds known words of the site, so that they are not corrected as typos. */
  addWords(text: string): void {
    this.#added += spaced(normalize(text));
  }

  /**
   * Finds the hits, best first. Mistyped words are corrected if nothing else matches them.
   * @param asTyped whether to skip the correction
   */
  search(text: string, asTyped = false): InstantResult {
    const query = readQuery(text);
    const respelled = asTyped ? undefined : this.#correct(query);
    const corrected = respelled !== undefined && this.#fits(respelled, query) ? respelled : undefined;
    const used = corrected === undefined ? query : readQuery(corrected);
    const hits = this.#hits(used);
    const [best] = hits;
    return {
      query: used,
      hits,
      corrected,
      unknown: used.words.every((word) => !this.#isKnown(word)),
      answer: hits.slice(0, 1).find((hit) => hit.named && CARDS.includes(hit.entry.kind)),
      confident: best?.sure === true,
    };
  }

  #hits(query: Query): InstantHit[] {
    const score = this.#scorer(query);
    return this.#prepared
      .flatMap((item) => score(item) ?? [])
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST);
  }

  /** Whether to accept a correction. In a longer query it must match a name; otherwise correct English would be changed. */
  #fits(respelled: string, query: Query): boolean {
    const used = readQuery(respelled);
    if (used.words.length < 2) return true;
    const [best] = this.#hits(used);
    const named = new Set([best?.entry.title ?? '', ...(best?.entry.aliases ?? [])].flatMap(termsOf));
    return used.terms.every((term) => query.terms.includes(term) || named.has(term));
  }

  /** Whether a word occurs on the site, as a stem or as the prefix of a word being typed. */
  #isKnown(word: string): boolean {
    if ([this.#text, this.#added].some((text) => text.includes(` ${word}`))) return true;
    const root = stem(word);
    const doubled = root + root.slice(-1);
    return (
      this.#term(root).forms.length > 0 ||
      // "pasing" is a typo, though it has the stem of "pass".
      formsOf(root, this.#added).some((known) => word.startsWith(doubled) || !known.startsWith(doubled))
    );
  }

  /** Frequencies of the site's words. */
  #frequencies(): Map<string, number> {
    const counted = new Map<string, number>();
    for (const word of (this.#text + this.#added).split(' ')) counted.set(word, (counted.get(word) ?? 0) + 1);
    return counted;
  }

  #correct(query: Query): string | undefined {
    let changed = false;
    const words = query.phrase.split(' ').map((word) => {
      if (!query.words.includes(word) || this.#isKnown(word)) return word;
      const frequencies = this.#frequencies();
      const near = nearest(word, frequencies.keys(), (known) => frequencies.get(known) ?? 0);
      // "analysis paralysis" must not become the same word twice.
      if (near === undefined || query.words.includes(near)) return word;
      changed = true;
      return near;
    });
    return changed ? words.join(' ') : undefined;
  }

  #term(term: string): KnownTerm {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const forms = formsOf(term, this.#text);
    const sought = forms.map(spaced);
    const entries = this.#prepared.filter(({ text }) => hasAny(text, sought));
    // A term without entries may occur in the full text and must not outweigh the others.
    const weight = entries.length === 0 ? 1.5 : Math.log(1 + this.#prepared.length / (1 + entries.length));
    const made = { forms, weight };
    this.#terms.set(term, made);
    return made;
  }

  /** Words that begin with a partly typed word: "leadersh", "micromanagi". */
  #neighborsOf(word: string): string[] {
    if (word.length < 3) return [];
    // The index omits words that share a stem with another one, so a word may also continue a stem.
    const goesOnFrom = (root: string): boolean =>
      root.length > 4 && word.startsWith(root) && word.length - root.length < 5;
    return wordsFrom(word.slice(0, 5), this.#text).filter(
      (known) => known.startsWith(word) || (isContentWord(known) && goesOnFrom(stem(known))),
    );
  }

  /** Prepares the terms of a query: the words that count as each of them, and how rare it is. */
  #readTerms({ terms, words }: Query): SoughtTerm[] {
    const begun = this.#neighborsOf(words.at(-1) ?? '').map(spaced);
    return terms.map((term, index) => {
      const { forms, weight } = this.#term(term);
      return {
        term,
        forms,
        weight,
        exact: forms.map(spaced),
        begun: index === terms.length - 1 ? begun : [],
      };
    });
  }

  /** Returns a function that scores one entry; undefined means no hit. */
  #scorer(query: Query): (item: Prepared) => InstantHit | undefined {
    const sought = this.#readTerms(query);
    const anyOf = sought.flatMap(({ exact, begun }) => [...exact, ...begun]);
    const termOf = new Map(sought.flatMap(({ term, forms }) => forms.map((word) => [word, term])));
    return (item) => {
      if (!hasAny(item.text, anyOf) && !item.names.includes(query.phrase)) return undefined;
      const match = matchFields(item, sought);
      const naming = nameOf(item.names, query, termOf);
      const named = naming.by !== undefined;
      if (!named && match.coverage < ENOUGH) return undefined;
      const bonus =
        (item.names.includes(query.phrase) ? NAME_BONUS.phrase : 0) +
        (naming.by === undefined ? 0 : NAME_BONUS[naming.by]) +
        (naming.inside ? NAME_BONUS.inside * match.coverage : 0);
      const score = (match.points * match.coverage + bonus) * KINDS[item.entry.kind].weight;
      const sure =
        named || (naming.inside && score >= SURE.inside) || (match.complete && score >= SURE.complete);
      return { entry: item.entry, named, score, sure };
    };
  }
}

/** A term of a query with the words that match it, each with a space around it. */
interface SoughtTerm extends KnownTerm {
  term: string;
  exact: readonly string[];
  /** Words that begin with the last word of the query. */
  begun: readonly string[];
}

/** How well the fields of an entry match the terms of a query. */
interface FieldMatch {
  /** Share of the query's weight that was found, 0 to 1. */
  coverage: number;
  /** The same, weighted by the fields it was found in. */
  points: number;
  /** Whether every term was found. */
  complete: boolean;
}

function matchFields({ names, body }: Prepared, sought: readonly SoughtTerm[]): FieldMatch {
  const fields = [names[0] ?? '', names.slice(1).join(' '), body].map(spaced);
  const total = sought.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let coverage = 0;
  let points = 0;
  let matched = 0;
  for (const { weight, exact, begun } of sought) {
    const place = fields.findIndex((field) => hasAny(field, exact) || hasAny(field, begun));
    if (place < 0) continue;
    const isExact = hasAny(fields[place] ?? '', exact);
    matched += 1;
    coverage += weight * (isExact ? 1 : BEGUN.coverage);
    points += weight * (FIELD_WEIGHTS[place] ?? 0) * (isExact ? 1 : BEGUN.points);
  }
  return { coverage: coverage / total, points: points / total, complete: matched === sought.length };
}

/** How a query contains a name of an entry. */
interface Naming {
  /** Undefined if it contains none. */
  by: 'title' | 'alias' | 'names' | undefined;
  /** Whether a name of several terms is part of a longer query: "what is psychological safety at work". */
  inside: boolean;
}

/**
 * How a query contains one of the names.
 * @param termOf the term of each matching word
 */
function nameOf(names: readonly string[], query: Query, termOf: ReadonlyMap<string, string>): Naming {
  // The terms that each name consists of; empty if it has other content words.
  const termsIn = names.map((name): ReadonlySet<string> => {
    const words = name.split(' ');
    return words.every((word) => termOf.has(word) || !isContentWord(word))
      ? new Set(words.flatMap((word) => termOf.get(word) ?? []))
      : new Set();
  });
  const isWhole = (name: ReadonlySet<string> | undefined): boolean =>
    name !== undefined && name.size > 0 && name.size === query.terms.length;
  const partial = termsIn.filter(({ size }) => size > 0);
  const inside = partial.some(({ size }) => size > 1);
  if (names[0] === query.phrase || isWhole(termsIn[0])) return { by: 'title', inside };
  if (names.includes(query.phrase, 1) || termsIn.slice(1).some(isWhole)) return { by: 'alias', inside };
  // Several names at once: "long term vs short term".
  const all = partial.length > 1 && query.terms.every((term) => partial.some((name) => name.has(term)));
  return { by: all ? 'names' : undefined, inside };
}
