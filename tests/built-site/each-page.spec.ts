import { expect, test, type Page } from '@playwright/test';
import { LONGEST, moving } from '../accessibility/motion.ts';
import { EACH_PAGE, PAGES } from '../accessibility/pages.ts';
import { focusProblems } from '../accessibility/tab-stops.ts';
import { smallTargets } from '../accessibility/targets.ts';
import { visibleTexts } from '../accessibility/text.ts';
import { LOOKS, problemsInViews, resize } from '../accessibility/zoom.ts';
import { axeInSchemes, axeInScheme } from '../support/axe.ts';
import { watchLayoutShifts } from '../support/layout-shift.ts';
import { builtPages, kindOf, type BuiltPage } from '../support/site.ts';
import { TEST_ALL } from '../support/test-all.ts';

/** One page of each kind is opened once, and checked for all that must be true of every page. */

/** Files that a page requests only on demand. */
const LATER = /pagefind|quick\.json|later\.json|dialog|copy\.|social/;
const MOST_REQUESTS = 21;

/** Records what a page asks of other sites, what the policy refuses, and errors of scripts. */
function watchFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => faults.push(`${page.url()}: ${message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) faults.push(`${page.url()} asks ${request.url()}`);
  });
  return faults;
}

/** Opens a page whose scripts come late. Returns what moved when they came, and what was asked for. */
async function open(page: Page, path: string): Promise<{ moves: string[]; asked: string[] }> {
  const moves = await watchLayoutShifts(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  release();
  await page.waitForLoadState('networkidle');
  await expect(page.getByText('Searching the full text')).toHaveCount(0);
  return { moves: await moves(), asked: [...asked] };
}

async function expectNothingMoves(page: Page): Promise<void> {
  const automatic = await moving(page);
  expect.soft(automatic.filter(({ seconds }) => seconds > LONGEST)).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect.soft(await moving(page), 'with reduced motion').toEqual([]);
  await page.emulateMedia({ reducedMotion: null });
}

/** No element opts out of the colors that the reader has chosen for the whole system. */
async function expectForcedColors(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const adjusted = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => !(element instanceof SVGElement))
      .filter((element) => getComputedStyle(element).forcedColorAdjust === 'none')
      .map(({ localName, className }) => `${localName}.${className}`),
  );
  expect.soft(adjusted, 'keeps its own colors').toEqual([]);
  await page.emulateMedia({ forcedColors: null });
}

async function expectNothingLost(page: Page, turn: number): Promise<void> {
  const before = await visibleTexts(page);
  const lost = async (): Promise<string[]> => {
    const after = new Set(await visibleTexts(page));
    return before.filter((text) => !after.has(text)).map((text) => `lost: ${text}`);
  };
  expect.soft(await problemsInViews(page, turn, lost)).toEqual([]);
}

for (const [index, [name, path]] of EACH_PAGE.entries()) {
  // Scripts come late, and Tab goes through the page, in one look of each page in turn; in both with `npm run test:all`.
  const turns = TEST_ALL ? LOOKS : LOOKS.filter((_, turn) => turn === index % LOOKS.length);
  for (const turn of turns)
    test(`${name}, opened on a ${turn}, is accessible, quiet and whole in every look`, async ({
      page,
      baseURL,
    }) => {
      const faults = watchFaults(page, baseURL ?? '');
      await resize(page, turn);
      const { moves, asked } = await open(page, path);
      expect.soft(moves, 'moves when scripts come late').toEqual([]);
      // A search that is asked for needs all of it.
      if (path !== PAGES.search) {
        expect.soft(asked.filter((url) => LATER.test(url))).toEqual([]);
        expect.soft(asked.length, 'requests').toBeLessThanOrEqual(MOST_REQUESTS);
      }
      for (const look of [...LOOKS.filter((other) => other !== turn), turn]) {
        await resize(page, look);
        // A look of each page in each color scheme; with `npm run test:all` every look in both.
        const colorScheme = (look === 'phone') === index % 4 < 2 ? 'light' : 'dark';
        const axe = TEST_ALL ? axeInSchemes : axeInScheme;
        expect.soft(await axe(page, colorScheme), look).toEqual([]);
        if (look === 'phone') expect.soft(await smallTargets(page)).toEqual([]);
        else {
          await expectNothingMoves(page);
          await expectForcedColors(page);
          await expectNothingLost(page, index >> 1);
        }
      }
      await page.emulateMedia({ media: 'print' });
      await page.emulateMedia({ media: 'screen' });
      // Last, because it opens what takes the focus. Of a long list the first items represent the others.
      if (!TEST_ALL)
        await page.locator('main :is(ul, ol, dl, tbody)').evaluateAll((lists) => {
          for (const item of lists.flatMap((list) => [...list.children].slice(8))) item.remove();
        });
      expect.soft(await focusProblems(page)).toEqual([]);
      expect(faults).toEqual([]);
    });
}

// A redirect leaves before it can be looked at; it has a test of its own.
const pages = builtPages().filter(({ path }) => !/^\/(?:\d+|go\/\w+)\/$/.test(path));
const lessons = new Set(pages.flatMap(({ path }) => /^\/lessons\/([^/]+)\/$/.exec(path)?.[1] ?? []));

/** The kind of a page; below folders of different pages also by the next folder, or as a part of a lesson. */
function fineKindOf(page: BuiltPage): string {
  const kind = kindOf(page);
  const [, folder, ...rest] = page.path.split('/').filter((part) => part !== '');
  if (folder === undefined) return `${kind} itself`;
  if (!['tools', 'trainers', 'embed'].includes(kind)) return [kind, '…', ...rest].join('/');
  return [kind, lessons.has(folder) ? '…' : folder, ...(kind === 'embed' ? [] : rest)].join('/');
}

test('every kind of page has a page to look at', () => {
  const paths = new Set(Object.values(PAGES).map((path) => `/${path.replace(/\?.*/, '')}`));
  const looked = new Set(pages.filter(({ path }) => paths.has(path)).map(fineKindOf));
  const missing = pages.filter((page) => !looked.has(fineKindOf(page))).map(({ path }) => path);
  expect(missing, 'add one of them to PAGES in tests/accessibility/pages.ts').toEqual([]);
});

if (TEST_ALL)
  for (const [kind, group] of Map.groupBy(pages, fineKindOf))
    test(`axe finds nothing on any page of the kind ${kind}`, async ({ page, baseURL }) => {
      test.setTimeout(120_000 + group.length * 8_000);
      const faults = watchFaults(page, baseURL ?? '');
      const problems: string[] = [];
      for (const [index, { path }] of group.entries()) {
        const [look, colorScheme] =
          index % 2 === 0 ? (['phone', 'light'] as const) : (['desktop', 'dark'] as const);
        await resize(page, look);
        await page.goto(`.${path}`);
        problems.push(
          ...(await axeInScheme(page, colorScheme)).map((problem) => `${path} ${look}: ${problem}`),
        );
      }
      expect(problems).toEqual([]);
      expect(faults).toEqual([]);
    });
