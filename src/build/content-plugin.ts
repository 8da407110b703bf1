import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { forgetCourse, getCourse } from '../course/get-course.ts';
import { settings } from './settings.ts';

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
