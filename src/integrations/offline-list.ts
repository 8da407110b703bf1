import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { PublishedIndex } from '../exporters/download-index.ts';
import { fileSize } from '../lib/file-size.ts';
import { isKept, OFFLINE_LIST, type OfflineFile, type OfflineList } from '../lib/offline/files.ts';
import { hashOf } from '../lib/offline/hash.ts';

/** The path at which the site serves a file. */
const pathOf = (name: string): string => `/${name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;

async function fileOf(out: string, name: string): Promise<OfflineFile> {
  const content = readFileSync(join(out, name));
  return [pathOf(name), await hashOf(content), content.length];
}

/** Writes `/offline.json`: the files that a device keeps for the whole course, by which it also sees a new edition. */
export function offlineList(): AstroIntegration {
  return {
    name: 'offline-list',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const out = fileURLToPath(dir);
        const { edition } = JSON.parse(readFileSync(join(out, 'downloads.json'), 'utf8')) as PublishedIndex;
        const names = readdirSync(out, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(out.length))
          .filter((name) => isKept(pathOf(name)))
          .sort();
        const files = await Promise.all(names.map((name) => fileOf(out, name)));
        const list: OfflineList = { edition, files };
        writeFileSync(join(out, OFFLINE_LIST), JSON.stringify(list));
        const bytes = files.reduce((sum, [, , size]) => sum + size, 0);
        logger.info(`${files.length} files, ${fileSize(bytes)}, make the whole course.`);
      },
    },
  };
}
