import { addressOf, type Permalink } from './permalinks.ts';

/** Every path ever published with its fragments, sorted, as committed in permalinks.lock.json of the content folder. */
export type PermalinkLock = Record<string, string[]>;

const sorted = (values: Iterable<string>): string[] => [...new Set(values)].sort();

/** Adds links to the lock. Entries are never removed, because published addresses are permanent. */
export function addToLock(lock: PermalinkLock, links: readonly Permalink[]): PermalinkLock {
  const paths = new Map(Object.entries(lock).map(([path, fragments]) => [path, [...fragments]]));
  for (const { path, fragment } of links) {
    const fragments = paths.get(path) ?? [];
    paths.set(path, fragment === undefined ? fragments : [...fragments, fragment]);
  }
  return Object.fromEntries(sorted(paths.keys()).map((path) => [path, sorted(paths.get(path) ?? [])]));
}

/** Addresses in the lock that the site no longer has. */
export function brokenPromises(lock: PermalinkLock, links: readonly Permalink[]): string[] {
  const published = new Set(links.map(addressOf));
  return Object.entries(lock).flatMap(([path, fragments]) =>
    [path, ...fragments.map((fragment) => `${path}#${fragment}`)].filter(
      (address) => !published.has(address),
    ),
  );
}

/** Addresses of the site that are not in the lock yet. */
export const newPromises = (lock: PermalinkLock, links: readonly Permalink[]): string[] => [
  ...new Set(
    links
      .filter(({ path, fragment }) => {
        const known = lock[path];
        return known === undefined || (fragment !== undefined && !known.includes(fragment));
      })
      .map(addressOf),
  ),
];
