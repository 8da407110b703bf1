// `npm run audit`: known vulnerabilities and licenses of the dependencies. Fails for high and critical vulnerabilities
// and for licenses that were not reviewed; on GitHub also if the registry does not answer.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** Allowed licenses. The only copyleft package in the site is ical.js, complete and unmodified. */
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
  // Copyleft: only tools (image libraries, citeproc, CSS tools and axe), and ical.js, named on the about page.
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

/** Whether an alternative of an SPDX expression has only allowed licenses. */
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
    `${license} (${names.join(', ')}) is not among the licenses that were reviewed. Remedy: choose another package, or add it in scripts/audit.mjs.`,
  );

/** The output of an npm command. */
const npm = (...args) =>
  spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }).stdout;

/** Numbers of known vulnerabilities by severity; undefined if the registry does not answer, as behind some mirrors. */
function fetchVulnerabilities() {
  try {
    return JSON.parse(npm('audit', '--json', '--audit-level=high')).metadata.vulnerabilities;
  } catch {
    return undefined;
  }
}

/** Whether the registry must answer: on GitHub, with npm's own registry. Elsewhere the checks work offline. */
const mustAnswer = () =>
  process.env.GITHUB_ACTIONS === 'true' &&
  new URL(npm('config', 'get', 'registry').trim()).hostname === 'registry.npmjs.org';

const known = fetchVulnerabilities();
if (known !== undefined)
  console.log(`Known vulnerabilities: ${known.critical} critical, ${known.high} high, ${known.total} total.`);
else
  console.log(
    'Skipped: known vulnerabilities of the dependencies were NOT checked; the registry does not answer audits. Run npm run audit where it does.',
  );
const isVulnerable = known === undefined ? mustAnswer() : (known.high ?? 0) + (known.critical ?? 0) > 0;
process.exitCode = unknown.length > 0 || isVulnerable ? 1 : 0;
