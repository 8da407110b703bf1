import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** Markdown as the project formats it. */
export const formatMarkdown = async (file: string, text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(file)), parser: 'markdown' });

/** Writes a report, formatted, so that the check of formats accepts it. */
export async function writeMarkdown(file: string, text: string): Promise<void> {
  writeFileSync(file, await formatMarkdown(file, text));
}
