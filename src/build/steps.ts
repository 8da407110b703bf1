import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './settings.ts';

/** Build log of one step. */
export interface Log {
  info(text: string): void;
  warn(text: string): void;
}

/**
 * Names of all files below a folder, with slashes: "lessons/momentum/index.html".
 * @throws {Refusal} at a symbolic link: a server would follow it out of the folder
 */
export function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const link = entries.find((entry) => entry.isSymbolicLink());
  if (link !== undefined)
    throw new Refusal(
      `${join(link.parentPath, link.name)} is a symbolic link, and may lead out of the site. Remedy: put the file itself there.`,
    );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'));
}

/** Names of all pages below a folder. */
export const pagesBelow = (folder: string): string[] =>
  filesBelow(folder).filter((name) => name.endsWith('.html'));
