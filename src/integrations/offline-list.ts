import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PublishedIndex } from '../exporters/download-index.ts';
import { fileSize } from '../lib/file-size.ts';
import { isKept, OFFLINE_LIST, type OfflineFile, type OfflineList } from '../lib/offline/files.ts';

/** Characters of a hash: enough to tell two editions of one file apart. */
const HASH_LENGTH = 12;

/** The path at which the site serves a file. */
const pathOf = (name: string): string => `/${name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;

function fileOf(out: string, name: string): OfflineFile {
  const content = readFileSync(join(out, name));
  return [
    pathOf(name),
    createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH),
    content.length,
  ];
}

/** Writes `/offline.json`: the files that a device keeps for the whole course, by which it also sees a new edition. */
export function offlineList(): AstroIntegration {
  return {
    name: 'offline-list',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const { edition } = JSON.parse(readFileSync(join(out, 'downloads.json'), 'utf8')) as PublishedIndex;
        const files = readdirSync(out, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(out.length))
          .filter((name) => isKept(pathOf(name)))
          .sort()
          .map((name) => fileOf(out, name));
        const list: OfflineList = { edition, files };
        writeFileSync(join(out, OFFLINE_LIST), JSON.stringify(list));
        const bytes = files.reduce((sum, [, , size]) => sum + size, 0);
        logger.info(`${files.length} files, ${fileSize(bytes)}, make the whole course.`);
      },
    },
  };
}
