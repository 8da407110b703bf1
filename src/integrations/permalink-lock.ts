import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addToLock, brokenPromises, type PermalinkLock } from '../lib/permalink-lock.ts';
import { addShortLinks, lostShortLinks, type ShortLinks } from '../lib/short-links.ts';
import { builtLinks } from './built-links.ts';

const FILE = fileURLToPath(new URL('../permalinks.lock.json', import.meta.url));
const SHORT_FILE = fileURLToPath(new URL('../short-links.lock.json', import.meta.url));

const read = <Content>(file: string, none: Content): Content =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Content) : none;
const write = (file: string, content: object): void => {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
};

/**
 * Holds each build against the permalink locks. A build that would lose a published address, or leave a lasting id
 * without one, fails; with PERMALINKS=write (`npm run permalinks`) new addresses and their ids are added.
 */
export function permalinkLock(): AstroIntegration {
  return {
    name: 'permalink-lock',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const links = builtLinks(dir);
        const lock = read<PermalinkLock>(FILE, {});
        const ids = read<ShortLinks>(SHORT_FILE, {});
        const broken = brokenPromises(lock, links);
        if (broken.length > 0) {
          throw new Error(
            `These published addresses would break:\n  ${broken.join('\n  ')}\nRemedy: bring the id back, or leave a redirect and keep the fragment on the page.`,
          );
        }
        const lost = lostShortLinks(ids, links);
        if (lost.length > 0) {
          throw new Error(
            `These lasting ids would lead to nothing:\n  ${lost.map(([id, address]) => `${id}: ${address}`).join('\n  ')}\nRemedy: write the new address beside the id in src/short-links.lock.json.`,
          );
        }
        if (process.env['PERMALINKS'] === 'write') {
          write(FILE, addToLock(lock, links));
          write(SHORT_FILE, addShortLinks(ids, links));
          logger.info('The locks in src hold every address of this build, each with its lasting id.');
        }
      },
    },
  };
}
