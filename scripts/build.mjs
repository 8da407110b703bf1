// `npm run build`: Astro makes the pages, then a process of its own makes what comes from built pages. Builds the
// project in the current folder.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const astro = join(createRequire(import.meta.url).resolve('astro/package.json'), '../bin/astro.mjs');
for (const args of [[astro, 'build'], ['src/after-pages/run.ts']]) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
