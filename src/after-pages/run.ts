// The second half of `npm run build`: all that is made from built pages. It is a process of its own, so that the memory
// which the pages of a large course took is free again (docs/growth.md).
import { buildSettings } from '../build-settings.ts';
import type { BuiltSite } from '../exporters/exporter.ts';
import { AuthorError } from '../lib/author-error.ts';
import { STEPS } from './steps.ts';

const { site: address, base, folder } = buildSettings;
const site: BuiltSite = { folder, origin: new URL(address).origin, base };
try {
  for (const { name, run } of STEPS) {
    await run(site, {
      info: (text) => {
        console.log(`[${name}] ${text}`);
      },
      warn: (text) => {
        console.warn(`[WARN] [${name}] ${text}`);
      },
    });
  }
} catch (error) {
  console.error(error instanceof AuthorError ? error.message : error);
  process.exitCode = 1;
}
