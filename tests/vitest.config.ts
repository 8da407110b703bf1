import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: {
    alias: {
      '@content': fileURLToPath(new URL('../src/content', import.meta.url)),
      '@': fileURLToPath(new URL('../src', import.meta.url)),
    },
  },
  test: {
    include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    // Files to download take their colors from the style sheets.
    css: true,
    // The tests are of pure functions: files share the modules of a worker.
    isolate: false,
    // No test may depend on how fast the machine is.
    testTimeout: 120_000,
  },
});
