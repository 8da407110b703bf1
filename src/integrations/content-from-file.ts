import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The module in which Astro puts all content of a build. */
const CONTENT = /^\0astro:data-layer-content$/;

/**
 * Lets a build read its content from the file in which Astro keeps it, and not from a module that has the same text
 * inside: the engine would hold that text twice as long as pages are made, which are 64 MB for each 1,000 lessons.
 */
export function contentFromFile(): AstroIntegration {
  return {
    name: 'content-from-file',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        if (command !== 'build') return;
        const file = fileURLToPath(new URL('data-store.json', config.cacheDir));
        // The form in which Astro writes it (https://github.com/sveltejs/devalue).
        const devalue = createRequire(import.meta.resolve('astro')).resolve('devalue');
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'content-from-file',
                transform: {
                  filter: { id: CONTENT },
                  handler: () =>
                    `import { readFileSync } from 'node:fs';
                     import { parse } from ${JSON.stringify(devalue)};
                     export default parse(readFileSync(${JSON.stringify(file)}, 'utf8'));`,
                },
              },
            ],
          },
        });
      },
    },
  };
}
