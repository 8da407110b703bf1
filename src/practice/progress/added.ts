import type { Personal } from '../../storage/store.ts';
import { holdings, inWords, isKnownSlice } from '../../storage/counts.ts';

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What an import did, in a sentence or two. */
export function whatWasAdded(before: Personal, after: Personal, file: Personal): string {
  const counts = holdings(before);
  const grown = holdings(after).map((holding, index) => ({
    ...holding,
    count: holding.count - (counts[index]?.count ?? 0),
  }));
  const words = inWords(grown);
  // Where a share changed and nothing in it is new, something later took the place of something earlier.
  const renewed = Object.keys(before).some(
    (key) =>
      key !== 'last' &&
      !same(before[key], after[key]) &&
      !grown.some((holding) => holding.key === key && holding.count > 0),
  );
  const left = Object.keys(file).filter((key) => !isKnownSlice(key) && !same(file[key], after[key]));
  return [
    ...(words === '' ? [] : [`Added: ${words}.`]),
    ...(renewed ? ['Some of what was here was brought up to date.'] : []),
    ...(words === '' && !renewed && left.length === 0 ? ['All of it was here already.'] : []),
    ...(left.length === 0 ? [] : [`Left as it was here: ${left.join(', ').slice(0, 200)}.`]),
  ].join(' ');
}
