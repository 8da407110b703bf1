import { ENTRY_KINDS } from '../collections/kinds.ts';

/** A kind of search result: of the instant index, of the full text (`data-record`), or of both. */
interface SearchKind {
  /** Label beside the title. */
  label: string;
  /** Filter that includes it; without one, only "Everything" does. */
  filter?: string;
  /** Factor on its score in the instant tier. */
  weight: number;
  /** Shown as an answer card when a query names it. */
  card?: true;
  /** The title is a question, so a query that is one counts for more. */
  asks?: true;
  /** A passage of a page: its title is that of the page around it, so no query names it. */
  passage?: true;
}

/** All kinds of results; a new kind is added here and marked in the page with `data-record`. */
export const KINDS = {
  ...ENTRY_KINDS,
  concept: { label: 'Concept', filter: 'concept', weight: 1.2, card: true },
  lesson: { label: 'Lesson', filter: 'lesson', weight: 1.15 },
  comparison: { label: 'Comparison', filter: 'row', weight: 1.1 },
  row: { label: 'Comparison row', filter: 'row', weight: 1, card: true },
  section: { label: 'Lesson section', filter: 'lesson', weight: 0.85 },
  page: { label: 'Page', weight: 0.95 },
  figure: { label: 'Figure', weight: 1 },
  source: { label: 'Source', filter: 'source', weight: 0.35 },
  fact: { label: 'Fact', filter: 'source', weight: 1.1, passage: true },
  scene: { label: 'Scene of a case', filter: 'answer', weight: 0.9 },
  event: { label: 'Date', filter: 'source', weight: 1.15, passage: true },
  exercise: { label: 'For trainers', weight: 0.9 },
  part: { label: 'Passage', weight: 0.7 },
  question: { label: 'Question', filter: 'lesson', weight: 0.6, passage: true },
} as const satisfies Record<string, SearchKind>;

const BY_NAME: ReadonlyMap<string, SearchKind> = new Map(Object.entries(KINDS));

export const isPassage = (kind: keyof typeof KINDS): boolean => kindOf(kind)?.passage === true;

export const kindOf = (name: string): SearchKind | undefined => BY_NAME.get(name);

/** Search filters by their value in the address, in display order. */
export const FILTERS = [
  ['', 'Everything'],
  ['answer', 'Answers and talks'],
  ['lesson', 'Lessons'],
  ['concept', 'Concepts'],
  ['row', 'Comparisons'],
  ['source', 'Facts and sources'],
] as const;

/** Kinds of a filter; undefined for all. */
export const kindsIn = (filter: string): string[] | undefined =>
  filter === '' ? undefined : [...BY_NAME].flatMap(([name, kind]) => (kind.filter === filter ? [name] : []));
