import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PEERS, ROOT, WORK } from './places.ts';

const manifest = z.object({
  version: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});

const readManifest = (file: string): z.infer<typeof manifest> =>
  manifest.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Installs the pinned packages of a folder of `peers/` into the work folder, if the pins have changed. */
export function install(name: string): void {
  const home = join(WORK, name);
  const pins = join(PEERS, name, 'package.json');
  const installed = join(home, 'package.json');
  const done = join(home, 'installed.json');
  const wanted = readFileSync(pins, 'utf8');
  if (existsSync(done) && readFileSync(done, 'utf8') === wanted) return;
  console.log(`Installing ${name} ...`);
  mkdirSync(home, { recursive: true });
  cpSync(pins, installed);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: 'inherit',
  });
  if (status !== 0) {
    throw new Error(
      `${name} could not be installed. Remedy: see npm's message above; the versions are pinned in tests/bench/peers/${name}/package.json.`,
    );
  }
  writeFileSync(done, wanted);
}

/** The installed versions of a folder's direct dependencies. */
export function installedVersions(name: string): Record<string, string> {
  const home = join(WORK, name);
  return versionsIn(home, Object.keys(readManifest(join(home, 'package.json')).dependencies ?? {}));
}

/** The installed versions of packages of the project. */
export const ownVersions = (packages: readonly string[]): Record<string, string> =>
  versionsIn(ROOT, packages);

const versionsIn = (home: string, packages: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    packages.map((name) => [
      name,
      readManifest(join(home, 'node_modules', name, 'package.json')).version ?? 'unknown',
    ]),
  );
