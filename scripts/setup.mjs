// The first steps of `npm start` and `npm test`. Plain JavaScript for Node 20.19 that imports only modules of Node,
// because nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const STAMP = join(root, 'node_modules', '.installed-lock');

const optionsWith = (env) => ({
  cwd: root,
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  // npm and npx are .cmd files on Windows, which only a shell can run.
  shell: process.platform === 'win32',
});

/** Runs a program in the project's folder and shows its output. Returns its exit code. */
export function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { ...optionsWith(env), stdio: 'inherit' });
  if (error) console.error(error.message);
  return status ?? 1;
}

/** Runs a program in parallel. Resolves to its exit code and its output. */
export function runBeside(command, args, env = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { ...optionsWith(env), stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old. Install Node 20.19 or newer: https://nodejs.org/`);
  process.exit(1);
}

/** Installs the dependencies if they are missing or the lock file has changed. */
export function ensureInstalled() {
  ensureNode();
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing the dependencies (npm ci); this takes a minute ...');
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error('The dependencies could not be installed. Check the network and try again.');
    process.exit(code);
  }
  writeFileSync(STAMP, lock);
}

/** Whether packages can be installed here: this is Debian, and we are root. */
export const canInstall = () =>
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) &&
  process.getuid?.() === 0;

/** Installs Debian packages for the tests. */
export function installPackages(packages) {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', ...packages], { DEBIAN_FRONTEND: 'noninteractive' });
}
