import type { Plugin } from 'vite';

/** The module by which Vite's dynamic imports ask for the files that they will need. */
const HELPER = /vite\/preload-helper\.js$/;

/**
 * Gives dynamic imports a short helper. Every page has it before anybody does anything, and Vite's own, which also
 * waits for style sheets, is a tenth of a lesson's scripts; our elements ask for their sheets themselves (`sheet.ts`).
 */
export function preloadHelper(): Plugin {
  let base = '/';
  return {
    name: 'preload-helper',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved: (config) => {
      base = config.base;
    },
    load: {
      filter: { id: HELPER },
      handler: () => `
        const asked = new Set();
        export const __vitePreload = (load, files = []) => {
          for (const file of files) {
            if (asked.has(file)) continue;
            asked.add(file);
            document.head.append(
              Object.assign(document.createElement('link'), { rel: 'modulepreload', href: ${JSON.stringify(base)} + file }),
            );
          }
          return load();
        };`,
    },
  };
}
