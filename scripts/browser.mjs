// Finds the browsers for the tests, or installs them. Only Chromium is required.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { canInstall, installPackages, run } from './setup.mjs';

// Debian's headless shell comes first, because it opens pages in half the time.
const CHROMIUM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const FIREFOX = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Arguments of every Chromium: works as root, no background requests, the same font rendering as with a window. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Path of a browser downloaded by Playwright, if any. Resolved from the project, because a build bundles this file elsewhere. */
function playwrights(name) {
  const path = createRequire(join(process.cwd(), 'package.json'))('@playwright/test')[name].executablePath();
  return path && existsSync(path) ? path : undefined;
}

const there = (places) => places.find((path) => existsSync(path));

/** Path of a Chromium: $CHROMIUM, Playwright's, or the system's; undefined if there is none. */
export function findChromium() {
  return process.env.CHROMIUM || playwrights('chromium') || there(CHROMIUM);
}

/** Options of Playwright's `use` for a Firefox: $FIREFOX, Playwright's, or the system's; undefined if there is none. */
export function findFirefox() {
  const own = process.env.FIREFOX ? undefined : playwrights('firefox');
  if (own) return { launchOptions: { executablePath: own } };
  const executablePath = process.env.FIREFOX || there(FIREFOX);
  // With this channel, Playwright drives a Firefox that is not its own over WebDriver BiDi.
  return executablePath && { channel: 'moz-firefox', launchOptions: { executablePath } };
}

/** Path of WebKitGTK's driver: $WEBKIT_DRIVER, or the system's; undefined if it or a virtual display is missing. */
export function findWebKitDriver() {
  return process.env.WEBKIT_DRIVER || (there(['/usr/bin/Xvfb']) && there(['/usr/bin/WebKitWebDriver']));
}

/** Path of Playwright's WebKit, the fallback without a driver; undefined if it is missing too. */
export function findWebKit() {
  return playwrights('webkit');
}

const ENGINES = {
  chromium: {
    find: findChromium,
    packages: ['chromium-headless-shell'],
    remedy: 'Install Chromium and set CHROMIUM=/path/to/it.',
  },
  firefox: {
    find: findFirefox,
    packages: ['firefox-esr'],
    remedy: 'Install Firefox and set FIREFOX=/path/to/it.',
  },
  webkit: {
    find: () => findWebKitDriver() || findWebKit(),
    packages: ['webkit2gtk-driver', 'xvfb'],
    remedy: 'Install webkit2gtk-driver and xvfb, as Debian and Ubuntu call them.',
  },
};

/** The engines to test in: Chromium and those that $ENGINES lists ("firefox,webkit"), by default all. */
const wanted = () =>
  Object.keys(ENGINES).filter(
    (name) => name === 'chromium' || (process.env.ENGINES?.split(',').includes(name) ?? true),
  );
const missing = () => wanted().filter((name) => !ENGINES[name].find());

/** The engines to test in that are installed. */
export function engines() {
  return wanted().filter((name) => !missing().includes(name));
}

/** Installs the missing browsers: Debian's if possible, otherwise Playwright's. */
function install() {
  console.log(`Installing for the tests: ${missing().join(', ')} ...`);
  if (canInstall()) installPackages(missing().flatMap((name) => ENGINES[name].packages));
  // On Linux, Playwright's WebKit needs libraries that only the packages above install.
  const rest = missing().filter((name) => name !== 'webkit' || process.platform !== 'linux');
  if (rest.length > 0) run('npx', ['playwright', 'install', ...rest]);
}

/** Whether the Firefox can start; a downloaded one may lack system libraries. */
const firefoxStarts = () => spawnSync(findFirefox().launchOptions.executablePath, ['--version']).status === 0;

/** Installs missing browsers. Returns a message for each unavailable engine; exits if Chromium is unavailable. */
export function ensureBrowsers() {
  if (missing().length > 0) install();
  const left = missing();
  if (left.includes('chromium')) {
    console.error(`No Chromium was found or installed. ${ENGINES.chromium.remedy}`);
    process.exit(1);
  }
  if (engines().includes('firefox') && !firefoxStarts()) left.push('firefox');
  process.env.ENGINES = wanted()
    .filter((name) => !left.includes(name))
    .join(',');
  return left.map(
    (name) => `Not tested in ${name}: it is not here or does not start. ${ENGINES[name].remedy}`,
  );
}
