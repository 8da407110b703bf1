import type { Plugin } from 'vite';
import * as site from '../site.ts';

const MODULE = /\/src\/site\.ts$/;

/** Gives browsers the values of `src/site.ts`, which reads them from a file. */
export function siteValues(): Plugin {
  return {
    name: 'site-values',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    load: {
      filter: { id: MODULE },
      handler: () =>
        Object.entries(site)
          .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
          .join('\n'),
    },
  };
}
