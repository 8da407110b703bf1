import type { Personal } from '../../storage/store.ts';
import { formatSummary, isKnownSlice, summarize } from '../summary.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Describes the result of an import in a sentence or two. */
export function importReport(before: Personal, after: Personal, file: Personal): string {
  const counts = summarize(before);
  const grown = summarize(after).map((item, index) => ({
    ...item,
    count: item.count - (counts[index]?.count ?? 0),
  }));
  const words = formatSummary(grown);
  // A changed slice without new items means that later items replaced earlier ones.
  const renewed = Object.keys(before).some(
    (key) =>
      key !== 'last' &&
      !same(before[key], after[key]) &&
      !grown.some((item) => item.key === key && item.count > 0),
  );
  const left = Object.keys(file).filter((key) => !isKnownSlice(key) && !same(file[key], after[key]));
  return [
    ...(words === '' ? [] : [`Added: ${words}.`]),
    ...(renewed ? ['Some of what was here was brought up to date.'] : []),
    ...(words === '' && !renewed && left.length === 0 ? ['All of it was here already.'] : []),
    ...(left.length === 0 ? [] : [`Left as it was here: ${left.join(', ').slice(0, 200)}.`]),
  ].join(' ');
}
