// `npm test`: installs what is missing, then runs every check. A failed check does not keep the others from running.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browser.mjs';
import { ensureReaders } from './readers.mjs';
import { ensureServers } from './servers.mjs';
import { ensureInstalled, root, run } from './setup.mjs';

ensureInstalled();
const leftOut = [...ensureBrowsers(), ...ensureServers(), ...ensureReaders()];

const SITE_URL = 'https://blueprint.example';
const npmRun = (script, env) => () => run('npm', ['run', '--silent', script], env);
const steps = [
  ['format', npmRun('format:check')],
  ['lint', npmRun('lint')],
  ['types', npmRun('check')],
  ['audit and licenses', npmRun('audit')],
  ['build at /', npmRun('build', { SITE_URL, BASE_PATH: '/', OUT_DIR: 'dist' })],
  ['build at /course/', npmRun('build', { SITE_URL, BASE_PATH: '/course/', OUT_DIR: 'dist-course/course' })],
];

let passed = 0;
let failed = 0;
for (const [name, step] of steps) {
  console.log(`\n== ${name}`);
  const started = Date.now();
  const ok = step() === 0;
  console.log(`== ${name}: ${ok ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
  if (ok) passed += 1;
  else failed += 1;
}

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
