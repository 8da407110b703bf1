import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { withBase } from '../lib/paths.ts';
import { builtLinks } from './built-links.ts';

/**
 * Writes `_redirects` for hosts that read it (Netlify, Cloudflare Pages): the short links to the lessons. The same
 * addresses also exist as plain HTML pages, for hosts that do not.
 */
export function hostFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        const lines = builtLinks(dir)
          .filter((link) => link.kind === 'lesson')
          .map(({ path, number }) => `${withBase(base, `/${number}/`)} ${withBase(base, path)} 301`);
        writeFileSync(new URL('_redirects', dir), `${lines.join('\n')}\n`);
      },
    },
  };
}
