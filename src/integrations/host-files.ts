import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { headersFile, MOST_BLOCKS, redirectsFile, securityTxt, securityUntil } from '../lib/host-files.ts';
import { editionPath } from '../lib/kept-edition.ts';
import { withBase } from '../lib/paths.ts';
import { securityContact } from '../security-contact.ts';
import { builtLinks } from './built-links.ts';

/** Now, or what $SOURCE_DATE_EPOCH says (https://reproducible-builds.org/specs/source-date-epoch/). */
function now(): Date {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return seconds === undefined ? new Date() : new Date(Number(seconds) * 1_000);
}

/** What stands at the top of a folder: "lessons/", "index.html". */
const entriesOf = (folder: URL): string[] =>
  readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );

/** What stands at the top of the kept editions that this build unpacked. */
function keptEntries(dir: URL): string[] {
  const editions = new URL('e/', dir);
  if (!existsSync(editions)) return [];
  const all = readdirSync(editions).flatMap((number) => entriesOf(new URL(`.${editionPath(number)}`, dir)));
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
export function hostFiles(): AstroIntegration {
  let base = '/';
  let site = '';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        site = config.site ?? 'http://localhost:4321';
      },
      'astro:build:done': async ({ dir, logger }) => {
        const contact = securityContact() ?? new URL(withBase(base, '/about/#security'), site).href;
        if (securityContact() === undefined && isPublic(new URL(site)))
          logger.warn(
            'security.txt names no address for weaknesses, and leads to the about page. Remedy: build with SECURITY_CONTACT=mailto:... or https://...',
          );
        mkdirSync(new URL('.well-known/', dir), { recursive: true });
        writeFileSync(
          new URL('.well-known/security.txt', dir),
          securityTxt(new URL(site), base, contact, securityUntil(now())),
        );
        const entries = entriesOf(dir).filter((name) => name !== 'e/');
        writeFileSync(new URL('_redirects', dir), redirectsFile(base, builtLinks(dir)));
        const headers = await headersFile(base, entries.sort(), keptEntries(dir));
        writeFileSync(new URL('_headers', dir), headers);
        const blocks = headers.match(/^\//gm)?.length ?? 0;
        if (blocks > MOST_BLOCKS)
          logger.warn(
            `_headers has ${blocks} blocks, and Cloudflare Pages reads ${MOST_BLOCKS}. Remedy there: set the headers in its own settings.`,
          );
      },
    },
  };
}
