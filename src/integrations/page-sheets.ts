import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withBase } from '../lib/paths.ts';

/** A style sheet that the first paint waits for, as Astro writes its link. */
const LINK = /<link rel="stylesheet" href="([^"]+\.css)">/g;

/**
 * Gives each page one style sheet: joins those that the first paint waits for, in their order, into one file named by
 * its content. Several small files compress worse (a fifth of the bytes) and cost a request each; pages of one kind
 * share the joined file. The parts stay, because scripts that load later may name them.
 */
export function pageSheets(): AstroIntegration {
  let base = '/';
  return {
    name: 'page-sheets',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const fileOf = (href: string): string => join(out, href.slice(withBase(base, '/').length));
        const joined = new Map<string, string>();
        const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
          name.endsWith('.html'),
        );
        for (const name of pages) {
          const html = readFileSync(join(out, name), 'utf8');
          const hrefs = [...html.matchAll(LINK)].map(([, href = '']) => href);
          if (hrefs.length < 2) continue;
          const key = hrefs.join();
          let sheet = joined.get(key);
          if (sheet === undefined) {
            const css = hrefs.map((href) => readFileSync(fileOf(href), 'utf8').trim()).join('');
            const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
            sheet = withBase(base, `/_astro/page.${hash}.css`);
            writeFileSync(fileOf(sheet), css);
            joined.set(key, sheet);
          }
          let seen = 0;
          writeFileSync(
            join(out, name),
            // The last place keeps the order beside sheets for print.
            html.replace(LINK, () =>
              ++seen === hrefs.length ? `<link rel="stylesheet" href="${sheet}">` : '',
            ),
          );
        }
        logger.info(`${joined.size} style sheets for ${pages.length} pages.`);
      },
    },
  };
}
