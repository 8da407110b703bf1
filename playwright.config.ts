import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { defineConfig, type Project } from '@playwright/test';
import {
  CHROMIUM_ARGS,
  engines,
  findChromium,
  findFirefox,
  findWebKit,
  findWebKitDriver,
} from './scripts/browser.mjs';
import { TEST_ALL } from './tests/support/test-all.ts';
import type { BuiltCourse } from './tests/support/any-course.ts';

const executablePath = findChromium();

/** Whether nobody listens to a port. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });

/** The first of three free ports that follow each other, so that several clones can test at once. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = 10_000 + 3 * Math.floor(Math.random() * 6_000);
    if ((await isFree(port)) && (await isFree(port + 1)) && (await isFree(port + 2))) return port;
  }
}

/** $TEST_PORT chooses the ports; workers load this file too, and find there what the first process chose. */
const port = Number((process.env['TEST_PORT'] ??= String(await freePorts())));
/** Paths of tests that the command names. */
const paths = process.argv.slice(2).filter((argument) => argument.startsWith('tests/'));
/** A build to test in place of the two whole ones. */
const quickFolder = process.env['TEST_DIST'];
const baseURL = `http://localhost:${port}/`;
/** The main journeys; with `npm run test:all` also the long ones. */
const journeys: Project = {
  testMatch: 'journeys/**/*.spec.ts',
  grep: TEST_ALL ? /@(?:all-)?engines/ : /@engines/,
};

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

/** Tests of the small course alone. */
const FIXTURE_ONLY = /built-site\/(?:any-course|archived-editions)\.spec\.ts/;

/** Serves a folder. (Astro's own preview refuses to run twice in one project.) */
const server = (port: number, base: string, folder: string) => ({
  folder,
  command: `node tests/support/serve-built.ts ${folder} ${port} ${base}`,
  url: `http://localhost:${port}${base}`,
  reuseExistingServer: false,
  timeout: 60_000,
});

export default defineConfig<object, BuiltCourse>({
  testDir: 'tests',
  outputDir: 'test-results/output',
  snapshotPathTemplate: 'tests/visual/pictures/{arg}{ext}',
  expect: {
    timeout: 15_000,
    toHaveScreenshot: { maxDiffPixelRatio: 0.01 },
    toMatchAriaSnapshot: { pathTemplate: 'tests/accessibility/aria-snapshots/{arg}{ext}' },
  },
  // Long enough for a slow machine; no test may depend on how fast it is.
  timeout: 120_000,
  // In a whole run, one slow moment of the machine fails no test; tests that passed only on a further try are listed.
  retries: paths.length > 0 || quickFolder !== undefined ? 0 : 2,
  // One more than cores, because tests also wait; more gain nothing.
  workers: availableParallelism() + 1,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['dot'], ['./tests/support/count-reporter.ts']],
  use: {
    ...(executablePath === undefined ? {} : { launchOptions: { executablePath, args: CHROMIUM_ARGS } }),
  },
  projects: [
    {
      name: 'root',
      testMatch: [
        'journeys/**/*.spec.ts',
        'built-site/**/*.spec.ts',
        'visual/**/*.spec.ts',
        'accessibility/**/*.spec.ts',
      ],
      testIgnore: FIXTURE_ONLY,
      use: { baseURL },
    },
    // A small course on another subject: tests that hold for any course.
    {
      name: 'fixture',
      testMatch: 'built-site/**/*.spec.ts',
      grep: [/@any-course/, FIXTURE_ONLY],
      use: {
        baseURL: `http://localhost:${port + 2}/`,
        dist: 'dist-fixture',
        content: 'tests/fixtures/course',
      },
    },
    // The built site behind real servers, which the tests start.
    { name: 'hosting', testMatch: 'hosting/**/*.spec.ts' },
    { name: 'scripts', testMatch: 'scripts/**/*.spec.ts' },
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
  // These tests start what they need by themselves.
  ...(paths.length > 0 && paths.every((path) => /tests\/(?:hosting|scripts)\b/.test(path))
    ? {}
    : {
        // Of the three builds, `npm test -- <path>` makes those that the tests use.
        webServer: (quickFolder === undefined
          ? [
              server(port, '/', 'dist'),
              server(port + 1, '/course/', 'dist-course'),
              server(port + 2, '/', 'dist-fixture'),
            ]
          : [server(port, '/', quickFolder)]
        ).filter(({ folder }) => existsSync(folder)),
      }),
});
