// How results are ranked, in steps that leave a trace (`npm run search:explain -- "query"`):
//  1. each term of a query: how rare it is, and which entries have it where (`instant-search.ts`);
//  2. an entry has points for its terms, each by the best place it is in, and a coverage, the share of the query it has;
//  3. each of its names is compared with the query as a whole, and the likest adds a bonus;
//  4. the sum, times a factor of its kind, is its score;
//  5. of a page, the passage that answers comes first.
// Pure.
import type { InstantEntry } from './instant-index.ts';
import { isPassage, kindOf, KINDS } from './kinds.ts';
import { isAsking, isContentWord, isFactual, isQuestion, stem, wordsOf, type Query } from './terms.ts';
import { WEIGHTS } from './weights.ts';

/** Where a term may be. */
export type Place = keyof typeof WEIGHTS.place;

/** What a name of an entry is: its title, an alias, or a phrase that people type who need it. */
export type NameKind = 'title' | 'alias' | 'asked';

interface Name {
  kind: NameKind;
  /** As it is written. */
  text: string;
  phrase: string;
  terms: readonly string[];
  /** Its stop words, which tell "Managing up" from "Management". */
  stops: readonly string[];
}

/** An entry with its names. */
export class Item {
  readonly entry: InstantEntry;
  readonly #written: (readonly [kind: NameKind, text: string, phrase: string])[] = [];
  #names: Name[] = [];

  constructor(entry: InstantEntry) {
    this.entry = entry;
  }

  /** Adds a name: as it is written, and normalized. */
  addName(kind: NameKind, text: string, phrase: string): void {
    this.#written.push([kind, text, phrase]);
  }

  /** Its names, whose words are read when a query first finds it: few are found, and stems take time on a phone. */
  get names(): readonly Name[] {
    for (const [kind, text, phrase] of this.#written.slice(this.#names.length)) {
      const words = wordsOf(phrase);
      const terms = [...new Set(words.filter(isContentWord).map(stem))];
      this.#names.push({ kind, text, phrase, terms, stops: words.filter((word) => !isContentWord(word)) });
    }
    return this.#names;
  }
}

/** Where a word occurs: each item once, with the best place. */
export type Postings = Map<Item, Place>;

/** A way to find a term: as it is, as the beginning of a word, or by another word for it. */
export interface Way {
  by: keyof typeof WEIGHTS.way;
  items: Postings;
  /** Stems of the words that it is found by. */
  stems: ReadonlySet<string>;
}

/** A term of a query as it is looked up. */
export interface SoughtTerm {
  term: string;
  weight: number;
  ways: readonly Way[];
}

/** A term of the query in an entry. */
interface Match {
  term: string;
  place: Place;
  by: Way['by'];
  /** The name that contains it, unless it is the title. */
  name: string | undefined;
  /** Its share of the query. */
  share: number;
  points: number;
}

/** A name beside the query. */
interface Likeness {
  kind: NameKind;
  text: string;
  /** The share of the name that the query says, 0 to 1. */
  ofName: number;
  /** The share of the query that the name says, 0 to 1. */
  ofQuery: number;
  bonus: number;
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
  /** The name that is most like the query. */
  like: Likeness | undefined;
  /** Whether the query says the title or an alias, and nothing else. */
  named: boolean;
  /** Factor of its kind. */
  kind: number;
  /** Why its page is found, of a passage that comes before it. */
  page?: Why;
}

export interface InstantHit {
  entry: InstantEntry;
  score: number;
  why: Why;
}

/** A query as it is looked up. */
export interface Sought {
  query: Query;
  terms: readonly SoughtTerm[];
  /** The terms that a stem says, each with the way. */
  saidBy: ReadonlyMap<string, readonly (readonly [term: number, by: Way['by']])[]>;
  /** The words as typed. */
  words: ReadonlySet<string>;
}

/** Makes a query's terms ready to be compared with names. */
export function soughtBy(query: Query, terms: readonly SoughtTerm[]): Sought {
  const saidBy = new Map<string, [number, Way['by']][]>();
  terms.forEach(({ ways }, index) => {
    for (const { by, stems } of ways)
      for (const one of stems) {
        const said = saidBy.get(one);
        if (said === undefined) saidBy.set(one, [[index, by]]);
        else said.push([index, by]);
      }
  });
  return { query, terms, saidBy, words: new Set(wordsOf(query.phrase)) };
}

