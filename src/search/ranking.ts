// How results are ranked, in steps that leave a trace: which terms of a query are where, which name it says, the score,
// and whether the best is an answer. Pure; the weights of both tiers are in one table.
import type { InstantEntry } from './instant-index.ts';
import { isPassage, kindOf, KINDS } from './kinds.ts';
import { isAsking, isContentWord, isFactual, isQuestion, stem, wordsOf, type Query } from './terms.ts';

/** Every number that the ranking rests on. `npm run search:explain -- "query"` shows them at work. */
export const WEIGHTS = {
  /** A term counts by the best place it is found in. */
  place: {
    title: 3.45,
    /** Times the share of the alias that the query says, so that "boss" is worth less in "absent boss" than alone. */
    alias: 2.4,
    text: 1,
    /** The title of the page around a passage, which says what the passage is about. */
    around: 0.7,
    /** The text of its page, which the index knows by its words alone. */
    body: 0.7,
  },
  /** Share of a title's worth that a word has even where the query says little else of the title. */
  partOfTitle: 0.5,
  /** Weight of a stop word in a name, beside 1 of another word. */
  stop: 0.3,
  /** Terms of a page above which its words count less, as they may be there by chance. */
  bodyTerms: 120,
  /** How much an occurrence in a page counts for the rarity of a word, beside 1 in an entry. */
  bodyCount: 0.6,
  /** Factor on the coverage by words of the page. */
  bodyCoverage: 0.8,
  /** Factors by the way in which a term is found: as it is, as the beginning of a word while somebody types, by a synonym. */
  way: {
    exact: { coverage: 1, points: 1 },
    begun: { coverage: 0.8, points: 0.6 },
    synonym: { coverage: 0.7, points: 0.6 },
  },
  /** Terms from which on a query is a sentence, of which a result may lack a part without a discount. */
  sentence: 5,
  /** Factor for words that say little of what is sought: "explain", "somebody", "happens". */
  vague: 0.25,
  /** Weight of a word that no entry has, in the weight of the rarest word. */
  unknown: 1.2,
  /** Added where the query says a name of the entry. */
  name: {
    /** It is the name, letter for letter. */
    phrase: 0.5,
    title: 5,
    alias: 3.4,
    /** It is the author of a work. */
    author: 1.5,
    /** It is several of its names: "long term vs short term". */
    names: 2.6,
    /** A name of two or more terms is part of it; times the square of the coverage, so that it counts little in a sentence. */
    inside: 1.2,
    /** A name of two or more words occurs in it, letter for letter; times the square of the coverage. */
    quoted: 1.2,
    /** Such a name has stop words only: "one-to-one". */
    stopsOnly: 1.5,
    /** A name of five or more words shares most of them, also stop words; times the share. */
    alike: 0.6,
  },
  /** Factor for passages when a question asks for a date, a number, or a person. */
  factual: 1.35,
  /** Factor for answers when a whole question is asked, as their titles are. */
  asked: 1.15,
  /**
   * The least that an entry has to be found (a share of the query's weight), and to be shown: such a share, more of it in a
   * short query, or points, which only names give.
   */
  least: { found: 0.25, shown: 0.25, short: 0.85, most: 0.8, points: 1 },
  /** Least share of the score of its page that a passage needs to come before it. */
  passage: 0.6,
  /** Least share of the best score; what is further behind is no help, except the first of those that have every word. */
  tail: 0.12,
  mentions: 10,
  /** Most hits. */
  most: 24,
  /** Factors in the full text: the course is a better answer than pages about it, a text than what repeats it. */
  fullText: { kind: { scene: 0.75, page: 0.9 }, repeated: 0.7 },
} as const;

/** The least share of a query's weight that a result has. A long sentence may say much that its answer does not. */
export const leastCoverage = (terms: number): number =>
  Math.min(WEIGHTS.least.most, WEIGHTS.least.shown + WEIGHTS.least.short / Math.max(1, terms));

/** How much a word tells that `found` of `all` records have. */
export const rarity = (all: number, found: number): number => Math.log(1 + all / (1 + found));

