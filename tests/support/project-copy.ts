import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Files and folders that a build of the project needs, besides its packages. */
export const PROJECT_PARTS = [
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Copies the files for a build of the project into a new folder, which the test deletes. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint-'));
  for (const part of PROJECT_PARTS) cpSync(part, join(folder, part), { recursive: true });
  // Links each package separately, because Astro's cache in node_modules/.astro must not be shared.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  return folder;
}
