import type { QuickEntry } from './quick-index.ts';
import { nearestWord } from './suggest.ts';
import { normalize, readQuery, stem, termsOf, textReader, type Query } from './terms.ts';

export interface QuickHit {
  entry: QuickEntry;
  score: number;
  /** The query names the entry: its title or one of its aliases. */
  named: boolean;
  /** Sure enough to stand above what the full text finds: a name, or every word of the query. */
  sure: boolean;
}

export interface QuickResult {
  query: Query;
  hits: QuickHit[];
  /** The hit to answer with at once: a concept or a row that the query names. */
  answer: QuickHit | undefined;
  /** Whether the best hit is sure. */
  confident: boolean;
  /** The query with mistyped words mended, where some were. */
  corrected: string | undefined;
  /** None of the words that count stands on the site; sure once the words of the full text are added. */
  unknown: boolean;
}

interface Prepared {
  entry: QuickEntry;
  names: string[];
  nameTerms: string[][];
  /** Terms by field, heaviest first. */
  fields: Field[];
}

interface Field {
  weight: number;
  terms: ReadonlySet<string>;
  /** The words behind the terms: a last word that is still being typed is compared with them. */
  words: readonly string[];
}

/** Whether a word that is still being typed may become one of the field's: "leadersh", "micromanagi". */
function mayBecome(word: string, words: readonly string[], terms: ReadonlySet<string>): boolean {
  if (word.length < 3) return false;
  if (words.some((known) => known.startsWith(word))) return true;
  // The index leaves out words that share a stem with one it has, so the word may also go on from a stem.
  return [...terms].some((term) => term.length > 4 && word.startsWith(term) && word.length - term.length < 5);
}

/** What a kind counts when two entries match alike: a concept answers before a section does. */
const KIND_WEIGHT = {
  concept: 1.25,
  lesson: 1.15,
  comparison: 1.1,
  row: 1,
  section: 0.95,
  page: 0.9,
} as const;
/** Share of the query's weight that an entry must have to be shown. */
const ENOUGH = 0.3;
/** How many hits are worth showing. */
const MOST = 24;

/** Searches the small index. Pure: the page's script gives it the entries and the words of the site. */
export class QuickSearch {
  readonly #prepared: Prepared[];
  readonly #frequency = new Map<string, number>();
  readonly #words = new Map<string, number>();

