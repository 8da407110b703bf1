import { join } from 'node:path';

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, '../..');
/** Path of the Astro command. */
export const ASTRO = join(ROOT, 'node_modules/astro/bin/astro.mjs');
/** The content of the real course. */
export const CONTENT = join(ROOT, 'src/content');
/** The settings and pinned versions of the peers. */
export const PEERS = join(import.meta.dirname, 'peers');
/** Everything that the bench installs, writes and caches; git ignores it. */
export const WORK = join(import.meta.dirname, 'work');
/** The report of the bench. */
export const REPORT = join(ROOT, 'docs/benchmarks.md');
