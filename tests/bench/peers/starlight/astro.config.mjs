// Starlight with the settings of its starter; search and the sidebar of all lessons are defaults.
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://blueprint.example',
  integrations: [starlight({ title: 'Blueprint & Build' })],
});
