import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addToLock, brokenPromises, type PermalinkLock } from '../lib/permalink-lock.ts';
import { builtLinks } from './built-links.ts';

const FILE = fileURLToPath(new URL('../permalinks.lock.json', import.meta.url));

/**
 * Holds each build against the permalink lock. A build that would lose a published address fails; with
 * PERMALINKS=write (`npm run permalinks`) new addresses are added to the lock.
 */
export function permalinkLock(): AstroIntegration {
  return {
    name: 'permalink-lock',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const links = builtLinks(dir);
        const lock = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as PermalinkLock) : {};
        const broken = brokenPromises(lock, links);
        if (broken.length > 0) {
          throw new Error(
            `These published addresses would break:\n  ${broken.join('\n  ')}\nRemedy: bring the id back, or leave a redirect and keep the fragment on the page.`,
          );
        }
        if (process.env['PERMALINKS'] === 'write') {
          writeFileSync(FILE, `${JSON.stringify(addToLock(lock, links), null, 2)}\n`);
          logger.info('src/permalinks.lock.json holds every address of this build.');
        }
      },
    },
  };
}
