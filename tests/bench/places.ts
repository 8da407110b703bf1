import { join } from 'node:path';

/** The project itself. */
export const ROOT = join(import.meta.dirname, '../..');
/** Astro's command, in the project. */
export const ASTRO = join(ROOT, 'node_modules/astro/bin/astro.mjs');
/** The real course. */
export const CONTENT = join(ROOT, 'src/content');
/** The peers' settings and pinned versions. */
export const PEERS = join(import.meta.dirname, 'peers');
/** All that the bench installs, writes and remembers; git ignores it. */
export const WORK = join(import.meta.dirname, 'work');
/** What the bench reports. */
export const REPORT = join(ROOT, 'docs/benchmarks.md');
