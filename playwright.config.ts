import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/browser.mjs';

const executablePath = findChromium();

/** Serves a folder as any static host would. (Astro's own preview refuses to run twice in one project.) */
const server = (port: number, base: string, folder: string) => ({
  command: `npx sirv ${folder} --port ${port} --host localhost --quiet --dev`,
  url: `http://localhost:${port}${base}`,
  reuseExistingServer: false,
  timeout: 60_000,
});

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/output',
  snapshotPathTemplate: 'tests/visual/pictures/{arg}{ext}',
  expect: {
    toHaveScreenshot: { maxDiffPixelRatio: 0.01 },
    toMatchAriaSnapshot: { pathTemplate: 'tests/access/said/{arg}{ext}' },
  },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['dot'], ['./tests/count-reporter.ts']],
  use: {
    ...(executablePath === undefined
      ? {}
      : {
          launchOptions: {
            executablePath,
            args: [
              '--no-sandbox',
              '--disable-gpu',
              '--disable-background-networking',
              '--disable-component-update',
              '--disable-sync',
            ],
          },
        }),
  },
  projects: [
    { name: 'unit', testMatch: 'unit/**/*.spec.ts' },
    {
      name: 'root',
      testMatch: [
        'journeys/**/*.spec.ts',
        'pages/**/*.spec.ts',
        'visual/**/*.spec.ts',
        'access/**/*.spec.ts',
      ],
      use: { baseURL: 'http://localhost:4401/' },
    },
    // The built site behind real servers, which the tests start.
    { name: 'hosting', testMatch: 'hosting/**/*.spec.ts' },
    {
      name: 'base-path',
      testMatch: 'journeys/**/*.spec.ts',
      grep: /@base/,
      use: { baseURL: 'http://localhost:4402/course/' },
    },
  ],
  webServer: [server(4401, '/', 'dist'), server(4402, '/course/', 'dist-course')],
});
