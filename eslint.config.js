import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** Forbids a room to import from others; docs: "What may import what" in CONTRIBUTING.md. */
const room = (files, forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: forbidden, message: 'This room may not import from there; see CONTRIBUTING.md.' },
        ],
      },
    ],
  },
});
const anyRoom = (...names) => names.flatMap((name) => [`**/${name}/**`, `@/${name}/**`]);

export default tseslint.config(
  { ignores: ['dist/', 'dist-*/', '.astro/', 'node_modules/', 'test-results/', 'public/'] },
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
  room(
    ['src/lib/**'],
    ['astro:*', 'astro', ...anyRoom('components', 'elements', 'layouts', 'pages', 'integrations')],
  ),
  room(
    ['src/elements/**'],
    ['astro:*', 'node:*', ...anyRoom('components', 'layouts', 'pages', 'integrations')],
  ),
  room(['src/components/**'], anyRoom('layouts', 'pages', 'integrations')),
  room(['src/integrations/**'], anyRoom('components', 'elements', 'layouts', 'pages')),
);
