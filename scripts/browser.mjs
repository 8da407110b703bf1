// Finds a Chromium for the tests, or installs one.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { run } from './setup.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium: $CHROMIUM, Playwright's own, or one of the system's; undefined where there is none. */
export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  return [chromium.executablePath(), ...PLACES].find((path) => path && existsSync(path));
}

/** Installs Chromium where there is none: Playwright's, or Debian's where that cannot be downloaded. */
export function ensureBrowser() {
  if (findChromium()) return;
  console.log('Installing Chromium for the tests ...');
  if (run('npx', ['playwright', 'install', 'chromium']) === 0 && findChromium()) return;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' });
    if (findChromium()) return;
  }
  console.error('No Chromium was found or installed. Install one and set CHROMIUM=/path/to/it.');
  process.exit(1);
}
