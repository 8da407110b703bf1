import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { COURSE_FILE } from '../site.ts';
import { Refusal, missingAddress, settings } from './settings.ts';
import { filesBelow } from './steps.ts';

/**
 * Astro integration that completes the site after the pages: search index, downloads, and everything else made from
 * built pages. Its modules load only then, so that `astro dev` starts without them.
 */
export function wholeSite(): AstroIntegration {
  return {
    name: 'whole-site',
    hooks: {
      'astro:config:setup': ({ command, config, logger, addWatchFile }) => {
        // In development, another name or color of the course needs a new start.
        addWatchFile(resolve(COURSE_FILE));
        // Vite would copy what a symbolic link leads to.
        if (command === 'build') filesBelow(fileURLToPath(config.publicDir));
        const missing = command === 'build' ? missingAddress(process.env) : undefined;
        if (missing?.refused) throw new Refusal(missing.message);
        if (missing !== undefined) logger.warn(missing.message);
      },
      'astro:build:start': async ({ logger }) => {
        if (settings.exports === 'none') return;
        const { unavailableExporters } = await import('../exports/from-pages.ts');
        const byReason = Map.groupBy(unavailableExporters(), ({ reason }) => reason);
        for (const [reason, exporters] of byReason) {
          const missing = `Not made on this machine: ${exporters.map(({ label }) => label).join(', ')}. ${reason}`;
          if (settings.exports === 'all')
            throw new Refusal(`${missing} Or build without them: leave out EXPORTS=all.`);
          logger.warn(missing);
        }
      },
      'astro:build:done': async ({ logger }) => {
        const { completeSite } = await import('./complete-site.ts');
        await completeSite((step) => ({
          // Astro's "info" level would also list each page.
          info: (text) => {
            console.log(`[${step}] ${text}`);
          },
          warn: (text) => {
            logger.fork(step).warn(text);
          },
        }));
      },
    },
  };
}
