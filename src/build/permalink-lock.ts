import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AuthorError, type Problem } from '../lib/author-error.ts';
import { addToLock, brokenPromises, type PermalinkLock } from '../lib/permalink-lock.ts';
import { addShortLinks, lostShortLinks, type ShortLinks } from '../lib/short-links.ts';
import { builtLinks } from './built-files.ts';
import type { Step } from './step.ts';

const FILE = 'src/permalinks.lock.json';
const SHORT_FILE = 'src/short-links.lock.json';

const onDisk = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const read = <Content>(file: string, none: Content): Content =>
  existsSync(onDisk(file)) ? (JSON.parse(readFileSync(onDisk(file), 'utf8')) as Content) : none;
const write = (file: string, content: object): void => {
  writeFileSync(onDisk(file), `${JSON.stringify(content, null, 2)}\n`);
};

/**
 * Holds each build against the permalink locks. A build that would lose a published address, or leave a lasting id
 * without one, fails; with PERMALINKS=write (`npm run permalinks`) new addresses and their ids are added.
 */
export const permalinkLock: Step = {
  name: 'permalink-lock',
  run({ folder }, log) {
    const links = builtLinks(folder);
    const lock = read<PermalinkLock>(FILE, {});
    const ids = read<ShortLinks>(SHORT_FILE, {});
    const problems: Problem[] = [
      ...brokenPromises(lock, links).map((address) => ({
        file: FILE,
        field: address,
        problem: 'this published address would break',
        remedy: 'bring the id back, or leave a redirect and keep the fragment on the page',
      })),
      ...lostShortLinks(ids, links).map(([id, address]) => ({
        file: SHORT_FILE,
        field: id,
        problem: `this lasting id would lead to nothing at ${address}`,
        remedy: 'write the new address beside the id',
      })),
    ];
    if (problems.length > 0) throw new AuthorError(problems);
    if (process.env['PERMALINKS'] === 'write') {
      write(FILE, addToLock(lock, links));
      write(SHORT_FILE, addShortLinks(ids, links));
      log.info('The locks in src hold every address of this build, each with its lasting id.');
    }
  },
};
