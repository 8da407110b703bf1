/** What can be shown alone, by the kind in the address. */
export const FILTERS = [
  ['', 'Everything'],
  ['lesson', 'Lessons'],
  ['concept', 'Concepts'],
  ['row', 'Comparisons'],
  ['source', 'Sources'],
] as const;

/** Kinds that a filter lets through. */
export const PASSES: Record<string, string[]> = {
  lesson: ['lesson', 'section'],
  concept: ['concept'],
  row: ['row', 'comparison'],
  source: ['source'],
};

/** Best matches come first, whatever they are; the others are grouped by kind. */
export const BEST = 5;
export const GROUPS = [
  ['concept', 'Concepts'],
  ['lesson', 'Lessons'],
  ['row', 'Comparisons'],
] as const;

/** Order among equals of the full text: what the course teaches, then its bookkeeping, then titles of sources. */
export function placeOf({ kind, url }: { kind: string; url: string }): number {
  if (kind === 'source') return 2;
  return /#(?:evidence|check-yourself|this-week)$/.test(url) ? 1 : 0;
}
