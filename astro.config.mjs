import { resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, logHandlers } from 'astro/config';
import { baseLinks, marginNotes } from './src/build/markdown-plugins.ts';
import { contentPlugin } from './src/build/content-plugin.ts';
import { developmentSearch } from './src/build/development-search.ts';
import { wholeSite } from './src/build/index.ts';
import { settings } from './src/build/settings.ts';
import { siteRoutes } from './src/build/site-routes.ts';
import { siteValues } from './src/build/site-values.ts';

import { withoutBase } from './src/utils/paths.ts';
import { isIndexed } from './src/routes.ts';

const { site, base, folder } = settings;

/** Pages made side by side: while pictures are compressed, the next ones are drawn. */
const CONCURRENCY = 4;

/** One script for every page: the elements of the page frame and the code that most elements share. */
const EVERY_PAGE = {
  name: 'site',
  test: /src\/(?:site|course\/sides|utils\/(?:announce|clipboard|elements|styles)|components\/site\/browser\/(?:copy-link|theme-switch)|search\/browser\/(?:box|highlight-landing|instant-file|site-search|slash-key)|offline\/browser\/kept-sign|storage\/browser\/store)\.ts$/,
};

/** What copying a table needs of lib: one file, whoever else escapes text. Lessons name each file that they may load. */
const EMBED_CODE = { name: 'embed-code', test: /src\/(?:teaching\/embeds\/embed-code|utils\/escape)\.ts$/ };

/** A build says what is wrong, and not each of a thousand pages; whoever develops hears more. */
const logger = process.argv.includes('build') ? logHandlers.node({ level: 'warn' }) : undefined;

export default defineConfig({
  logger,
  site,
  base,
  outDir: folder,
  // Each course has a cache of its own: Astro would take entries of one for those of the other.
  cacheDir: `node_modules/.astro/${settings.content.replaceAll(/\W+/g, '-')}`,
  trailingSlash: 'always',
  // The default drops the space between a word and a link on the next line.
  compressHTML: true,
  // A strict Content-Security-Policy allows no inline code but by its hash; `src/build/style-sheets.ts` says where that pays.
  build: { inlineStylesheets: 'never', format: 'directory', concurrency: CONCURRENCY },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      features: { headingAttributes: true },
      hastPlugins: [baseLinks(base), marginNotes],
    }),
  },
  integrations: [
    // Passages without a component become plain HTML: of 5,000 lessons the bundler then needs a gigabyte less.
    mdx({ optimize: { ignoreElementNames: ['h2', 'h3'] } }),
    sitemap({ filter: (page) => isIndexed(withoutBase(base, new URL(page).pathname)) }),
    siteRoutes(),
    developmentSearch(),
    wholeSite(),
  ],
  vite: {
    // The drawings of the course (src/figures/figures.ts).
    resolve: { alias: { '@content': resolve(settings.content) } },
    plugins: [siteValues(), tailwindcss({ optimize: false }), contentPlugin()],
    // Astro's own mark on the styles of MDX is no directive that somebody lost.
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
    // A service worker rules over the folder that it lies in, and keeps its address.
    worker: {
      plugins: () => [siteValues()],
      rolldownOptions: {
        output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : '_astro/[name].[hash].js') },
      },
    },
    // What every page runs is one file, and not a file for each element: fewer requests, and it compresses better.
    environments: {
      client: {
        // Vite's own flag, in no documentation: without the preloading of what a dynamic import will need, its helper is
        // 60 bytes and not 550 on every page. The budgets fail where a new Vite no longer knows it.
        define: { __VITE_IS_MODERN__: 'false' },
        build: { rolldownOptions: { output: { codeSplitting: { groups: [EVERY_PAGE, EMBED_CODE] } } } },
      },
    },
  },
  devToolbar: { enabled: false },
});
