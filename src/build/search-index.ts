import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BuiltSite } from '../exports/exporter.ts';
import { recordsFromHtml } from '../search/records.ts';
import { isIndexed } from '../routes.ts';
import { pagesBelow } from './built-files.ts';
import type { Log } from './log.ts';
import { indexFiles, wordsFile } from './pagefind-index.ts';

/** Indexes the built site. */
export async function indexPages({ folder }: BuiltSite, log: Log): Promise<void> {
  const records = pagesBelow(folder)
    .sort()
    .flatMap((name) => {
      const path = `/${name.replace(/index\.html$/, '')}`;
      return isIndexed(path) ? recordsFromHtml(readFileSync(join(folder, name), 'utf8'), path) : [];
    });
  for (const { path, content } of await indexFiles(records)) {
    const file = join(folder, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  writeFileSync(join(folder, 'search/words.json'), wordsFile(records));
  log.info(`${records.length} records can be found.`);
}
