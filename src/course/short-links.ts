import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { KIND_IDS } from '../collections/kinds.ts';
import { addressOf, type Permalink } from './permalinks.ts';
import { settings } from '../build/settings.ts';
import type { Course } from './types.ts';
import { permalinks } from '../links.ts';

/** Lasting ids and the address that each leads to, as committed in short-links.lock.json of the content folder. */
export type ShortLinks = Record<string, string>;
/** Unambiguous digits and letters, without vowels, so that no id is a word. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxz';
/** Length of a new id: half a million ids, short enough to type from a slide. */
const LENGTH = 4;

/** What people link to from a slide or a workbook. Pages of the site have short addresses of their own. */
const KINDS: ReadonlySet<Permalink['kind']> = new Set([
  'lesson',
  'section',
  'concept',
  'definition',
  'comparison',
  'row',
  'figure',
  'question',
  'event',
  ...KIND_IDS,
]);

/** Path of a short link. */
export const shortPath = (id: string): string => `/go/${id}/`;

function newId(address: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256').update(`${address} ${attempt}`).digest().subarray(0, LENGTH);
    const id = Array.from(digest, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
    if (!taken.has(id)) return id;
  }
}

/** Addresses that need a short id. */
export const shortened = (links: readonly Permalink[]): Set<string> =>
  new Set(links.filter(({ kind }) => KINDS.has(kind)).map(addressOf));

/** The ids with one more for each address that has none. What moves keeps its id. */
export function addShortLinks(ids: ShortLinks, links: readonly Permalink[]): ShortLinks {
  const known = new Set(Object.values(ids));
  const all = new Map(Object.entries(ids));
  const taken = new Set(all.keys());
  for (const address of shortened(links)) {
    if (known.has(address)) continue;
    const id = newId(address, taken);
    taken.add(id);
    all.set(id, address);
  }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Ids whose address no longer exists. */
export function lostShortLinks(
  ids: ShortLinks,
  links: readonly Permalink[],
): [id: string, address: string][] {
  const published = new Set(links.map(addressOf));
  return Object.entries(ids).filter(([, address]) => !published.has(address));
}

/** Returns a lookup from an address to its short id: "/lessons/momentum/#bottom-line". */
export function shortLinkFinder(ids: ShortLinks): (address: string) => string | undefined {
  const byAddress = new Map(Object.entries(ids).map(([id, address]) => [address, id]));
  return (address) => byAddress.get(address);
}

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