export type Place = keyof typeof WEIGHTS.place;
type NameKind = Exclude<
  keyof typeof WEIGHTS.name,
  'phrase' | 'author' | 'inside' | 'quoted' | 'stopsOnly' | 'alike'
>;

/** A term of the query in an entry. */
interface Match {
  term: string;
  place: Place;
  by: Way['by'];
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

interface Name {
  phrase: string;
  terms: readonly string[];
  /** Its stop words, which tell "Managing up" from "Management". */
  stops: readonly string[];
}

/** An entry with its words. */
export interface Item {
  entry: InstantEntry;
  /** Its title and aliases, title first. */
  names: readonly Name[];
  /** Number of terms of its page. */
  terms: number;
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

/** Stems of the content words of a normalized phrase. */
export const termsIn = (phrase: string): string[] => wordsOf(phrase).filter(isContentWord).map(stem);

/** A name with its words. */
const nameFrom = (phrase: string): Name => ({
  phrase,
  terms: [...new Set(termsIn(phrase))],
  stops: wordsOf(phrase).filter((word) => !isContentWord(word)),
});

/** An entry with its words, which are read when a query first finds it: few are found, and stems take time on a phone. */
export function itemOf(entry: InstantEntry, phrases: readonly string[]): Item {
  let names: Name[] | undefined;
  return {
    entry,
    get names() {
      return (names ??= phrases.map(nameFrom));
    },
    terms: 0,
  };
}

/** Whether a name of several words is in a query as it is: "one-to-one", "if-then plan". */
export const isQuoted = ({ phrase }: Name, query: string): boolean =>
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

/** Whether the best hit is shown as an answer. */
export function answers(hits: readonly InstantHit[], best: InstantHit, query: Query): boolean {
  const { entry, why } = best;
  // A person's name may lead to an idea, but the idea is no answer to it.
  if (hits.some((hit) => hit.entry.kind === 'source' && hit.why.name !== undefined)) return false;
  if (kindOf(entry.kind)?.card) return why.name !== undefined;
  return (
    isPassage(entry.kind) &&
    entry.text !== '' &&
    why.complete &&
    // What only the page around it says is no answer of the passage.
    why.matches.every(({ place, by }) => place === 'text' && by !== 'synonym') &&
    (query.terms.length > 2 || isFactual(query.phrase))
  );
}

/** The way that finds a term in the best place of an entry. */
function bestWay(item: Item, ways: readonly Way[]): (Way & { place: Place }) | undefined {
  const worth = ({ by, place }: Way & { place: Place }): number =>
    WEIGHTS.place[place] * WEIGHTS.way[by].points;
  return ways
    .flatMap((way) => {
      const place = way.items.get(item);
      return place === undefined ? [] : [{ ...way, place }];
    })
    .sort((a, b) => worth(b) - worth(a))[0];
}

/** Step 2: where each term occurs in an entry, and how much of the query that is. */
function match(
  item: Item,
  sought: readonly SoughtTerm[],
  words: ReadonlySet<string>,
): Pick<Why, 'matches' | 'coverage' | 'points' | 'complete'> {
  const total = sought.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const here = sought.flatMap(({ term, weight, ways }) => {
    const way = bestWay(item, ways);
    return way === undefined ? [] : [{ term, weight: weight / total, ...way }];
  });
  const said = (term: string): boolean => here.some(({ stems }) => stems.has(term));
  // The names with their shares; what they lend to a term is the best of those that have it.
  const shares = item.names.map((name) => shareOf(name, said, words));
  let coverage = 0;
  const matches = here.map(({ term, weight, by, place, stems }): Match => {
    const has = (name: Name): boolean =>
      name.terms.some((one) => stems.has(one)) || name.stops.includes(term);
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
    const inBody = place === 'body' ? Math.min(1, Math.sqrt(WEIGHTS.bodyTerms / item.terms)) : 1;
    // A word of a long alias is worth no less than one of the text.
    const worth =
      place === 'around' || place === 'body'
        ? WEIGHTS.place[place] * inBody
        : Math.max(named, WEIGHTS.place.text);
    coverage += weight * WEIGHTS.way[by].coverage * (place === 'body' ? WEIGHTS.bodyCoverage : 1);
    return { term, place, by, alias, points: weight * worth * WEIGHTS.way[by].points };
  });
  return {
    matches,
    coverage,
    points: matches.reduce((sum, { points }) => sum + points, 0),
    complete: matches.length === sought.length && matches.every(({ by }) => by !== 'synonym'),
  };
}

/**
 * Step 3: whether the query says one of the names.
 * @param telling the terms that a name has to have to be all that is sought
 */
function nameOf(
  { entry, names }: Item,
  { phrase, terms }: Query,
  telling: readonly string[],
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
    .filter(({ name }) => name.phrase === phrase || telling.every((term) => name.terms.includes(term)))
    .sort((a, b) => b.share - a.share);
  if (whole !== undefined) return { by: whole.index === 0 ? 'title' : 'alias', share: whole.share, inside };
  const all = said.length > 1 && telling.every((term) => said.some(({ name }) => name.terms.includes(term)));
  return { by: all ? 'names' : undefined, share: 1, inside };
}

/** What a name is worth; the alias of a work is its author. */
const nameWorth = ({ entry }: Item, by: NameKind): number =>
  entry.kind === 'source' && by === 'alias' ? WEIGHTS.name.author : WEIGHTS.name[by];

/** Step 4: the score of an entry; undefined if the query says too little of it. */
export function scored(item: Item, sought: readonly SoughtTerm[], query: Query): InstantHit | undefined {
  const words = new Set(wordsOf(query.phrase));
  const found = match(item, sought, words);
  const telling = query.terms.filter((_, index) => !isAsking(query.words[index] ?? ''));
  const { by, share, inside } = nameOf(item, query, telling.length > 0 ? telling : query.terms, words);

  const quotes = item.names.filter(
    (name, index) => (index > 0 || !isPassage(item.entry.kind)) && isQuoted(name, query.phrase),
  );
  const quoted = quotes.length > 0;
  const alike = Math.max(0, ...item.names.map((name) => likenessOf(name, words)));
  if (by === undefined && !quoted && alike === 0 && found.coverage < WEIGHTS.least.found) return undefined;
  // A sentence says much that its answer does not.
  const lack = query.terms.length < WEIGHTS.sentence ? found.coverage : 1;
  const bonus =
    (item.names.some(({ phrase }) => phrase === query.phrase) ? WEIGHTS.name.phrase : 0) +
    (by === undefined ? 0 : nameWorth(item, by) * share) +
    ((inside ? WEIGHTS.name.inside : 0) + (quoted ? WEIGHTS.name.quoted : 0)) * found.coverage ** 2 +
    (quotes.some(({ terms }) => terms.length === 0) ? WEIGHTS.name.stopsOnly : 0) +
    WEIGHTS.name.alike * alike;
  // A work that the query names by its title or author in full is sought as such.
  const isWork = item.entry.kind === 'source' && quoted;
  const kind =
    (isWork ? 1 : KINDS[item.entry.kind].weight) *
    (isPassage(item.entry.kind) && isFactual(query.phrase) ? WEIGHTS.factual : 1) *
    (kindOf(item.entry.kind)?.asks && isQuestion(query.phrase) ? WEIGHTS.asked : 1);
  return {
    entry: item.entry,
    score: (found.points * lack + bonus) * kind,
    why: { ...found, name: by, bonus, kind },
  };
}

/** Step 5: where a page that the query does not name is best, the passage of it that answers nearly as well comes first. */
export function passageFirst(hits: readonly InstantHit[]): InstantHit[] {
  const [best] = hits;
  if (best === undefined || best.why.name !== undefined) return [...hits];
  const passage = hits.find(
    ({ entry, score }) => entry.url.startsWith(`${best.entry.url}#`) && score >= WEIGHTS.passage * best.score,
  );
  return passage === undefined ? [...hits] : [passage, ...hits.filter((hit) => hit !== passage)];
}
