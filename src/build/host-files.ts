import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../exports/exporter.ts';
import { headersFile, MOST_BLOCKS, redirectsFile, securityTxt, securityUntil } from './host-files-text.ts';
import { editionPath } from '../course/archived-edition.ts';
import { withBase } from '../utils/paths.ts';
import type { Settings } from './settings.ts';
import type { Log } from './log.ts';

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
export async function writeHostFiles(
  { folder, origin, base, links }: Pick<BuiltSite, 'folder' | 'origin' | 'base' | 'links'>,
  settings: HostSettings,
  log: Log,
): Promise<void> {
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
  const headers = await headersFile(base, entries.sort(), archivedEntries(folder));
  writeFileSync(join(folder, '_headers'), headers);
  const blocks = headers.match(/^\//gm)?.length ?? 0;
  if (blocks > MOST_BLOCKS)
    log.warn(
      `_headers has ${blocks} blocks, and Cloudflare Pages reads ${MOST_BLOCKS}. Remedy there: set the headers in its own settings.`,
    );
}