/** A name beside the query. */
interface Said {
  name: Name;
  /** For each term of the query the best way in which the name says it. */
  ways: readonly (Way['by'] | undefined)[];
  /** The share of the name that the query says, 0 to 1. */
  share: number;
}

const worthOfWay = (by: Way['by'] | undefined): number => (by === undefined ? 0 : WEIGHTS.way[by].points);

/** Compares a name with a query, word by word; undefined if it says no word of it. */
function beside(name: Name, { terms, saidBy, words }: Sought): Said | undefined {
  let ways: (Way['by'] | undefined)[] | undefined;
  let said = 0;
  const isSaid = (one: string): boolean => {
    const both = saidBy.get(one);
    if (both === undefined) return false;
    ways ??= terms.map(() => undefined);
    for (const [term, by] of both) if (worthOfWay(by) > worthOfWay(ways[term])) ways[term] = by;
    return true;
  };
  for (const one of name.terms) if (isSaid(one)) said += 1;
  for (const one of name.stops) {
    if (!words.has(one)) continue;
    isSaid(one);
    said += WEIGHTS.stop;
  }
  const all = name.terms.length + WEIGHTS.stop * name.stops.length;
  return ways && { name, ways, share: all === 0 ? 0 : said / all };
}

/** The best way to find a term in an entry: by the text, or by a name that says much of what it is. */
function bestMatch(
  item: Item,
  { term, ways }: SoughtTerm,
  index: number,
  share: number,
  names: readonly Said[],
): Match | undefined {
  let best: Match | undefined;
  const offer = (by: Way['by'], place: Place, worth: number, name?: string): void => {
    const points = share * worth * WEIGHTS.way[by].points;
    if (points > (best?.points ?? 0)) best = { term, place, by, name, share, points };
  };
  for (const { by, items } of ways) {
    const place = items.get(item);
    // A word of a long alias is worth no less than one of the text.
    if (place !== undefined) offer(by, place, place === 'body' ? WEIGHTS.place.body : WEIGHTS.place.text);
  }
  for (const said of names) {
    const by = said.ways[index];
    if (by === undefined) continue;
    const { kind, text } = said.name;
    const factor =
      kind === 'title' ? WEIGHTS.partOfTitle + (1 - WEIGHTS.partOfTitle) * said.share : said.share;
    offer(by, kind, WEIGHTS.place[kind] * factor, kind === 'title' ? undefined : text);
  }
  return best;
}

/** Step 3: the name that is most like the query. */
function likest(
  names: readonly Said[],
  shares: readonly number[],
  { phrase, stops }: Query,
): Likeness | undefined {
  let best: Likeness | undefined;
  for (const { name, share, ways } of names) {
    const { kind, text } = name;
    const begins = shares.length > 1 && name.phrase.startsWith(`${phrase} `);
    const ofName = Math.max(begins ? WEIGHTS.begun : 0, share);
    const content = ways.reduce(
      (sum, by, term) => sum + (by === undefined ? 0 : (shares[term] ?? 0) * WEIGHTS.way[by].coverage),
      0,
    );
    const small = stops.filter((word) => name.stops.includes(word)).length;
    const ofQuery = stops.length === 0 ? content : content + WEIGHTS.stops * (small / stops.length - content);
    const likeness = ofName ** WEIGHTS.likeness.ofName * ofQuery ** WEIGHTS.likeness.ofQuery;
    const bonus = WEIGHTS.name[kind] * likeness;
    if (bonus > (best?.bonus ?? 0)) best = { kind, text, ofName, ofQuery, bonus };
  }
  return best;
}

/** Whether a query says the title or an alias of an entry, and nothing else but words about the asking. */
function isNamed({ names }: Item, { phrase, terms, words }: Query): boolean {
  const telling = terms.filter((_, index) => !isAsking(words[index] ?? ''));
  const needed = telling.length > 0 ? telling : terms;
  return names.some(
    (name) =>
      name.kind !== 'asked' &&
      (name.phrase === phrase ||
        (name.terms.length > 0 &&
          name.terms.every((term) => terms.includes(term)) &&
          needed.every((term) => name.terms.includes(term)))),
  );
}

/** Factor on the score of an entry by its kind and by what the query asks for. */
function kindFactor({ entry }: Item, like: Likeness | undefined, query: Query): number {
  const { kind } = entry;
  // A work that the query names by its title or its author in full is sought as such.
  if (kind === 'source' && like?.ofName === 1 && like.text.includes(' ')) return WEIGHTS.work;
  return (
    KINDS[kind].weight *
    (isPassage(kind) && isFactual(query.phrase) ? WEIGHTS.factual : 1) *
    (kindOf(kind)?.asks && isQuestion(query.phrase) ? WEIGHTS.question : 1)
  );
}

