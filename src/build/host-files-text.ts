import { withBase } from '../utils/paths.ts';
import { addressOf, type Permalink } from '../course/permalinks.ts';
import {
  COMMON_HEADERS,
  HASHED,
  IMMUTABLE,
  sharingHeaders,
  sharingOf,
  type Age,
  type Header,
} from '../components/site/security.ts';

const block = (path: string, headers: readonly Header[]): string =>
  [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/** Blocks of `_headers` that Cloudflare Pages reads at most; it leaves out the rest. */
export const MOST_BLOCKS = 100;
/** Where kept editions are, as a pattern of such hosts: all of them share their blocks, as there may not be many. */
const EVERY_EDITION = '/e/:edition/';
/** Whether an entry of a kept edition has a block: pages, and what is for others. Data of its own needs none. */
const needsBlock = (name: string): boolean => /\/$|\.html$/.test(name) || sharingOf(name) !== 'own';

/** Short links to the lessons, "12/". They lead on at once to a page that has a block, and name their own policy. */
const isNumber = (name: string): boolean => /^\d+\/$/.test(name);

/**
 * `_headers` for CDN hosts that read it (Netlify, Cloudflare Pages). Such hosts join the values of all blocks that
 * match, and two policies joined allow only what both allow; so what the embeds have otherwise is said for each
 * entry of the site apart, and never for all. Where those are more than such hosts read, short links have none.
 *
 * @param entries names at the top of the site: "lessons/", "index.html", "embed/"
 * @param kept the same names of all kept editions, which share their blocks
 */
export async function headersFile(
  base: string,
  entries: readonly string[],
  kept: readonly string[] = [],
): Promise<string> {
  const blocksOf = async (names: readonly string[], age: Age): Promise<string[]> => {
    const top = age === 'today' ? '/' : EVERY_EDITION;
    const blocks = names.map(async (name) => {
      const path = name === 'index.html' ? top : `${top}${name}${name.endsWith('/') ? '*' : ''}`;
      return block(withBase(base, path), await sharingHeaders(sharingOf(name), age));
    });
    const hashed = HASHED.map((path) => block(withBase(base, `${top}${path.slice(1)}`), [IMMUTABLE]));
    return [...(await Promise.all(blocks)), ...hashed];
  };
  const allOf = async (today: readonly string[]): Promise<string[]> => [
    block(withBase(base, '/*'), COMMON_HEADERS),
    ...(await blocksOf(today, 'today')),
    ...(kept.length === 0 ? [] : await blocksOf(kept.filter(needsBlock), 'kept')),
  ];
  const blocks = await allOf(entries);
  const read = blocks.length > MOST_BLOCKS ? await allOf(entries.filter((name) => !isNumber(name))) : blocks;
  return `${read.join('\n')}\n`;
}

/** Rules of `_redirects` that such hosts read at most. */
const MOST_RULES = 2_000;

/**
 * `_redirects` for the same hosts: the short links to the lessons, and the lasting ids. All exist as plain HTML pages
 * too, so that a rule too many costs a moment and no link.
 */
export function redirectsFile(base: string, links: readonly Permalink[]): string {
  const rule = (from: string, to: string): string => `${withBase(base, from)} ${withBase(base, to)} 301`;
  const lines = [
    ...links.filter(({ kind }) => kind === 'lesson').map(({ path, number }) => rule(`/${number}/`, path)),
    ...links.flatMap((link) => (link.short === undefined ? [] : [rule(link.short, addressOf(link))])),
  ].slice(0, MOST_RULES);
  return `${lines.join('\n')}\n`;
}

/**
 * When security.txt stops being true: the first day of the month, eleven months on. The standard wants less than a year,
 * and so all builds of a month write the same.
 */
export const securityUntil = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 11));

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a weakness.
 *
 * @param contact address of a form or a mailbox ("https:", "mailto:")
 * @param until when the file stops being true, after `securityUntil`
 */
export const securityTxt = (site: URL, base: string, contact: string, until: Date): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${until.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: en',
    `Canonical: ${new URL(withBase(base, '/.well-known/security.txt'), site).href}`,
    `Policy: ${new URL(withBase(base, '/about/#security'), site).href}`,
    '',
  ].join('\n');
