import lock from './short-links.lock.json';
import { addressOf, type Permalink } from './lib/permalinks.ts';
import { shortLinkFinder, shortPath, type ShortLinks } from './lib/short-links.ts';

/** Every lasting id with its address. */
export const shortLinks: ShortLinks = lock;

/** The lasting id of an address; undefined for one that `npm run permalinks` has not seen yet. */
export const shortLinkOf = shortLinkFinder(shortLinks);

/** The path to put on a slide: the lasting id's, or until there is one the address itself. */
export function lastingPath(link: Pick<Permalink, 'path' | 'fragment'>): string {
  const address = addressOf(link);
  const id = shortLinkOf(address);
  return id === undefined ? address : shortPath(id);
}
