import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isSearched, recordsFromHtml } from '../lib/search/records.ts';
import { pagesBelow } from './built-files.ts';
import { indexFiles, wordsFile } from './pagefind-index.ts';
import type { Step } from './step.ts';

/** Indexes the built site. */
export const searchIndex: Step = {
  name: 'search-index',
  async run({ folder }, log) {
    const records = pagesBelow(folder)
      .sort()
      .flatMap((name) => {
        const path = `/${name.replace(/index\.html$/, '')}`;
        return isSearched(path) ? recordsFromHtml(readFileSync(join(folder, name), 'utf8'), path) : [];
      });
    for (const { path, content } of await indexFiles(records)) {
      const file = join(folder, 'pagefind', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    writeFileSync(join(folder, 'search/words.json'), wordsFile(records));
    log.info(`${records.length} records can be found.`);
  },
};
