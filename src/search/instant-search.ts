import { readPlaces, type InstantEntry, type SiteTexts, type Vocabulary } from './instant-index.ts';
import { isPassage } from './kinds.ts';
import { nearest } from '../utils/nearest.ts';
import {
  answers,
  Item,
  passageFirst,
  scored,
  soughtBy,
  type InstantHit,
  type NameKind,
  type Place,
  type Postings,
  type SoughtTerm,
  type Way,
} from './ranking.ts';
import { rarity, WEIGHTS } from './weights.ts';
import {
  isVague,
  isContentWord,
  normalize,
  normalizeAll,
  readQuery,
  stem,
  stemLetter,
  termsOf,
  wordsOf,
  type Query,
} from './terms.ts';

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
  /** Whether all of the index was searched; before, only the first hit is one of the best for certain. */
  whole: boolean;
}

/** Searches the entries of the instant tier. Pure: the page's script passes the entries and the words of the site. */
export class InstantSearch {
  readonly #items: Item[] = [];
  readonly #postings = new Map<string, Postings>();
  /** Words by their stem, by its first letter. */
  readonly #forms = new Map<string, Map<string, Set<string>>>();
  /** Words whose stem is not known yet, by its first letter. */
  readonly #unread = new Map<string, string[]>();
  /** The places of each stem in the texts of pages, as they were sent. */
  readonly #inTexts = new Map<string, string>();
  /** The items of each of those pages. */
  readonly #pages: Item[][] = [];
  /** Other words for a stem, as stems. */
  readonly #synonyms = new Map<string, string[]>();
  /** How often each word of the site occurs; those of the full text alone count as none. */
  readonly #words = new Map<string, number>();
  /** Whether the texts were added, which come last. */
  whole = false;

  constructor(entries: readonly InstantEntry[]) {
    this.addEntries(entries);
  }

  /** Adds entries that are loaded later. */
  addEntries(entries: readonly InstantEntry[]): void {
    const texts = entries.map(({ title, aliases, text, cells }) => [
      [text, ...cells.map(([, cell]) => cell)].join(' '),
      title,
      ...aliases,
    ]);
    const normalized = normalizeAll(texts.flat());
    let at = 0;
    entries.forEach((entry, index) => {
      const item = new Item(entry);
      this.#items.push(item);
      this.#post(item, normalized[at] ?? '', 'text');
      const [, ...names] = texts[index] ?? [];
      names.forEach((name, which) => {
        this.#name(item, which === 0 ? 'title' : 'alias', name, normalized[at + 1 + which] ?? '');
      });
      at += 1 + names.length;
    });
  }

