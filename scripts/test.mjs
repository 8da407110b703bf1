// `npm test`: installs what is missing, then runs every check, even after one fails. `npm test -- <path>` runs the tests of
// a file or folder; `npm run test:quick` runs types, lint, unit tests and the journeys tagged @smoke; `npm run test:all` takes
// every page and every payload where `npm test` takes some of each kind (tests/support/test-all.ts).
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browser.mjs';
import { ensurePrograms } from './programs.mjs';
import { ensureInstalled, root, run, runBeside } from './setup.mjs';

const args = process.argv.slice(2);
const quick = args[0] === '--quick';
const all = args[0] === '--all';
if (all) process.env.TEST_ALL = '1';
const chosen = quick || all ? [] : args;
/** Whether to run only unit tests. The first argument is a path; the others are further paths and options of the runner. */
const unitOnly = /^src\/|\.test\.ts$|^tests\/unit\b/.test(chosen[0] ?? '');
const withoutSite = unitOnly || /^tests\/scripts\b/.test(chosen[0] ?? '');

ensureInstalled();
const unavailable = withoutSite ? [] : [...ensureBrowsers(), ...(quick ? [] : ensurePrograms())];

/** A build for the tests: its name, and its settings. */
const build = (name, settings) => [
  name,
  'build',
  { SITE_URL: 'https://blueprint.example', BASE_PATH: '/', ...settings },
];
const BUILDS = [
  build('build at /', { OUT_DIR: 'dist' }),
  build('build at /course/', { BASE_PATH: '/course/', OUT_DIR: 'dist-course/course' }),
  build('build of the fixture course', {
    OUT_DIR: 'dist-fixture',
    CONTENT_DIR: 'tests/fixtures/course',
    EXPORTS: 'none',
  }),
];
const QUICK_FOLDER = 'dist-quick';
/** A build without slow exports, in a separate folder. */
const QUICK_BUILD = build('quick build', { OUT_DIR: QUICK_FOLDER, EXPORTS: 'none' });

/** The tests that use each build, by a part of their path. */
const USED_BY = [/./, /^tests(?:\/?$|\/(?!accessibility|visual))/, /^tests(?:\/?$|\/built-site)/];
/** The builds that the chosen tests use; all without a path. */
function buildsOf(args) {
  const paths = args.filter((arg) => arg.startsWith('tests'));
  return BUILDS.filter((_, index) => paths.length === 0 || paths.some((path) => USED_BY[index].test(path)));
}

/** When the newest file of a build's input was changed, in milliseconds. */
const changed = Math.max(
  ...['src', 'public', 'tests/fixtures/course', 'astro.config.mjs', 'package-lock.json'].flatMap((path) =>
    statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs)
      : [statSync(join(root, path)).mtimeMs],
  ),
);
/** Whether a build is missing or older than its input. */
function isOutdated([, , { OUT_DIR }]) {
  const page = join(root, OUT_DIR, 'index.html');
  return !existsSync(page) || statSync(page).mtimeMs < changed;
}

/** Two sequences of checks, which run in parallel; each uses little more than one core. */
function rowsOfChecks() {
  const unit = ['unit tests', unitTests];
  if (quick)
    return [
      [unit, ['lint', 'lint']],
      [['types', 'check'], QUICK_BUILD],
    ];
  if (unitOnly) return [[unit]];
  if (chosen.length > 0) return [withoutSite ? [] : buildsOf(chosen).filter(isOutdated)];
  const [whole, atPath, fixture] = BUILDS;
  return [
    [
      unit,
      ['format', 'format:check'],
      ['lint', 'lint'],
      ['types', 'check'],
      ['audit and licenses', 'audit'],
      fixture,
    ],
    [whole, atPath],
  ];
}

let passed = 0;
let failed = 0;
async function check([name, script, env]) {
  if (typeof script === 'function') return script();
  const started = Date.now();
  const { code, output } = await runBeside('npm', ['run', '--silent', script], env);
  const seconds = Math.round((Date.now() - started) / 1000);
  unavailable.push(...(output.match(/(?:Not made on this machine|Skipped): .*$/gm) ?? []));
  console.log(`\n${output}== ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (code === 0) passed += 1;
  else failed += 1;
}

/** Runs a test runner and adds the results in its report file to the counts. */
async function countTests(file, start, read) {
  rmSync(join(root, file), { force: true });
  const code = await start();
  const counted = existsSync(join(root, file))
    ? read(JSON.parse(readFileSync(join(root, file), 'utf8')))
    : { passed: 0, failed: 0 };
  passed += counted.passed;
  // A runner that crashed, or failed outside of its tests, counts as a failure.
  failed += code !== 0 && counted.failed === 0 ? 1 : counted.failed;
}

/** Runs the unit tests, beside other checks. */
const unitTests = () =>
  countTests(
    'test-results/unit.json',
    async () => {
      const { code, output } = await runBeside('npx', [
        ...['vitest', 'run', '--config', 'tests/vitest.config.ts', '--reporter=dot', '--reporter=json'],
        ...['--outputFile.json=test-results/unit.json', ...chosen],
      ]);
      console.log(`\n${output}\n== unit tests: ${code === 0 ? 'passed' : 'FAILED'}`);
      return code;
    },
    ({ numPassedTests, testResults }) => ({
      passed: numPassedTests,
      // A file that could not be loaded has no tests, and counts as one failure.
      failed: testResults
        .filter(({ status }) => status === 'failed')
        .reduce(
          (sum, { assertionResults }) =>
            sum + Math.max(1, assertionResults.filter((test) => test.status === 'failed').length),
          0,
        ),
    }),
  );

/** Runs the tests in browsers and of the built site. */
const browserTests = () =>
  countTests(
    'test-results/counts.json',
    () => {
      console.log('\n== tests in browsers and of the built site');
      const tests = quick ? ['--project=root', '--grep=@smoke', ...smokeFiles()] : chosen;
      return run('npx', ['playwright', 'test', ...tests], quick ? { TEST_DIST: QUICK_FOLDER } : {});
    },
    (counts) => counts,
  );

/** Files with @smoke journeys. Only these are loaded, because others need the full build. */
const smokeFiles = () =>
  readdirSync(join(root, 'tests/journeys'))
    .map((name) => `tests/journeys/${name}`)
    .filter((file) => /\.ts$/.test(file) && readFileSync(join(root, file), 'utf8').includes('@smoke'));

const rows = rowsOfChecks().filter((row) => row.length > 0);
if (rows.length > 0)
  console.log(`\n== ${rows.map((row) => row.map(([name]) => name).join(', ')).join('; beside them ')} ...`);
await Promise.all(
  rows.map(async (row) => {
    for (const step of row) await check(step);
  }),
);

if (!unitOnly) await browserTests();
for (const reason of unavailable) console.log(`\n${reason}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
