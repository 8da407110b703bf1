// `npm run audit`: known weaknesses of the dependencies, and their licenses. Fails on a weakness that is high or
// critical, and on a license that nobody has looked at; on GitHub's machines also where the registry says nothing.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Licenses that are fine. Of the packages under copyleft ones only ical.js reaches a reader, whole and unchanged. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
  // Copyleft, but only as tools: image libraries, citeproc, CSS tools and axe; and ical.js, named on the about page.
  'CPAL-1.0',
  'LGPL-3.0-or-later',
  'MPL-2.0',
]);

/** The packages of the lock file by license. */
function licenses() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  for (const [path, { license = 'none named' }] of Object.entries(packages)) {
    if (path === '') continue;
    const name = path.replace(/^.*node_modules\//, '');
    found.set(license, [...(found.get(license) ?? []), name]);
  }
  return [...found].sort(([, a], [, b]) => b.length - a.length);
}

/** Whether one of the choices of an SPDX expression is fine in all its parts. */
const isAllowed = (license) =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => ALLOWED.has(part)));

const unknown = licenses().filter(([license]) => !isAllowed(license));
console.log('Licenses of the dependencies, by number of packages:');
for (const [license, names] of licenses())
  console.log(
    `  ${String(names.length).padStart(4)}  ${license}${names.length < 4 ? `: ${names.join(', ')}` : ''}`,
  );
for (const [license, names] of unknown)
  console.error(
    `${license} (${names.join(', ')}) is not among the licenses that were looked at. Remedy: choose another package, or add it in scripts/audit.mjs.`,
  );

/** What npm writes when asked so. */
const npm = (...args) =>
  spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }).stdout;

/** Counts of known weaknesses by severity; undefined where the registry does not say, as mirrors and firewalls may not. */
function askForWeaknesses() {
  try {
    return JSON.parse(npm('audit', '--json', '--audit-level=high')).metadata.vulnerabilities;
  } catch {
    return undefined;
  }
}

/** Whether an answer can be counted on: on GitHub's machines, with npm's own registry. Elsewhere checks work offline. */
const mustAnswer = () =>
  process.env.GITHUB_ACTIONS === 'true' &&
  new URL(npm('config', 'get', 'registry').trim()).hostname === 'registry.npmjs.org';

const weaknesses = askForWeaknesses();
if (weaknesses !== undefined)
  console.log(
    `Known weaknesses: ${weaknesses.critical} critical, ${weaknesses.high} high, ${weaknesses.total} in all.`,
  );
// `npm test` repeats at its end what begins so.
else
  console.log(
    'Left out: known weaknesses of the dependencies were NOT asked for; the registry does not answer audits. Run npm run audit where it does.',
  );
const isWeak =
  weaknesses === undefined ? mustAnswer() : (weaknesses.high ?? 0) + (weaknesses.critical ?? 0) > 0;
process.exitCode = unknown.length > 0 || isWeak ? 1 : 0;
