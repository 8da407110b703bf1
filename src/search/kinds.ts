/** A kind of search result: of the instant index, of the full text (`data-record`), or of both. */
interface SearchKind {
  /** Label beside the title. */
  label: string;
  /** Filter that shows it; without one, only "Everything" does. */
  filter?: string;
  /** Factor on its score in the instant index. */
  weight: number;
  /** Order among equals of the full text; 0 where it is not given. */
  rank?: number;
}

/** All kinds of results; a new kind is added here and marked in the page with `data-record`. */
export const KINDS = {
  concept: { label: 'Concept', filter: 'concept', weight: 1.25 },
  lesson: { label: 'Lesson', filter: 'lesson', weight: 1.15 },
  comparison: { label: 'Comparison', filter: 'row', weight: 1.1 },
  row: { label: 'Comparison row', filter: 'row', weight: 1 },
  section: { label: 'Lesson section', filter: 'lesson', weight: 0.95 },
  page: { label: 'Page', weight: 0.9 },
  figure: { label: 'Figure', weight: 1 },
  source: { label: 'Source', filter: 'source', weight: 1, rank: 2 },
} as const satisfies Record<string, SearchKind>;

const BY_NAME: ReadonlyMap<string, SearchKind> = new Map(Object.entries(KINDS));

export const kindOf = (name: string): SearchKind | undefined => BY_NAME.get(name);

/** What can be shown alone, by the value in the address, in the order of the choice. */
export const FILTERS = [
  ['', 'Everything'],
  ['lesson', 'Lessons'],
  ['concept', 'Concepts'],
  ['row', 'Comparisons'],
  ['source', 'Sources'],
] as const;

/** Kinds that a filter shows; undefined where it shows everything. */
export const kindsIn = (filter: string): string[] | undefined =>
  filter === '' ? undefined : [...BY_NAME].flatMap(([name, kind]) => (kind.filter === filter ? [name] : []));
