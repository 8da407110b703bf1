import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Build log of one step. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
}

/** Names of all files below a folder, with slashes: "lessons/momentum/index.html". */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));

/** Names of all pages below a folder. */
export const pagesBelow = (folder: string): string[] =>
  filesBelow(folder).filter((name) => name.endsWith('.html'));
