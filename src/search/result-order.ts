import type { TextRecord } from './full-text.ts';
import type { InstantHit, InstantResult } from './instant-search.ts';
import { FILTERS, kindOf } from './kinds.ts';
import { leastCoverage, WEIGHTS } from './weights.ts';

/** Number of best matches of any kind; further ones are grouped by filter. */
const BEST = 5;
const GROUPED = FILTERS.filter(([filter]) => ['answer', 'concept', 'lesson', 'row'].includes(filter));

/** Results under a heading; without a title it is for screen readers only. */
export interface ResultGroup<Result> {
  title?: string;
  results: readonly Result[];
}

/** The instant results to show, of a kind or of all: the best ones, then others by kind. None if they are too weak a guess. */
export function instantGroups(
  instant: InstantResult | undefined,
  kind = '',
): readonly ResultGroup<InstantHit>[] {
  const hits = (instant?.hits ?? []).filter(
    ({ entry, why }) =>
      (kind === '' || kindOf(entry.kind)?.filter === kind) &&
      (why.bonus > 0 ||
        why.points >= WEIGHTS.least.points ||
        why.coverage >= leastCoverage(instant?.query.terms.length ?? 0)),
  );
  const rest = hits.slice(BEST);
  return [
    { results: hits.slice(0, BEST) },
    ...GROUPED.map(([filter, title]) => ({
      title,
      results: rest.filter(({ entry }) => kindOf(entry.kind)?.filter === filter),
    })),
  ].filter(({ results }) => results.length > 0);
}

/** The results of the full text that are not shown yet. They come below, so that nothing moves. */
export function textGroup(
  shown: ReadonlySet<string>,
  found: readonly TextRecord[],
): readonly ResultGroup<TextRecord>[] {
  const results = found.filter(({ url }) => !shown.has(url));
  if (results.length === 0) return [];
  return [shown.size > 0 ? { title: 'In the text', results } : { results }];
}
