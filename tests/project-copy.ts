import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a build of the project needs, beside its packages. */
export const PROJECT_PARTS = [
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'tsconfig.json',
  'package.json',
];

/** Copies what a build of the project needs into a folder of its own, which the test deletes. */
export function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blueprint-'));
  for (const part of PROJECT_PARTS) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}