  constructor(entries: readonly QuickEntry[]) {
    const read = textReader();
    this.#prepared = entries.map((entry) => {
      const names = [entry.title, ...entry.aliases].map((name) => read([name]));
      const field = (weight: number, texts: readonly string[]): Field => {
        const { words, terms } = read(texts);
        this.#count(words);
        return { weight, words, terms: new Set(terms) };
      };
      return {
        entry,
        names: names.map(({ words }) => words.join(' ')),
        nameTerms: names.map(({ terms }) => [...new Set(terms)]),
        fields: [
          field(3, [entry.title]),
          field(2.4, entry.aliases),
          field(1, [entry.text, ...entry.cells.map(([, cell]) => cell)]),
        ],
      };
    });
    for (const { fields } of this.#prepared) {
      for (const term of new Set(fields.flatMap(({ terms }) => [...terms]))) {
        this.#frequency.set(term, (this.#frequency.get(term) ?? 0) + 1);
      }
    }
  }

  /** Adds words that exist on the site, so that they are not taken for typos. */
  addWords(text: string): void {
    this.#count(normalize(text).split(' '));
  }

  #count(words: readonly string[]): void {
    for (const word of words) this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
  }

  /**
   * Hits in order, best first; mistyped words are mended when nothing else fits them.
   * @param asTyped mends nothing.
   */
  search(text: string, asTyped = false): QuickResult {
    const query = readQuery(text);
    const mended = asTyped ? undefined : this.#correct(query);
    const corrected = mended !== undefined && this.#fits(mended, query) ? mended : undefined;
    const used = corrected === undefined ? query : readQuery(corrected);
    const hits = this.#hits(used);
    const [best] = hits;
    return {
      query: used,
      hits,
      corrected,
      unknown: used.words.every((word) => !this.#isKnown(word)),
      answer: hits
        .slice(0, 1)
        .find((hit) => hit.named && (hit.entry.kind === 'concept' || hit.entry.kind === 'row')),
      confident: best?.sure === true,
    };
  }

  #hits(query: Query): QuickHit[] {
    return this.#prepared
      .map((item) => this.#score(item, query))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST);
  }

  /** Among other words, a mended one must lead somewhere by name; else good English would be rewritten. */
  #fits(mended: string, query: Query): boolean {
    const used = readQuery(mended);
    if (used.words.length < 2) return true;
    const [best] = this.#hits(used);
    const named = new Set([best?.entry.title ?? '', ...(best?.entry.aliases ?? [])].flatMap(termsOf));
    return used.terms.every((term) => query.terms.includes(term) || named.has(term));
  }

  /** Known: stands on the site as it is, by its stem, or as the beginning of a word (it may be still being typed). */
  #isKnown(word: string): boolean {
    if (this.#words.has(word) || this.#frequency.has(stem(word))) return true;
    return [...this.#words.keys()].some((known) => known.startsWith(word));
  }

  #correct(query: Query): string | undefined {
    let changed = false;
    const words = query.phrase.split(' ').map((word) => {
      if (!query.words.includes(word) || this.#isKnown(word)) return word;
      const nearest = nearestWord(word, this.#words);
      // "analysis paralysis" is not meant to become one word twice.
      if (nearest === undefined || query.words.includes(nearest)) return word;
      changed = true;
      return nearest;
    });
    return changed ? words.join(' ') : undefined;
  }

  /** Rare words decide; a word that no entry has is left to the full text and must not outweigh the others. */
  #weight(term: string): number {
    const count = this.#frequency.get(term) ?? 0;
    return count === 0 ? 1.5 : Math.log(1 + this.#prepared.length / (1 + count));
  }

  #score({ entry, names, nameTerms, fields }: Prepared, { phrase, terms, words }: Query): QuickHit {
    const weights = terms.map((term) => this.#weight(term));
    const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    let covered = 0;
    let points = 0;
    let matched = 0;
    terms.forEach((term, index) => {
      const word = words[index] ?? term;
      const isLast = index === terms.length - 1;
      for (const { weight, terms: known, words: knownWords } of fields) {
        const exact = known.has(term);
        if (exact || (isLast && mayBecome(word, knownWords, known))) {
          matched += 1;
          covered += (weights[index] ?? 0) * (exact ? 1 : 0.8);
          points += (weights[index] ?? 0) * weight * (exact ? 1 : 0.6);
          break;
        }
      }
    });
    const coverage = covered / total;
    const sameTerms = (name: readonly string[]): boolean =>
      name.length > 0 && name.length === terms.length && name.every((term) => terms.includes(term));
    const titleNamed = names[0] === phrase || sameTerms(nameTerms[0] ?? []);
    const aliasNamed = names.includes(phrase, 1) || nameTerms.slice(1).some(sameTerms);
    // Several names at once: "long term vs short term".
    const said = nameTerms.filter((name) => name.length > 0 && name.every((term) => terms.includes(term)));
    const allNamed = said.length > 1 && terms.every((term) => said.some((name) => name.includes(term)));
    // A name within a longer query: "what is psychological safety at work".
    const inside = said.some((name) => name.length > 1);
    const named = titleNamed || aliasNamed || allNamed;
    if (!named && coverage < ENOUGH) return { entry, score: 0, named, sure: false };
    const bonus =
      (names.includes(phrase) ? 0.5 : 0) +
      (titleNamed ? 4 : aliasNamed ? 3.4 : allNamed ? 2.6 : 0) +
      (inside ? 1.2 * coverage : 0);
    const score = ((points / total) * coverage + bonus) * KIND_WEIGHT[entry.kind];
    const complete = matched === terms.length;
    return { entry, named, score, sure: named || (inside && score >= 1) || (complete && score >= 0.75) };
  }
}
