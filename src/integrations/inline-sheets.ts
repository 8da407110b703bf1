import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withBase } from '../lib/paths.ts';
import { inlineHash, withInlineStyle } from '../lib/security.ts';

/** The home page and the lessons. */
const LANDED_ON = /^(?:index|lessons\/[^/]+\/index)\.html$/;

/** The one sheet that the first paint waits for. */
const LINK = /<link rel="stylesheet" href="([^"]+\.css)">/;

const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]+)"/;

/**
 * Puts the style sheet into the pages that others link to, and its hash into their policy. Whoever lands there sees the
 * page a round trip sooner (docs/benchmarks.md), for 4 kB more on each further lesson. All other pages share theirs as
 * files. It comes after the downloads, which are made of pages with linked sheets.
 */
export function inlineSheets(): AstroIntegration {
  let base = '/';
  return {
    name: 'inline-sheets',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir }) => {
        const out = fileURLToPath(dir);
        const pages = readdirSync(out, { recursive: true, encoding: 'utf8' })
          .map((name) => name.replaceAll('\\', '/'))
          .filter((name) => LANDED_ON.test(name));
        for (const name of pages) {
          const file = join(out, name);
          const html = readFileSync(file, 'utf8');
          const [link, href] = LINK.exec(html) ?? [];
          if (link === undefined || href === undefined) continue;
          const css = readFileSync(join(out, href.slice(withBase(base, '/').length)), 'utf8');
          const hash = await inlineHash(css);
          writeFileSync(
            file,
            html
              .replace(link, () => `<style>${css}</style>`)
              .replace(
                POLICY,
                (_, start: string, policy: string) => `${start}${withInlineStyle(policy, hash)}"`,
              ),
          );
        }
      },
    },
  };
}
