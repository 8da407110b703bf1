import { KINDS, isPassage } from './kinds.ts';
import type { InstantEntry } from './instant-index.ts';
import { nearest } from '../utils/nearest.ts';
import {
  isAsking,
  isContentWord,
  isFactual,
  isQuestion,
  normalize,
  normalizeAll,
  readQuery,
  stem,
  wordsOf,
  type Query,
} from './terms.ts';
import { WEIGHTS } from './weights.ts';

type Place = keyof typeof WEIGHTS.place;
type NameKind = Exclude<keyof typeof WEIGHTS.name, 'phrase' | 'inside' | 'quoted' | 'stopsOnly' | 'alike'>;

/** A term of the query in an entry. */
interface Match {
  term: string;
  place: Place;
  /** Whether it is only the beginning of a word. */
  begun: boolean;
  /** The alias that contains it, if no title does. */
  alias: string | undefined;
  points: number;
}

/** Why an entry is found, step by step. */
export interface Why {
  matches: Match[];
  /** Share of the query's weight that was found, 0 to 1. */
  coverage: number;
  /** The same by the places it was found in. */
  points: number;
  /** Whether every term was found. */
  complete: boolean;
  /** The name that the whole query says, if any. */
  name: NameKind | undefined;
  bonus: number;
  /** Factor of its kind. */
  kind: number;
}

export interface InstantHit {
  entry: InstantEntry;
  score: number;
  why: Why;
}

export interface InstantResult {
  query: Query;
  hits: InstantHit[];
  /** The hit for the answer card: what the query names, or a passage with all its words. */
  answer: InstantHit | undefined;
  /** Whether the best hit is a name or has every word, so that nothing more needs to be loaded to be sure. */
  confident: boolean;
  /** The query with typos corrected, if any. */
  corrected: string | undefined;
  /** Words of the query that occur nowhere; certain once the full text's words are added. */
  unknown: string[];
}

interface Name {
  phrase: string;
  terms: readonly string[];
  /** Its stop words, which tell "Managing up" from "Management". */
  stops: readonly string[];
}

/** An entry with its words. */
interface Item {
  entry: InstantEntry;
  /** Its title and aliases, title first. */
  names: readonly Name[];
}

/** Where a word occurs: each item once, with the best place. */
type Postings = Map<Item, Place>;

/** A term of a query as it is looked up. */
interface SoughtTerm {
  term: string;
  weight: number;
  exact: Postings;
  begun: Postings;
  /** Stems of the words that it may become. */
  stems: ReadonlySet<string>;
}

/** Kinds that are shown as an answer card when they are named. */
const CARDS: readonly InstantEntry['kind'][] = ['concept', 'row', 'answer'];

const termsIn = (phrase: string): string[] => wordsOf(phrase).filter(isContentWord).map(stem);

const nameFrom = (phrase: string): Name => ({
  phrase,
  terms: [...new Set(termsIn(phrase))],
  stops: wordsOf(phrase).filter((word) => !isContentWord(word)),
});

/** Whether a name of several words is in a query as it is: "one-to-one", "if-then plan". */
const isQuoted = ({ phrase }: Name, query: string): boolean =>
  phrase.includes(' ') && ` ${query} `.includes(` ${phrase} `);

/** How alike a name and a query are as sentences, 0 to 1: "How many people can one person manage?" */
function likenessOf({ phrase }: Name, words: ReadonlySet<string>): number {
  const all = new Set(wordsOf(phrase));
  if (all.size < 5) return 0;
  const share = [...all].filter((word) => words.has(word)).length / all.size;
  return share > 0.5 ? share : 0;
}

/** The share of a name that a query says, 0 to 1. */
function shareOf(
  { terms, stops }: Name,
  said: (term: string) => boolean,
  words: ReadonlySet<string>,
): number {
  const all = terms.length + WEIGHTS.stop * stops.length;
  const found = terms.filter(said).length + WEIGHTS.stop * stops.filter((word) => words.has(word)).length;
  return all === 0 ? 0 : found / all;
}

