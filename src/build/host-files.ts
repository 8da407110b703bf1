import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile, MOST_BLOCKS, redirectsFile, securityTxt, securityUntil } from '../lib/host-files.ts';
import { editionPath } from '../lib/kept-edition.ts';
import { withBase } from '../lib/paths.ts';
import { securityContact } from '../security-contact.ts';
import { builtLinks } from './built-files.ts';
import type { Step } from './step.ts';

/** Now, or what $SOURCE_DATE_EPOCH says (https://reproducible-builds.org/specs/source-date-epoch/). */
function now(): Date {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return seconds === undefined ? new Date() : new Date(Number(seconds) * 1_000);
}

/** What stands at the top of a folder: "lessons/", "index.html". */
const entriesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );

/** What stands at the top of the kept editions that this build unpacked. */
function keptEntries(out: string): string[] {
  const editions = join(out, 'e');
  if (!existsSync(editions)) return [];
  const all = readdirSync(editions).flatMap((number) => entriesOf(join(out, editionPath(number))));
  return [...new Set(all)].sort();
}

/** Whether people reach the site at this address, and not only whoever builds it. */
const isPublic = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' && !/(?:^|\.)(?:localhost|example)$/.test(hostname);

/**
 * Writes what hosts read: `_headers`, `_redirects` and `/.well-known/security.txt`. $SECURITY_CONTACT ("mailto:...",
 * "https://...") says where to report a weakness; without it the about page does. Comes after all that writes files which
 * a browser may ask for, and before they are compressed.
 */
export const hostFiles: Step = {
  name: 'host-files',
  async run({ folder, origin, base }, log) {
    const site = new URL(origin);
    const contact = securityContact() ?? new URL(withBase(base, '/about/#security'), site).href;
    if (securityContact() === undefined && isPublic(site))
      log.warn(
        'security.txt names no address for weaknesses, and leads to the about page. Remedy: build with SECURITY_CONTACT=mailto:... or https://...',
      );
    mkdirSync(join(folder, '.well-known'), { recursive: true });
    writeFileSync(
      join(folder, '.well-known/security.txt'),
      securityTxt(site, base, contact, securityUntil(now())),
    );
    const entries = entriesOf(folder).filter((name) => name !== 'e/');
    writeFileSync(join(folder, '_redirects'), redirectsFile(base, builtLinks(folder)));
    const headers = await headersFile(base, entries.sort(), keptEntries(folder));
    writeFileSync(join(folder, '_headers'), headers);
    const blocks = headers.match(/^\//gm)?.length ?? 0;
    if (blocks > MOST_BLOCKS)
      log.warn(
        `_headers has ${blocks} blocks, and Cloudflare Pages reads ${MOST_BLOCKS}. Remedy there: set the headers in its own settings.`,
      );
  },
};
