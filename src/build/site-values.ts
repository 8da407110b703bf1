import type { Plugin } from 'vite';
import { sidesCss, sidesTheme } from '../styles/sides-css.ts';
import * as site from '../site.ts';

const MODULE = /\/src\/site\.ts$/;

/** Vite plugins that give browsers the values of `src/site.ts`, which reads a file, and style sheets those of the sides. */
export function siteValues(): Plugin[] {
  const values: Plugin = {
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
  const sides: Plugin = {
    name: 'sides-css',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/styles\/global\.css$/ },
      handler: (css) => `${css}\n${sidesTheme()}\n${sidesCss()}`,
    },
  };
  return [values, sides];
}
