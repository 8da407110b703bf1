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

/** Every lasting id with its address. */
export const shortLinks = (): ShortLinks => ids;

/** Adds an id for each address of the course that has none yet, so that one build both makes and uses it. */
export function addMissingIds(course: Course): void {
  ids = addShortLinks(ids, permalinks(course));
  find = shortLinkFinder(ids);
}

/** The lasting id of an address; undefined for one that `npm run permalinks` has not seen yet. */
export const shortLinkOf = (address: string): string | undefined => find(address);

/** The path to put on a slide: the lasting id's, or until there is one the address itself. */
export function lastingPath(link: Pick<Permalink, 'path' | 'fragment'>): string {
  const address = addressOf(link);
  const id = shortLinkOf(address);
  return id === undefined ? address : shortPath(id);
}

/** Every lasting address of the course, with its short form where it has one. */
export const publishedLinks = (course: Course): Permalink[] =>
  permalinks(course).map((link) => {
    const id = shortLinkOf(addressOf(link));
    return id === undefined ? link : { ...link, short: shortPath(id) };
  });