/** Steps 2 to 4: the score of an entry, with its reasons; undefined if the query says too little of it. */
export function scored(item: Item, sought: Sought): InstantHit | undefined {
  const { query, terms } = sought;
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shares = terms.map(({ weight }) => weight / total);
  // Most entries have one common word of a query: their names need not be read.
  const most = terms.reduce((sum, { ways }, index) => {
    const way = ways.find(({ items }) => items.has(item));
    return sum + (way === undefined ? 0 : (shares[index] ?? 0) * WEIGHTS.way[way.by].coverage);
  }, 0);
  if (most < WEIGHTS.least.found) return undefined;
  const names = item.names.flatMap((name) => beside(name, sought) ?? []);
  const matches = terms.flatMap(
    (term, index) => bestMatch(item, term, index, shares[index] ?? 0, names) ?? [],
  );
  const coverage = matches.reduce(
    (sum, { share, by, place }) =>
      sum + share * WEIGHTS.way[by].coverage * (place === 'body' ? WEIGHTS.bodyCoverage : 1),
    0,
  );
  if (coverage < WEIGHTS.least.found) return undefined;
  const like = likest(names, shares, query);
  const points = matches.reduce((sum, match) => sum + match.points, 0);
  const isFull = matches.length === terms.length;
  const isWhole = isPassage(item.entry.kind) && terms.length > 1 && isFull && coverage >= WEIGHTS.least.whole;
  const whole = isWhole ? WEIGHTS.whole * coverage : 0;
  const kind = kindFactor(item, like, query);
  return {
    entry: item.entry,
    score: (points * coverage + (like?.bonus ?? 0) + whole) * kind,
    why: {
      matches,
      coverage,
      points,
      complete: isFull && matches.every(({ by }) => by !== 'synonym'),
      like,
      named: isNamed(item, query),
      kind,
    },
  };
}

/**
 * Step 5: where a page that the query does not name is best, the passage of it comes first that has the most of the terms that
 * no name of the page has, if it has enough of them. Who asks for a date, a number or a person gets the best fact or date of
 * the page in any case.
 */
export function passageFirst(hits: readonly InstantHit[], { phrase }: Query): InstantHit[] {
  const [best] = hits;
  if (best === undefined || best.why.named) return [...hits];
  const { why } = best;
  const page = best.entry.url.replace(/#.*/, '');
  const named = new Set(
    why.matches.flatMap(({ term, place }) => (place === 'title' || place === 'alias' ? [term] : [])),
  );
  const restOf = (hit: InstantHit): number =>
    hit.why.matches.reduce(
      (sum, { term, place, share, by }) =>
        named.has(term) || place === 'body' ? sum : sum + share * WEIGHTS.way[by].coverage,
      0,
    );
  const rest = 1 - why.matches.reduce((sum, { term, share }) => (named.has(term) ? sum + share : sum), 0);
  let passage: InstantHit | undefined;
  let most = Math.max(WEIGHTS.passage.rest * rest, WEIGHTS.passage.least);
  for (const hit of hits)
    if (hit.entry.url.startsWith(`${page}#`) && restOf(hit) > most) [passage, most] = [hit, restOf(hit)];
  if (best.entry.url === page && isFactual(phrase))
    passage ??= hits.find(
      ({ entry }) => entry.url.startsWith(`${page}#`) && (entry.kind === 'fact' || entry.kind === 'event'),
    );
  if (passage === undefined) return [...hits];
  // It is shown where its page is, whose names it need not repeat.
  const within = { ...passage, why: { ...passage.why, page: why } };
  return [within, ...hits.filter((hit) => hit !== passage)];
}

/** Whether the best hit is shown as an answer: what the query names, or a passage with all its words. */
export function answers(hits: readonly InstantHit[], { entry, why }: InstantHit, query: Query): boolean {
  // A person's name may lead to an idea, but the idea is no answer to it.
  if (hits.some((hit) => hit.entry.kind === 'source' && hit.why.named)) return false;
  if (kindOf(entry.kind)?.card) return why.named;
  return (
    isPassage(entry.kind) &&
    entry.text !== '' &&
    why.complete &&
    // What only the page around it says is no answer of the passage.
    why.matches.every(({ place, by }) => (place === 'text' || place === 'asked') && by !== 'synonym') &&
    (query.terms.length > 2 || isFactual(query.phrase))
  );
}
