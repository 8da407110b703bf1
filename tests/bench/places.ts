import { join } from 'node:path';

/** The project itself. */
export const ROOT = join(import.meta.dirname, '../..');
/** The real course. */
export const CONTENT = join(ROOT, 'src/content');
/** The peers' settings and pinned versions. */
export const PEERS = join(import.meta.dirname, 'peers');
/** All that the bench installs, writes and remembers; git ignores it. */
export const WORK = join(import.meta.dirname, 'work');
/** What the bench reports. */
export const REPORT = join(ROOT, 'docs/benchmarks.md');
