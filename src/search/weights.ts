// The numbers of the ranking, of both tiers, with what each is for.

/** Every number that the ranking rests on. `npm run search:explain -- "query"` shows them at work. */
export const WEIGHTS = {
  /** A term counts by the best place it is found in. */
  place: {
    title: 4.1,
    /** Times the share of the alias that the query says, so that "boss" is worth less in "absent boss" than alone. */
    alias: 2.4,
    /** A phrase that people type, times its share as with an alias. */
    asked: 1.2,
    text: 1,
    /** The text of its page, which the index knows by its words alone, and the title of the page around a passage. */
    body: 0.25,
  },
  /** Share of a title's worth that a word has even where the query says little else of the title. */
  partOfTitle: 0.5,
  /** Weight of a stop word in a name, beside 1 of another word. */
  stop: 0.3,
  /** Share of a query that its stop words make up together. */
  stops: 0.25,
  /** How much an occurrence in a page counts for the rarity of a word, beside 1 in an entry. */
  bodyCount: 0.6,
  /** Factor on the coverage by words of the page. */
  bodyCoverage: 0.8,
  /** Factors by the way in which a term is found: as it is, as the beginning of a word while someone types, by a synonym. */
  way: {
    exact: { coverage: 1, points: 1 },
    begun: { coverage: 0.8, points: 0.6 },
    synonym: { coverage: 0.7, points: 0.56 },
  },
  /** Factor for words that say little of what is sought: "explain", "somebody", "happens". */
  vague: 0.2,
  /** What a name is worth that says the same as the query; times their likeness. */
  name: { title: 5, alias: 3.4, asked: 3.4 },
  /** Likeness: share of the name that the query says, and share of the query that the name says, to these powers. */
  likeness: { ofName: 1.5, ofQuery: 1.5 },
  /** The least share that counts as said of a name that begins with a query of two terms or more. */
  begun: 0.8,
  /** Factor for a work whose title or author the query says in full. */
  work: 0.8,
  /** Added for a passage that has every word of a query of two or more, or another word for it; times its coverage. */
  whole: 1.1,
  /** Factor for passages when a question asks for a date, a number, or a person. */
  factual: 1.35,
  /** Factor for answers when a whole question is asked, as their titles are. */
  question: 1.15,
  /**
   * The least that an entry has to be found (a share of the query's weight), and to be shown: a share, more of it in a
   * short query, or points, or a name with these shares of the query, and of itself in the query.
   */
  least: {
    found: 0.25,
    whole: 0.8,
    shown: 0.25,
    short: 0.85,
    points: 1,
    ofQuery: 0.5,
    ofName: 0.3,
  },
  /** What a passage needs to come before its page: such a share of what the names of the page do not say, and of the query. */
  passage: { rest: 0.4, least: 0.15 },
  /** Most hits. */
  most: 24,
  /** Factor on the coverage of a scene in the full text: a story has many words by chance. */
  scene: 0.75,
};

/** The least share of a query's weight that a result has. A long sentence may say much that its answer does not. */
export const leastCoverage = (terms: number): number =>
  Math.min(1, WEIGHTS.least.shown + WEIGHTS.least.short / Math.max(1, terms));

/** How much a word tells that `found` of `all` records have. */
export const rarity = (all: number, found: number): number => Math.log(1 + all / (1 + found));
