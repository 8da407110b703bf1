// `npm test`: installs what is missing, then runs every check. A failed check does not keep the others from running.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browser.mjs';
import { ensurePrograms } from './programs.mjs';
import { ensureInstalled, root, run, runBeside } from './setup.mjs';

ensureInstalled();
const leftOut = [...ensureBrowsers(), ...ensurePrograms()];

const SITE_URL = 'https://blueprint.example';
/** Two rows of checks, which run beside each other: each uses little more than one core. */
const rows = [
  [
    ['format', 'format:check'],
    ['lint', 'lint'],
    ['audit and licenses', 'audit'],
  ],
  [
    ['types', 'check'],
    ['build at /', 'build', { SITE_URL, BASE_PATH: '/', OUT_DIR: 'dist' }],
    ['build at /course/', 'build', { SITE_URL, BASE_PATH: '/course/', OUT_DIR: 'dist-course/course' }],
  ],
];

let passed = 0;
let failed = 0;
async function check([name, script, env]) {
  const started = Date.now();
  const { code, output } = await runBeside('npm', ['run', '--silent', script], env);
  const seconds = Math.round((Date.now() - started) / 1000);
  leftOut.push(...(output.match(/Not made on this machine: .*$/gm) ?? []));
  console.log(`\n${output}== ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (code === 0) passed += 1;
  else failed += 1;
}
console.log(`\n== ${rows.map((row) => row.map(([name]) => name).join(', ')).join('; beside them ')} ...`);
await Promise.all(
  rows.map(async (row) => {
    for (const step of row) await check(step);
  }),
);

console.log('\n== tests (unit and end to end)');
const counts = join(root, 'test-results', 'counts.json');
rmSync(counts, { force: true });
const code = run('npx', ['playwright', 'test', ...process.argv.slice(2)]);
if (existsSync(counts)) {
  const result = JSON.parse(readFileSync(counts, 'utf8'));
  passed += result.passed;
  failed += result.failed;
}
// A runner that died before it could count is a failure too.
if (code !== 0 && failed === 0) failed = 1;
for (const reason of leftOut) console.log(`\n${reason}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