  /** Adds the words of people who search, after all entries. */
  addVocabulary({ asked, synonyms }: Vocabulary): void {
    for (const group of synonyms) {
      const stems = [...new Set(wordsOf(normalize(group)).map(stem))];
      for (const one of stems)
        this.#synonyms.set(one, [
          ...(this.#synonyms.get(one) ?? []),
          ...stems.filter((other) => other !== one),
        ]);
    }
    const items = this.#itemsByUrl();
    const normalized = normalizeAll(asked.flatMap(({ phrases }) => phrases));
    let at = 0;
    for (const { url, phrases } of asked)
      for (const phrase of phrases) {
        for (const item of items.get(url) ?? []) this.#name(item, 'asked', phrase, normalized[at] ?? '');
        at += 1;
      }
  }

  /** The items of each address, without facts, which share that of the page or section they are in. */
  #itemsByUrl(): Map<string, Item[]> {
    return Map.groupBy(
      this.#items.filter(({ entry }) => entry.kind !== 'fact'),
      ({ entry }) => entry.url,
    );
  }

  /** Adds a name of an item. A passage has no title of its own, but that of the page around it. */
  #name(item: Item, kind: NameKind, text: string, phrase: string): void {
    const around = kind === 'title' && isPassage(item.entry.kind);
    if (!around) item.addName(kind, text, phrase);
    this.#post(item, phrase, around ? 'body' : kind);
  }

  #post(item: Item, phrase: string, place: Place): void {
    for (const word of wordsOf(phrase)) {
      let postings = this.#postings.get(word);
      if (postings === undefined) {
        this.#postings.set(word, (postings = new Map()));
        this.#learn(word);
      }
      this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
      keep(postings, item, place);
    }
  }

  /** Keeps a word until its stem is asked for: most never are, and stems take time on a phone. */
  #learn(word: string): void {
    const letter = stemLetter(word);
    const unread = this.#unread.get(letter);
    if (unread === undefined) this.#unread.set(letter, [word]);
    else unread.push(word);
  }

  /** Words by their stem, of all stems with the first letter of a word. */
  #stemsLike(word: string): Map<string, Set<string>> {
    const letter = stemLetter(word);
    let forms = this.#forms.get(letter);
    if (forms === undefined) this.#forms.set(letter, (forms = new Map()));
    for (const known of this.#unread.get(letter) ?? []) {
      const root = stem(known);
      const same = forms.get(root);
      if (same === undefined) forms.set(root, new Set([known]));
      else same.add(known);
    }
    this.#unread.delete(letter);
    return forms;
  }

  /** The words with a stem. */
  #formsOf(root: string): ReadonlySet<string> {
    return this.#stemsLike(root).get(root) ?? new Set();
  }

  /** Adds the words of the site's texts: as known, so that they are not corrected as typos, and where they are. */
  addTexts({ words, pages, places }: SiteTexts): void {
    this.whole = true;
    const items = this.#itemsByUrl();
    for (const url of pages.split('\n')) this.#pages.push(items.get(url) ?? []);
    for (const line of places.split('\n')) {
      const [root = '', where = ''] = line.split(' ');
      this.#inTexts.set(root, where);
    }
    for (const word of wordsOf(normalize(words))) {
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
      unknown: used.words.filter((word) => !this.#isKnown(word, word === used.words.at(-1))),
      whole: this.whole,
      answer: best !== undefined && answers(hits, best, used) ? best : undefined,
      confident: best !== undefined && (best.why.named || best.why.complete),
    };
  }

  #hits(query: Query): InstantHit[] {
    const sought = soughtBy(query, this.#readTerms(query));
    const candidates = new Set(
      sought.terms.flatMap(({ ways }) => ways.flatMap(({ items }) => [...items.keys()])),
    );
    const hits = passageFirst(
      [...candidates].flatMap((item) => scored(item, sought) ?? []).sort((a, b) => b.score - a.score),
      query,
    );
    // A section may have several facts: the best represents it.
    const best = new Map(hits.toReversed().map((hit) => [hit.entry.url, hit]));
    return hits.filter((hit) => best.get(hit.entry.url) === hit).slice(0, WEIGHTS.most);
  }

  /** Whether to accept a correction. In a longer query it must match a name; otherwise correct English would be changed. */
  #fits(respelled: string, query: Query): boolean {
    const used = readQuery(respelled);
    if (used.words.length < 2) return true;
    const [best] = this.#hits(used);
    const named = new Set([best?.entry.title ?? '', ...(best?.entry.aliases ?? [])].flatMap(termsOf));
    return used.terms.every((term) => query.terms.includes(term) || named.has(term));
  }

  /** Whether a word occurs on the site, as a stem or, while it may still be typed, as the beginning of a word. */
  #isKnown(word: string, isLast: boolean): boolean {
    if (this.#words.has(word)) return true;
    const root = stem(word);
    const doubled = root + root.slice(-1);
    // "pasing" is a typo, though it has the stem of "pass".
    const isForm = [...this.#formsOf(root)].some(
      (known) => word.startsWith(doubled) || !known.startsWith(doubled),
    );
    return isForm || (isLast && this.#continuing(word).length > 0);
  }

  /** A query with its mistyped words replaced, and with two words in the place of one that they make: "micro manage". */
  #correct(query: Query): string | undefined {
    let changed = false;
    const typed = wordsOf(query.phrase);
    const words = typed.map((word, at) => {
      const joined = word + (typed[at + 1] ?? '');
      if (joined.length > 6 && joined !== word && this.#words.has(joined) && !this.#words.has(word)) {
        changed = true;
        typed[at + 1] = '';
        return joined;
      }
      if (typed[at] === '') return '';
      if (!query.words.includes(word) || this.#isKnown(word, at === typed.length - 1)) return word;
      const near = nearest(word, this.#words.keys(), (known) => this.#words.get(known) ?? 0);
      // "analysis paralysis" must not become the same word twice.
      if (near === undefined || query.words.includes(near)) return word;
      changed = true;
      return near;
    });
    return changed ? words.filter((word) => word !== '').join(' ') : undefined;
  }

  /** Words of the site that begin with a word. */
  #continuing(word: string): string[] {
    return word.length < 3 ? [] : [...this.#words.keys()].filter((known) => known.startsWith(word));
  }

  /** Words that a partly typed word may become: "leadersh", "micromanagi". */
  #neighborsOf(word: string): string[] {
    // A short word of the site begins no other: "apa" is not "apathy".
    if (word.length < 3 || (word.length === 3 && this.#words.has(word))) return [];
    // The index omits words that share a stem with another one, so a word may also continue a stem.
    const root = [...this.#stemsLike(word).keys()].find(
      (known) => known.length > 4 && word.startsWith(known) && word.length - known.length < 5,
    );
    return [...this.#continuing(word), ...(root === undefined ? [] : this.#formsOf(root))];
  }

  #postingsOf(words: Iterable<string>): Postings {
    return merged([...words].map((word) => this.#postings.get(word) ?? new Map()));
  }

  /** Where a stem is: in the entries, or else in the texts of their pages. */
  #itemsWith(term: string, isWord: (word: string) => boolean): Postings {
    const items = this.#postingsOf([...this.#formsOf(term)].filter(isWord));
    for (const page of readPlaces(this.#inTexts.get(term) ?? ''))
      for (const item of this.#pages[page] ?? []) if (!items.has(item)) items.set(item, 'body');
    return items;
  }

  /** Step 1: the terms of a query, how rare each is, and where it occurs. */
  #readTerms({ terms, words }: Query): SoughtTerm[] {
    return terms.map((term, index) => {
      // "doing" has the stem of "do", and counts only where nothing else was typed.
      const isWord = isContentWord(words[index] ?? '') ? isContentWord : () => true;
      const exact = this.#itemsWith(term, isWord);
      const become = index === terms.length - 1 ? this.#neighborsOf(words.at(-1) ?? '') : [];
      const begun = this.#postingsOf(become);
      const others = this.#synonyms.get(term) ?? [];
      const ways: Way[] = [
        { by: 'exact', items: exact, stems: new Set([term]) },
        { by: 'begun', items: begun, stems: new Set(become.map(stem)) },
        {
          by: 'synonym',
          items: merged(others.map((other) => this.#itemsWith(other, isContentWord))),
          stems: new Set(others),
        },
      ];
      const found = countOf(ways.find(({ items }) => items.size > 0)?.items ?? new Map());
      // A word that no entry has is as rare as can be.
      const rare = rarity(this.#items.length, found);
      return { term, weight: rare * (isVague(words[index] ?? '') ? WEIGHTS.vague : 1), ways };
    });
  }
}

/** Keeps the best place of an item. */
function keep(postings: Postings, item: Item, place: Place): void {
  const before = postings.get(item);
  if (before === undefined || WEIGHTS.place[place] > WEIGHTS.place[before]) postings.set(item, place);
}

/** Where any of several words occurs. */
function merged(all: readonly Postings[]): Postings {
  const together: Postings = new Map();
  for (const postings of all) for (const [item, place] of postings) keep(together, item, place);
  return together;
}

/** How often a word is found; in the texts of pages it is less of a surprise. */
const countOf = (items: Postings): number =>
  [...items.values()].reduce((sum, place) => sum + (place === 'body' ? WEIGHTS.bodyCount : 1), 0);
