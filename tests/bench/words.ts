import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a report says beside its tables: the text of a file in `words/`. */
export const words = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'words', name), 'utf8').trim();
