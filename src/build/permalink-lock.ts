import { writeFileSync } from 'node:fs';
import { AuthorError, type Problem } from '../course/author-error.ts';
import {
  type Permalink,
  type PermalinkLock,
  addressOf,
  PERMALINK_LOCK_FILE,
  readPermalinkLock,
} from '../course/permalinks.ts';
import { lostShortLinks, SHORT_LINKS_FILE, shortLinks } from '../course/short-links.ts';
import { settings, type Settings } from './settings.ts';
import type { Log } from './steps.ts';

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

const addressesIn = (lock: PermalinkLock): string[] =>
  Object.entries(lock).flatMap(([path, fragments]) => [
    path,
    ...fragments.map((fragment) => addressOf({ path, fragment })),
  ]);

/** Addresses in the lock that the site no longer has. */
export function brokenPromises(lock: PermalinkLock, links: readonly Permalink[]): string[] {
  const published = new Set(links.map(addressOf));
  return addressesIn(lock).filter((address) => !published.has(address));
}

/** Addresses of the site that are not in the lock yet. */
const newPromises = (lock: PermalinkLock, links: readonly Permalink[]): string[] => [
  ...new Set(links.map(addressOf)).difference(new Set(addressesIn(lock))),
];

/** Maximum number of new addresses that a warning lists. */
const MOST_NAMED = 20;

const write = (file: string, content: object): void => {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
};

/**
 * Compares the addresses of a build with the permalink locks.
 * @param mode with "write" (`npm run permalinks`) new addresses and their ids are added to the locks
 * @throws {AuthorError} if a published address would be lost, or a lasting id would have no target
 */
export function checkPermalinks(links: readonly Permalink[], mode: Settings['permalinks'], log: Log): void {
  const lock = readPermalinkLock();
  const ids = shortLinks();
  const problems: Problem[] = [
    ...brokenPromises(lock, links).map((address) => ({
      file: PERMALINK_LOCK_FILE,
      field: address,
      problem: 'this published address would break',
      remedy: 'bring the id back, or leave a redirect and keep the fragment on the page',
    })),
    ...lostShortLinks(ids, links).map(([id, address]) => ({
      file: SHORT_LINKS_FILE,
      field: id,
      problem: `this lasting id would lead to nothing at ${address}`,
      remedy: 'write the new address beside the id',
    })),
  ];
  if (problems.length > 0) throw new AuthorError(problems);
  if (mode === 'write') {
    write(PERMALINK_LOCK_FILE, addToLock(lock, links));
    write(SHORT_LINKS_FILE, ids);
    log.info(`The locks in ${settings.content} have every address of this build, each with its lasting id.`);
    return;
  }
  const added = newPromises(lock, links);
  if (added.length > 0)
    log.warn(
      `${added.length} new addresses are not in ${PERMALINK_LOCK_FILE}: ${added.slice(0, MOST_NAMED).join(', ')}${added.length > MOST_NAMED ? ', ...' : ''}. Remedy: when they are to stay, run npm run permalinks, and commit the locks.`,
    );
}
