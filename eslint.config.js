import { dirname, relative, resolve } from 'node:path';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Folders that any feature may import. */
const CORE = [
  'assets',
  'components',
  'course',
  'figures',
  'links.ts',
  'routes.ts',
  'site.ts',
  'storage',
  'styles',
  'utils',
];
/** Entry points that more than one folder may import: registries, shared parts, and the settings. */
const DOORS = [
  /^src\/practice\/[\w-]+\.ts$/,
  /^src\/collections\/[\w-]+\.ts$/,
  /^src\/search\/kinds\.ts$/,
  /^src\/teaching\/(?:guides|share)\//,
  /^src\/teaching\/embeds\/embed-(?:choice|code)\.ts$/,
  /^src\/teaching\/slides\/slide\.ts$/,
  /^src\/teaching\/trainers\.css$/,
  /^src\/exports\/[\w-]+\.(?:ts|astro)$/,
  /^src\/build\/(?:settings|hand-over|edition-archives|vite-plugins)\.ts$/,
];
/** Imports across features that are wanted: a format writes what a feature or another format makes. */
const CROSSINGS = [
  ['src/exports/office/', 'src/teaching/slides/'],
  ['src/exports/lms/', 'src/collections/case/'],
  ['src/exports/', 'src/exports/'],
];
/** Folders that put the features together, and so may import all of them. */
const COMPOSERS =
  /^src\/(?:build|layouts|pages|links\.ts|env\.d\.ts|[\w-]+\.test\.ts|practice\/(?:[\w-]+\.ts|[\w-]+\/page\.astro)|collections\/\w+Page\.astro|exports\/from-\w+\.ts)/;

/** The feature that a file belongs to: "practice/balance", "search", "exports/epub". */
const featureOf = (path) =>
  (/^src\/(?:practice|teaching|exports|components)\/[^/]+(?=\/)/.exec(path) ?? /^src\/[^/]+/.exec(path))?.[0];

/** Features do not import each other; `browser/` runs in browsers; docs/architecture.md has the rules. */
const folders = {
  rules: {
    imports: {
      meta: {
        type: 'problem',
        messages: { no: '{{from}} may not import {{to}}: see docs/architecture.md.' },
      },
      create(context) {
        const from = relative(import.meta.dirname, context.filename)
          .replaceAll('\\', '/')
          .replace(/\.astro\/.*$/, '.astro');
        const check = (node) => {
          const source = node.source?.value;
          if (typeof source !== 'string') return;
          const path = source.replace(/\?.*$/, '');
          if (/(?:^|\/)browser\//.test(from) && /^(?:node:|astro)/.test(path)) {
            context.report({ node, messageId: 'no', data: { from, to: path } });
            return;
          }
          if (!/^(?:\.|@\/)/.test(path)) return;
          const to = path.startsWith('@/')
            ? `src/${path.slice(2)}`
            : relative(import.meta.dirname, resolve(dirname(context.filename), path)).replaceAll('\\', '/');
          if (!to.startsWith('src/') || featureOf(from) === featureOf(to)) return;
          if (COMPOSERS.test(from) || from.endsWith('.test.ts')) return;
          const own = from.startsWith('src/utils/') ? [] : CORE;
          const isAllowed =
            own.some((folder) => to === `src/${folder}` || to.startsWith(`src/${folder}/`)) ||
            DOORS.some((door) => door.test(to)) ||
            CROSSINGS.some(([a, b]) => from.startsWith(a) && to.startsWith(b)) ||
            to.endsWith('.lock.json');
          if (!isAllowed) context.report({ node, messageId: 'no', data: { from, to } });
        };
        return {
          ImportDeclaration: check,
          ImportExpression: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
        };
      },
    },
  },
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-*/',
      '.astro/',
      'node_modules/',
      'test-results/',
      'tests/bench/work/',
      'public/',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strict,
  astro.configs.recommended,
  {
    files: ['scripts/**', '*.mjs', '*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    rules: {
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  // A text of 100,000 characters from a visitor must not stop a page.
  {
    files: ['src/**/*.ts', 'src/**/*.astro'],
    ignores: ['src/content/**', '**/*.test.ts'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  { files: ['src/**/*.ts', 'src/**/*.astro'], plugins: { folders }, rules: { 'folders/imports': 'error' } },
);
