import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltSite } from '../exports/exporter.ts';
import { fileSize } from '../utils/file-size.ts';
import { isCacheable, OFFLINE_LIST, type OfflineFile, type OfflineList, hashOf } from '../offline/files.ts';
import { filesBelow } from './built-files.ts';
import type { Log } from './log.ts';

/** The path at which the site serves a file. */
const pathOf = (name: string): string => `/${name.replace(/(^|\/)index\.html$/, '$1')}`;

/** Writes `/offline.json`: the files that a device caches for the whole course. A change tells it of a new edition. */
export async function writeOfflineList({ folder, edition }: BuiltSite, log: Log): Promise<void> {
  const files: OfflineFile[] = [];
  for (const name of filesBelow(folder).sort()) {
    if (!isCacheable(pathOf(name))) continue;
    const content = readFileSync(join(folder, name));
    files.push([pathOf(name), await hashOf(content), content.length]);
  }
  const list: OfflineList = { edition: edition?.number, files };
  writeFileSync(join(folder, OFFLINE_LIST), JSON.stringify(list));
  const bytes = files.reduce((sum, [, , size]) => sum + size, 0);
  log.info(`${files.length} files, ${fileSize(bytes)}, make the whole course.`);
}
