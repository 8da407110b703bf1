import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import type { AstroIntegration } from 'astro';
import { EDITIONS_FOLDER, keptNumbers } from '../kept-editions.ts';
import { editionPath, keptEdition, withNewerEdition } from '../lib/kept-edition.ts';

/**
 * Writes a kept edition into a built site, under its own path.
 * @param newest announced on every page where it is another
 */
export function unpackEdition(zip: Uint8Array, out: string, number: string, newest: string): void {
  const folder = join(out, editionPath(number));
  for (const [name, content] of Object.entries(unzipSync(zip))) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      name.endsWith('.html') && number !== newest
        ? withNewerEdition(new TextDecoder().decode(content), newest)
        : content,
    );
  }
}

/** Puts every kept edition below the site of today: `/e/1.0/`. Search, sitemap and locks know only today's pages. */
export function keptEditions(): AstroIntegration {
  let base = '/';
  return {
    name: 'kept-editions',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir, logger }) => {
        if (keptEdition(base) !== undefined) return;
        const { edition } = JSON.parse(readFileSync(new URL('links.json', dir), 'utf8')) as {
          edition: { number: string };
        };
        for (const number of keptNumbers()) {
          const zip = new Uint8Array(readFileSync(join(EDITIONS_FOLDER, `${number}.zip`)));
          unpackEdition(zip, fileURLToPath(dir), number, edition.number);
          logger.info(`Edition ${number} is at ${editionPath(number)}.`);
        }
      },
    },
  };
}
