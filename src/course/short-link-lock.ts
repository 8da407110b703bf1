import lock from '../short-links.lock.json' with { type: 'json' };
import type { Course } from './types.ts';
import { addressOf, type Permalink } from './permalinks.ts';
import { permalinks } from '../links.ts';
import { addShortLinks, shortLinkFinder, shortPath, type ShortLinks } from './short-links.ts';

let ids: ShortLinks = lock;
let find = shortLinkFinder(ids);

/** All short ids with their addresses. */
export const shortLinks = (): ShortLinks => ids;

/** Adds an id for each address that has none, so that one build can create and use it. */
export function addMissingIds(course: Course): void {
  ids = addShortLinks(ids, permalinks(course));
  find = shortLinkFinder(ids);
}

/** The short id of an address; undefined until `npm run permalinks` has added it. */
export const shortLinkOf = (address: string): string | undefined => find(address);

/** The path to show on a slide: the short link, or the address while it has none. */
export function lastingPath(link: Pick<Permalink, 'path' | 'fragment'>): string {
  const address = addressOf(link);
  const id = shortLinkOf(address);
  return id === undefined ? address : shortPath(id);
}

/** All permanent addresses of the course, each with its short form if any. */
export const publishedLinks = (course: Course): Permalink[] =>
  permalinks(course).map((link) => {
    const id = shortLinkOf(addressOf(link));
    return id === undefined ? link : { ...link, short: shortPath(id) };
  });
