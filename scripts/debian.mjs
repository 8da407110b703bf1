// Installs Debian packages for the tests. Plain JavaScript for Node 20.19.
import { existsSync, readFileSync } from 'node:fs';
import { run } from './setup.mjs';

/** Whether packages can be installed here: this is Debian, and we are root. */
export const canInstall = () =>
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) &&
  process.getuid?.() === 0;

/** Updates the package list and installs packages. */
export function installPackages(packages) {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', ...packages], { DEBIAN_FRONTEND: 'noninteractive' });
}
