import { FILTERS, kindOf } from '../kinds.ts';

/** Best matches come first, whatever they are; the others are grouped by filter. */
export const BEST = 5;
const LABELS = new Map<string, string>(FILTERS);
export const GROUPS = ['concept', 'lesson', 'row'].map(
  (filter) => [filter, LABELS.get(filter) ?? ''] as const,
);

/** Order among equals of the full text: what the course teaches, then its bookkeeping, then titles of sources. */
export function placeOf({ kind, url }: { kind: string; url: string }): number {
  if (/#(?:evidence|check-yourself|this-week)$/.test(url)) return 1;
  return kindOf(kind)?.rank ?? 0;
}
