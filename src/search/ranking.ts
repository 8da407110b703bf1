/** Every number that the ranking of the instant tier rests on. `npm run search:explain -- "query"` shows them at work. */
export const WEIGHTS = {
  /** A term counts by the best place it is found in. */
  place: {
    title: 3,
    /** Times the share of the alias that the query says, so that "boss" is worth less in "absent boss" than alone. */
    alias: 2.4,
    text: 1,
    /** The title of the page around a passage, which says what the passage is about. */
    around: 0.7,
  },
  /** Share of a title's worth that a word has even where the query says little else of the title. */
  partOfTitle: 0.5,
  /** Weight of a stop word in a name, beside 1 of another word. */
  stop: 0.3,
  /** Factors for a term that is only the beginning of a word, as while somebody types. */
  begun: { coverage: 0.8, points: 0.6 },
  /** Factor for words about the asking: "explain", "definition", "actually". */
  asking: 0.25,
  /** Weight of a word that no entry has, in the weight of the rarest word. */
  unknown: 1.2,
  /** Added where the query says a name of the entry. */
  name: {
    /** It is the name, letter for letter. */
    phrase: 0.5,
    title: 5,
    alias: 3.4,
    /** It is several of its names: "long term vs short term". */
    names: 2.6,
    /** A name of two or more terms is part of it; times the square of the coverage, so that it counts little in a sentence. */
    inside: 1.2,
    /** A name of two or more words occurs in it, letter for letter; times the square of the coverage. */
    quoted: 1.2,
    /** Such a name has stop words only: "one-to-one". */
    stopsOnly: 1.5,
    /** A name of five or more words shares most of them, also stop words; times the share. */
    alike: 0.8,
  },
  /** Factor for passages when a question asks for a date, a number, or a person. */
  factual: 1.35,
  /** Factor for answers when a whole question is asked, as their titles are. */
  asked: 1.15,
  /**
   * The least that an entry has to be found (a share of the query's weight), and to be shown: such a share, more of it in a
   * short query, or points, which only names give.
   */
  least: { found: 0.25, shown: 0.28, short: 0.9, most: 0.8, points: 1 },
  /** Least share of the best score; what is further behind is no help. */
  tail: 0.12,
  /** Most hits. */
  most: 24,
} as const;

/** The least share of a query's weight that a result has. A long sentence may say much that its answer does not. */
export const leastCoverage = (terms: number): number =>
  Math.min(WEIGHTS.least.most, WEIGHTS.least.shown + WEIGHTS.least.short / Math.max(1, terms));
