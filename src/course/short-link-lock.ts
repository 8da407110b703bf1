import { existsSync, readFileSync } from 'node:fs';
import { settings } from '../build/settings.ts';
import type { Course } from './types.ts';
import { addressOf, type Permalink } from './permalinks.ts';
import { permalinks } from '../links.ts';
import { addShortLinks, shortLinkFinder, shortPath, type ShortLinks } from './short-links.ts';

/** The file of all lasting ids; a course that was never published has none. */
export const SHORT_LINKS_FILE = `${settings.content}/short-links.lock.json`;

let ids: ShortLinks = existsSync(SHORT_LINKS_FILE)
  ? (JSON.parse(readFileSync(SHORT_LINKS_FILE, 'utf8')) as ShortLinks)
  : {};
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
