import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** The rooms of src/ and what each may import of the others; docs/architecture.md says why. */
const ROOMS = {
  lib: [],
  figures: ['lib'],
  elements: ['lib'],
  exporters: ['lib', 'figures', 'styles'],
  build: ['lib', 'exporters'],
  integrations: ['lib'],
  components: ['lib', 'figures', 'exporters', 'styles', 'assets'],
  layouts: ['lib', 'components', 'styles'],
  pages: ['lib', 'figures', 'exporters', 'components', 'layouts', 'styles'],
};
const ALL = [...Object.keys(ROOMS), 'content', 'styles', 'assets'];
/** Rooms that no Astro may enter: they are tested without a page. */
const PURE = {
  lib: ['astro', 'astro:*', 'node:*', './src/course/get-course.ts', '../course.ts'],
  figures: ['astro', 'astro:*', './src/course/get-course.ts', '../course.ts'],
  elements: ['astro', 'astro:*', 'node:*', './src/course/get-course.ts', '../course.ts'],
  build: ['astro:*', './src/course/get-course.ts', '../course.ts'],
};

/** Forbids a room to import from the others. A component's own script is a file of its own, and may name elements. */
const room = ([name, allowed]) => ({
  files: [`src/${name}/**/*.ts`, `src/${name}/**/*.astro`],
  ignores: [`src/${name}/**/*.astro/*`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              ...ALL.filter((other) => other !== name && !allowed.includes(other)).flatMap((other) => [
                `@/${other}/**`,
                `../${other}/**`,
                `../../${other}/**`,
                `../../../${other}/**`,
              ]),
              // The settings, and the one place where the pages hand over to the build.
              ...(PURE[name] === undefined ? ['!**/build/settings.ts', '!**/build/hand-over.ts'] : []),
              ...(PURE[name] ?? []),
            ],
            message: `What may stand in src/${name} and what it may import: docs/architecture.md.`,
          },
        ],
      },
    ],
  },
});

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
  ...Object.entries(ROOMS).map(room),
);
