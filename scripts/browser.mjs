// Finds the browsers for the tests, or installs them. Only Chromium must be there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { canInstall, installPackages } from './debian.mjs';
import { run } from './setup.mjs';

// Debian's Chromium without its windows comes first: a page opens in half the time.
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

/** How every Chromium here is started: also as root, asking nothing of the network, with letters as a window has them. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Path of the browser that Playwright has downloaded, if it has. A build bundles this file into another folder, so the project's is named. */
function playwrights(name) {
  const path = createRequire(join(process.cwd(), 'package.json'))('@playwright/test')[name].executablePath();
  return path && existsSync(path) ? path : undefined;
}

const there = (places) => places.find((path) => existsSync(path));

/** Path of a Chromium: $CHROMIUM, Playwright's own, or one of the system's; undefined where there is none. */
export function findChromium() {
  return process.env.CHROMIUM || playwrights('chromium') || there(CHROMIUM);
}

/** A Firefox, as Playwright's `use` wants it: $FIREFOX, Playwright's own, or one of the system's. */
export function findFirefox() {
  const own = process.env.FIREFOX ? undefined : playwrights('firefox');
  if (own) return { launchOptions: { executablePath: own } };
  const executablePath = process.env.FIREFOX || there(FIREFOX);
  // A Firefox that is not Playwright's is driven over WebDriver BiDi, which this channel stands for.
  return executablePath && { channel: 'moz-firefox', launchOptions: { executablePath } };
}

/** Path of WebKitGTK's driver: $WEBKIT_DRIVER, or the system's; undefined where it or a display for it is missing. */
export function findWebKitDriver() {
  return process.env.WEBKIT_DRIVER || (there(['/usr/bin/Xvfb']) && there(['/usr/bin/WebKitWebDriver']));
}

/** Path of Playwright's own WebKit, which stands in where there is no driver; undefined where it is missing too. */
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

/** The engines to test in: Chromium, and those of the others that $ENGINES lists ("firefox,webkit"), or both. */
const wanted = () =>
  Object.keys(ENGINES).filter(
    (name) => name === 'chromium' || (process.env.ENGINES?.split(',').includes(name) ?? true),
  );
const missing = () => wanted().filter((name) => !ENGINES[name].find());

/** The engines to test in that are there. */
export function engines() {
  return wanted().filter((name) => !missing().includes(name));
}

/** Installs the missing browsers: Debian's where that is allowed, or Playwright's. */
function install() {
  console.log(`Installing for the tests: ${missing().join(', ')} ...`);
  if (canInstall()) installPackages(missing().flatMap((name) => ENGINES[name].packages));
  // On Linux Playwright's WebKit needs libraries that come with the packages above or with none.
  const rest = missing().filter((name) => name !== 'webkit' || process.platform !== 'linux');
  if (rest.length > 0) run('npx', ['playwright', 'install', ...rest]);
}

/** Whether the Firefox that was found can start; a downloaded one may lack libraries of the system. */
const firefoxStarts = () => spawnSync(findFirefox().launchOptions.executablePath, ['--version']).status === 0;

/** Installs what is missing. Returns a sentence for each engine that must be left out; ends where Chromium must. */
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
