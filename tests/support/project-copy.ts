import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs';
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
  // Each package by itself: what Astro keeps between builds, in node_modules/.astro, is each copy's own.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (name.startsWith('.') && name !== '.bin') continue;
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
  }
  return folder;
}
