import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { sidesCss, sidesTheme } from '../styles/sides-css.ts';
import * as site from '../site.ts';
import { forgetCourse, getCourse } from '../course/get-course.ts';
import { settings } from './settings.ts';

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

/** Vite plugin that checks the content before a build, and reads it again when it changes in development. */
export const contentPlugin = (): Plugin => ({
  name: 'content',
  async buildStart() {
    if (this.environment.mode === 'build') await getCourse();
  },
  configureServer({ watcher, environments }) {
    const folder = resolve(settings.content);
    watcher.add(folder);
    watcher.on('all', (_event, file) => {
      if (!file.startsWith(folder + sep)) return;
      forgetCourse();
      // Astro's own event: it lists the pages of a route again.
      for (const { hot } of Object.values(environments)) hot.send('astro:content-changed', {});
      environments.client.hot.send({ type: 'full-reload' });
    });
  },
});