/** Searches the entries of the instant tier. Pure: the page's script passes the entries and the words of the site. */
export class InstantSearch {
  readonly #items: Item[] = [];
  /** Those with a name of stop words only: "one-to-one". */
  readonly #stopNamed: Item[] = [];
  readonly #postings = new Map<string, Postings>();
  /** Words by their stem. */
  readonly #forms = new Map<string, Set<string>>();
  /** How often each word of the site occurs; those of the full text alone count as none. */
  readonly #words = new Map<string, number>();

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
    let at = 0;
    for (const [index, entry] of entries.entries()) {
      const phrases = normalized.slice(at, (at += texts[index]?.length ?? 0));
      const text = phrases.pop() ?? '';
      const item = { entry, names: phrases.map(nameFrom) };
      this.#items.push(item);
      if (item.names.some(({ terms }) => terms.length === 0)) this.#stopNamed.push(item);
      phrases.forEach((phrase, name) => {
        this.#post(item, phrase, name > 0 ? 'alias' : isPassage(entry.kind) ? 'around' : 'title');
      });
      this.#post(item, text, 'text');
    }
  }

  #post(item: Item, phrase: string, place: Place): void {
    for (const word of wordsOf(phrase)) {
      let postings = this.#postings.get(word);
      if (postings === undefined) {
        this.#postings.set(word, (postings = new Map()));
        this.#learn(word);
      }
      this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
      const before = postings.get(item);
      if (before === undefined || WEIGHTS.place[place] > WEIGHTS.place[before]) postings.set(item, place);
    }
  }

  /** Adds a word to those of its stem. */
  #learn(word: string): void {
    const root = stem(word);
    const forms = this.#forms.get(root);
    if (forms === undefined) this.#forms.set(root, new Set([word]));
    else forms.add(word);
  }

  /** Adds known words of the site, so that they are not corrected as typos. */
  addWords(text: string): void {
    for (const word of wordsOf(normalize(text))) {
      if (this.#words.has(word)) continue;
      this.#words.set(word, 0);
      this.#learn(word);
    }
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
      unknown: this.unknownIn(used),
      answer: best !== undefined && answers(hits, best, used) ? best : undefined,
      confident: best !== undefined && (best.why.name !== undefined || best.why.complete),
    };
  }

  /** Words of a query that occur nowhere. */
  unknownIn({ words }: Query): string[] {
    return words.filter((word) => !this.#isKnown(word));
  }

  #hits(query: Query): InstantHit[] {
    const sought = this.#readTerms(query);
    const candidates = new Set([
      ...sought.flatMap(({ exact, begun }) => [...exact.keys(), ...begun.keys()]),
      ...this.#stopNamed.filter(({ names }) => names.some((name) => isQuoted(name, query.phrase))),
    ]);
    const hits = [...candidates]
      .flatMap((item) => scored(item, sought, query) ?? [])
      .sort((a, b) => b.score - a.score);
    // A section may have several facts: the best represents it.
    const best = new Map(hits.toReversed().map((hit) => [hit.entry.url, hit]));
    const least = WEIGHTS.tail * (hits[0]?.score ?? 0);
    return hits.filter((hit) => hit.score >= least && best.get(hit.entry.url) === hit).slice(0, WEIGHTS.most);
  }

  /** Whether to accept a correction. In a longer query it must match a name; otherwise correct English would be changed. */
  #fits(respelled: string, query: Query): boolean {
    const used = readQuery(respelled);
    if (used.words.length < 2) return true;
    const [best] = this.#hits(used);
    const named = new Set(
      [best?.entry.title ?? '', ...(best?.entry.aliases ?? [])].map(normalize).flatMap(termsIn),
    );
    return used.terms.every((term) => query.terms.includes(term) || named.has(term));
  }

  /** Whether a word occurs on the site, as a stem or as the prefix of a word being typed. */
  #isKnown(word: string): boolean {
    if (this.#words.has(word)) return true;
    const root = stem(word);
    const doubled = root + root.slice(-1);
    // "pasing" is a typo, though it has the stem of "pass".
    const isForm = [...(this.#forms.get(root) ?? [])].some(
      (known) => word.startsWith(doubled) || !known.startsWith(doubled),
    );
    return isForm || this.#continuing(word).length > 0;
  }

  #correct(query: Query): string | undefined {
    let changed = false;
    const words = wordsOf(query.phrase).map((word) => {
      if (!query.words.includes(word) || this.#isKnown(word)) return word;
      const near = nearest(word, this.#words.keys(), (known) => this.#words.get(known) ?? 0);
      // "analysis paralysis" must not become the same word twice.
      if (near === undefined || query.words.includes(near)) return word;
      changed = true;
      return near;
    });
    return changed ? words.join(' ') : undefined;
  }

  /** Words of the site that begin with a word. */
  #continuing(word: string): string[] {
    return word.length < 3 ? [] : [...this.#words.keys()].filter((known) => known.startsWith(word));
  }

  /** Words that a partly typed word may become: "leadersh", "micromanagi". */
  #neighborsOf(word: string): string[] {
    if (word.length < 3) return [];
    // The index omits words that share a stem with another one, so a word may also continue a stem.
    const root = [...this.#forms.keys()].find(
      (known) => known.length > 4 && word.startsWith(known) && word.length - known.length < 5,
    );
    return [...this.#continuing(word), ...(root === undefined ? [] : (this.#forms.get(root) ?? []))];
  }

  #postingsOf(words: Iterable<string>): Postings {
    const all: Postings = new Map();
    for (const word of words)
      for (const [item, place] of this.#postings.get(word) ?? []) {
        const before = all.get(item);
        if (before === undefined || WEIGHTS.place[place] > WEIGHTS.place[before]) all.set(item, place);
      }
    return all;
  }

  /** Step 1: the terms of a query, how rare each is, and where it occurs. */
  #readTerms({ terms, words }: Query): SoughtTerm[] {
    const rarest = Math.log(1 + this.#items.length);
    return terms.map((term, index) => {
      // "doing" has the stem of "do", and counts only where nothing else was typed.
      const isWord = isContentWord(words[index] ?? '') ? isContentWord : () => true;
      const exact = this.#postingsOf([...(this.#forms.get(term) ?? [])].filter(isWord));
      const become = index === terms.length - 1 ? this.#neighborsOf(words.at(-1) ?? '') : [];
      const begun = this.#postingsOf(become);
      const found = exact.size > 0 ? exact.size : begun.size;
      const rarity = found === 0 ? rarest * WEIGHTS.unknown : Math.log(1 + this.#items.length / (1 + found));
      const weight = rarity * (isAsking(words[index] ?? '') ? WEIGHTS.asking : 1);
      return { term, weight, exact, begun, stems: new Set(become.map(stem)) };
    });
  }
}

/** Whether the best hit is shown as an answer. */
function answers(hits: readonly InstantHit[], best: InstantHit, query: Query): boolean {
  const { entry, why } = best;
  // A person's name may lead to an idea, but the idea is no answer to it.
  if (hits.some((hit) => hit.entry.kind === 'source' && hit.why.name !== undefined)) return false;
  if (CARDS.includes(entry.kind)) return why.name !== undefined;
  return (
    isPassage(entry.kind) &&
    entry.text !== '' &&
    why.complete &&
    (query.terms.length > 2 || isFactual(query.phrase))
  );
}

/** Step 2: where each term occurs in an entry, and how much of the query that is. */
function match(
  item: Item,
  sought: readonly SoughtTerm[],
  words: ReadonlySet<string>,
): Pick<Why, 'matches' | 'coverage' | 'points' | 'complete'> {
  const here = sought.filter(({ exact, begun }) => exact.has(item) || begun.has(item));
  const total = sought.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const said = (term: string): boolean =>
    here.some((one) => (one.exact.has(item) ? one.term === term : one.stems.has(term)));
  // The names with their shares; what they lend to a term is the best of those that have it.
  const shares = item.names.map((name) => shareOf(name, said, words));
  let coverage = 0;
  const matches = here.map(({ term, weight, exact, begun, stems }): Match => {
    const isBegun = !exact.has(item);
    const place = exact.get(item) ?? begun.get(item) ?? 'text';
    const has = (name: Name): boolean =>
      name.terms.some((one) => (isBegun ? stems.has(one) : one === term)) || name.stops.includes(term);
    let named = 0;
    let alias: string | undefined;
    if (place === 'title' || place === 'alias')
      item.names.forEach((name, index) => {
        if (!has(name)) return;
        const share = shares[index] ?? 0;
        const one =
          index === 0
            ? WEIGHTS.place.title * (WEIGHTS.partOfTitle + (1 - WEIGHTS.partOfTitle) * share)
            : WEIGHTS.place.alias * share;
        if (one > named) [named, alias] = [one, index === 0 ? undefined : item.entry.aliases[index - 1]];
      });
    // A word of a long alias is worth no less than one of the text.
    const worth = place === 'around' ? WEIGHTS.place.around : Math.max(named, WEIGHTS.place.text);
    coverage += (weight / total) * (isBegun ? WEIGHTS.begun.coverage : 1);
    const points = (weight / total) * worth * (isBegun ? WEIGHTS.begun.points : 1);
    return { term, place, begun: isBegun, alias, points };
  });
  return {
    matches,
    coverage,
    points: matches.reduce((sum, { points }) => sum + points, 0),
    complete: matches.length === sought.length,
  };
}

/** Step 3: whether the query says one of the names. */
function nameOf(
  { entry, names }: Item,
  phrase: string,
  terms: readonly string[],
  words: ReadonlySet<string>,
): { by: NameKind | undefined; share: number; inside: boolean } {
  const said = names
    .map((name, index) => ({ name, index, share: shareOf(name, (term) => terms.includes(term), words) }))
    .filter(({ name, index }) => {
      if (index === 0 && isPassage(entry.kind)) return false;
      return (
        name.phrase === phrase || (name.terms.length > 0 && name.terms.every((term) => terms.includes(term)))
      );
    });
  const inside = said.some(({ name }) => name.terms.length > 1);
  const [whole] = said
    .filter(({ name }) => name.phrase === phrase || name.terms.length === terms.length)
    .sort((a, b) => b.share - a.share);
  if (whole !== undefined) return { by: whole.index === 0 ? 'title' : 'alias', share: whole.share, inside };
  const all = said.length > 1 && terms.every((term) => said.some(({ name }) => name.terms.includes(term)));
  return { by: all ? 'names' : undefined, share: 1, inside };
}

/** Step 4: the score of an entry; undefined if the query says too little of it. */
function scored(item: Item, sought: readonly SoughtTerm[], query: Query): InstantHit | undefined {
  const words = new Set(wordsOf(query.phrase));
  const found = match(item, sought, words);
  const telling = query.terms.filter((_, index) => !isAsking(query.words[index] ?? ''));
  const { by, share, inside } = nameOf(item, query.phrase, telling.length > 0 ? telling : query.terms, words);

  const quotes = item.names.filter(
    (name, index) => (index > 0 || !isPassage(item.entry.kind)) && isQuoted(name, query.phrase),
  );
  const quoted = quotes.length > 0;
  const alike = Math.max(0, ...item.names.map((name) => likenessOf(name, words)));
  if (by === undefined && !quoted && alike === 0 && found.coverage < WEIGHTS.least.found) return undefined;
  const bonus =
    (item.names.some(({ phrase }) => phrase === query.phrase) ? WEIGHTS.name.phrase : 0) +
    (by === undefined || item.entry.kind === 'source' ? 0 : WEIGHTS.name[by] * share) +
    ((inside ? WEIGHTS.name.inside : 0) + (quoted ? WEIGHTS.name.quoted : 0)) * found.coverage ** 2 +
    (quotes.some(({ terms }) => terms.length === 0) ? WEIGHTS.name.stopsOnly : 0) +
    WEIGHTS.name.alike * alike;
  const kind =
    KINDS[item.entry.kind].weight *
    (isPassage(item.entry.kind) && isFactual(query.phrase) ? WEIGHTS.factual : 1) *
    (item.entry.kind === 'answer' && isQuestion(query.phrase) ? WEIGHTS.asked : 1);
  return {
    entry: item.entry,
    score: (found.points * found.coverage + bonus) * kind,
    why: { ...found, name: by, bonus, kind },
  };
}
