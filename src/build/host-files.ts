import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../exports/exporter.ts';
import { editionPath } from '../course/archived-edition.ts';
import { withBase } from '../utils/paths.ts';
import type { Settings } from './settings.ts';
import type { Log } from './steps.ts';
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

/** Maximum number of blocks that Cloudflare Pages reads in `_headers`; it ignores the rest. */
export const MOST_BLOCKS = 100;
/** Pattern for the paths of archived editions. They share their blocks, because the number of blocks is limited. */
const EVERY_EDITION = '/e/:edition/';
/** Whether an entry of an archived edition needs a block: pages and files for other sites do, other files do not. */
const needsBlock = (name: string): boolean => /\/$|\.html$/.test(name) || sharingOf(name) !== 'own';

/** Whether an entry is a short link to a lesson, "12/". It redirects to a page with a block, and has a policy itself. */
const isNumber = (name: string): boolean => /^\d+\/$/.test(name);

/**
 * `_headers` for CDN hosts that read it (Netlify, Cloudflare Pages). Such hosts combine all blocks that match a path, and
 * combined policies allow only what each of them allows. So headers that embeds need to be different are in a block for
 * each entry, not in one for all. If that makes too many blocks, short links get none.
 * @param entries names of the top-level entries of the site: "lessons/", "index.html", "embed/"
 * @param archived names of the top-level entries of all archived editions
 */
export function headersFile(
  base: string,
  entries: readonly string[],
  archived: readonly string[] = [],
): string {
  const blocksOf = (names: readonly string[], age: Age): string[] => {
    const top = age === 'today' ? '/' : EVERY_EDITION;
    const blocks = names.map((name) => {
      const path = name === 'index.html' ? top : `${top}${name}${name.endsWith('/') ? '*' : ''}`;
      return block(withBase(base, path), sharingHeaders(sharingOf(name), age));
    });
    const hashed = HASHED.map((path) => block(withBase(base, `${top}${path.slice(1)}`), [IMMUTABLE]));
    return [...blocks, ...hashed];
  };
  const allOf = (today: readonly string[]): string[] => [
    block(withBase(base, '/*'), COMMON_HEADERS),
    ...blocksOf(today, 'today'),
    ...(archived.length === 0 ? [] : blocksOf(archived.filter(needsBlock), 'archived')),
  ];
  const blocks = allOf(entries);
  const read = blocks.length > MOST_BLOCKS ? allOf(entries.filter((name) => !isNumber(name))) : blocks;
  return `${read.join('\n')}\n`;
}

/** Maximum number of rules that such hosts read in `_redirects`. */
const MOST_RULES = 2_000;

/**
 * `_redirects` for the same hosts: the short links to the lessons, and the lasting ids. All of them are HTML pages too,
 * so a link without a rule still works, only slower.
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
 * Expiry date of security.txt: the first day of the month, in eleven months. The standard asks for less than a year, and
 * all builds of a month should write the same file.
 */
export const securityUntil = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 11));

/**
 * `/.well-known/security.txt` (RFC 9116): where to report a vulnerability.
 * @param contact address of a form or a mailbox ("https:", "mailto:")
 * @param until expiry date, from `securityUntil`
 */
const securityTxt = (site: URL, base: string, contact: string, until: Date): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${until.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    'Preferred-Languages: en',
    `Canonical: ${new URL(withBase(base, '/.well-known/security.txt'), site).href}`,
    `Policy: ${new URL(withBase(base, '/about/#security'), site).href}`,
    '',
  ].join('\n');

/** The settings that the host files depend on. */
type HostSettings = Pick<Settings, 'securityContact' | 'sourceDate'>;

/** Names of the entries of a folder: "lessons/", "index.html". */
const entriesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );

/** Names of the entries of all archived editions that this build unpacked. */
function archivedEntries(out: string): string[] {
  const editions = join(out, 'e');
  if (!existsSync(editions)) return [];
  const all = readdirSync(editions).flatMap((number) => entriesOf(join(out, editionPath(number))));
  return [...new Set(all)].sort();
}

/** Whether the address is public, not local or an example. */
const isPublic = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' && !/(?:^|\.)(?:localhost|example)$/.test(hostname);

/**
 * Writes the files for hosts: `_headers`, `_redirects` and `/.well-known/security.txt`, which names the about page if
 * SECURITY_CONTACT is not set. Runs after every step that adds top-level files.
 */
export function writeHostFiles(
  { folder, origin, base, links }: Pick<BuiltSite, 'folder' | 'origin' | 'base' | 'links'>,
  settings: HostSettings,
  log: Log,
): void {
  const site = new URL(origin);
  const contact = settings.securityContact ?? new URL(withBase(base, '/about/#security'), site).href;
  if (settings.securityContact === undefined && isPublic(site))
    log.warn(
      'security.txt names no address to report vulnerabilities, and links to the about page. Remedy: build with SECURITY_CONTACT=mailto:... or https://...',
    );
  mkdirSync(join(folder, '.well-known'), { recursive: true });
  writeFileSync(
    join(folder, '.well-known/security.txt'),
    securityTxt(site, base, contact, securityUntil(settings.sourceDate ?? new Date())),
  );
  const entries = entriesOf(folder).filter((name) => name !== 'e/');
  writeFileSync(join(folder, '_redirects'), redirectsFile(base, links));
  const headers = headersFile(base, entries.sort(), archivedEntries(folder));
  writeFileSync(join(folder, '_headers'), headers);
  const blocks = headers.match(/^\//gm)?.length ?? 0;
  if (blocks > MOST_BLOCKS)
    log.warn(
      `_headers has ${blocks} blocks, and Cloudflare Pages reads ${MOST_BLOCKS}. Remedy there: set the headers in its own settings.`,
    );
}
