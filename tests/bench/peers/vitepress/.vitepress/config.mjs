// VitePress with the settings of its wizard, with its local search and a sidebar of all lessons.
import { readFileSync } from 'node:fs';
import { URL } from 'node:url';
import { defineConfig } from 'vitepress';

const lessons = JSON.parse(readFileSync(new URL('../lessons.json', import.meta.url), 'utf8'));

export default defineConfig({
  title: 'Blueprint & Build',
  head: [['link', { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]],
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [
      { text: 'Lessons', items: lessons.map(({ id, title }) => ({ text: title, link: `/lessons/${id}` })) },
    ],
  },
});
