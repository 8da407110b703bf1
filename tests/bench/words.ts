import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a report between its tables, from a file in `words/`. */
export const words = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'words', name), 'utf8').trim();
