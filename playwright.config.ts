import { createHash } from 'node:crypto';
import { defineConfig, type Project } from '@playwright/test';
import {
  CHROMIUM_ARGS,
  engines,
  findChromium,
  findFirefox,
  findWebKit,
  findWebKitDriver,
} from './scripts/browser.mjs';

const executablePath = findChromium();
/** The first of two ports, from the folder's name, so that two clones can test at once; $TEST_PORT chooses another. */
const port = Number(
  process.env['TEST_PORT'] ?? 4400 + 2 * (createHash('sha256').update(process.cwd()).digest()[0] ?? 0),
);
const baseURL = `http://localhost:${port}/`;
const journeys: Project = { testMatch: 'journeys/**/*.spec.ts', grep: /@engines/ };

/** The main journeys in the other engines that are here. WebKitGTK has journeys of its own: Playwright cannot lead it. */
const others: Record<string, () => Project> = {
  firefox: () => ({ ...journeys, use: { baseURL, browserName: 'firefox', ...findFirefox() } }),
  webkit: () =>
    findWebKitDriver() === undefined
      ? {
          ...journeys,
          use: { baseURL, browserName: 'webkit', launchOptions: { executablePath: findWebKit() } },
        }
      : { testMatch: 'engines/**/*.spec.ts', use: { baseURL } },
};

/** Serves a folder. (Astro's own preview refuses to run twice in one project.) */
const server = (port: number, base: string, folder: string) => ({
  command: `node tests/support/serve-built.ts ${folder} ${port} ${base}`,
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
    toMatchAriaSnapshot: { pathTemplate: 'tests/accessibility/aria-snapshots/{arg}{ext}' },
  },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['dot'], ['./tests/support/count-reporter.ts']],
  use: {
    ...(executablePath === undefined ? {} : { launchOptions: { executablePath, args: CHROMIUM_ARGS } }),
  },
  projects: [
    { name: 'unit', testMatch: 'unit/**/*.spec.ts' },
    {
      name: 'root',
      testMatch: [
        'journeys/**/*.spec.ts',
        'built-site/**/*.spec.ts',
        'visual/**/*.spec.ts',
        'accessibility/**/*.spec.ts',
      ],
      use: { baseURL },
    },
    // The built site behind real servers, which the tests start.
    { name: 'hosting', testMatch: 'hosting/**/*.spec.ts' },
    {
      name: 'base-path',
      testMatch: 'journeys/**/*.spec.ts',
      grep: /@base/,
      use: { baseURL: `http://localhost:${port + 1}/course/` },
    },
    ...engines().flatMap((name) => {
      const project = others[name]?.();
      return project === undefined ? [] : [{ name, ...project }];
    }),
  ],
  webServer: [server(port, '/', 'dist'), server(port + 1, '/course/', 'dist-course')],
});
