import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Formats Markdown like the project. */
export const formatMarkdown = async (file: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(file)), parser: 'markdown' });

/** Writes a report in the format that the format check requires. */
export async function writeMarkdown(file: string, text: string): Promise<void> {
  writeFileSync(file, await formatMarkdown(file, text));
}

/** The text of a report between its tables, from a file in `words/`. */
export const words = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'words', name), 'utf8').trim();
