import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { headersFile, redirectsFile, securityTxt, securityUntil } from '../lib/host-files.ts';
import { withBase } from '../lib/paths.ts';
import { builtLinks } from './built-links.ts';

/** Now, or what $SOURCE_DATE_EPOCH says (https://reproducible-builds.org/specs/source-date-epoch/). */
function now(): Date {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return seconds === undefined ? new Date() : new Date(Number(seconds) * 1_000);
}

/**
 * Writes what hosts read: `_headers`, `_redirects` and `/.well-known/security.txt`. $SECURITY_CONTACT ("mailto:...",
 * "https://...") says where to report a weakness; without it the about page does.
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
      'astro:build:done': async ({ dir }) => {
        const entries = readdirSync(dir, { withFileTypes: true })
          .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
          .filter((name) => !name.startsWith('_') || name === '_astro/')
          .sort();
        const contact =
          process.env['SECURITY_CONTACT'] ?? new URL(withBase(base, '/about/#security'), site).href;
        writeFileSync(new URL('_redirects', dir), redirectsFile(base, builtLinks(dir)));
        writeFileSync(new URL('_headers', dir), await headersFile(base, entries));
        mkdirSync(new URL('.well-known/', dir), { recursive: true });
        writeFileSync(
          new URL('.well-known/security.txt', dir),
          securityTxt(new URL(site), base, contact, securityUntil(now())),
        );
      },
    },
  };
}
