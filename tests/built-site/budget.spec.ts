import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { format } from 'prettier';
import { kindOfPage, PAGE_BUDGETS } from '../fixtures/budgets.ts';
import { builtPages, documentOf, type BuiltPage } from '../support/site.ts';

/** What is loaded only when it is wanted may cross the line with so many bytes, after brotli. */
const WANTED = {
  /** The scripts and the sheet that the search box opens with. */
  search: 15_700,
  'small index': 9_500,
  /** Tables, answers, talks and the like, passages, and what else the small index has no room for. */
  'later index': 96_000,
  /** All faces together; they are compressed already. */
  fonts: 45_000,
} as const;

interface Part {
  file: string;
  bytes: number;
}

/**
 * Bytes of the parts of each kind's heaviest page at some time, so that a failure can say what has grown since; written
 * with `npx playwright test budget --update-snapshots=all`.
 */
const SIZES = 'tests/fixtures/sizes.json';
type Sizes = Record<string, Record<string, number>>;
const before = JSON.parse(readFileSync(SIZES, 'utf8')) as Sizes;

/** A file as it is called in every build: "page", "sheet", "dialog.js". */
const nameOf = (file: string): string =>
  file.endsWith('.html')
    ? 'page'
    : file
        .replace(/^.*\//, '')
        .replace(/\.[\w-]{8}(?=\.\w+$)/, '')
        .replace(/^page\.css$/, 'sheet');

/** Faces and the smallest files are not compressed beforehand. */
const part = (file: string): Part => ({
  file,
  bytes: statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size,
});
const sum = (parts: readonly Part[]): number => parts.reduce((total, { bytes }) => total + bytes, 0);

/** Where the parts together exceed a budget: a line that says so, and one for each part, the one that grew most first. */
function excess(what: string, kind: string, parts: readonly Part[], budget: number): string[] {
  if (sum(parts) <= budget) return [];
  const lines = parts
    .map(({ file, bytes }) => ({ name: nameOf(file), bytes, was: before[kind]?.[nameOf(file)] ?? 0 }))
    .sort((a, b) => b.bytes - b.was - (a.bytes - a.was))
    .map(({ name, bytes, was }) => `  ${name}: ${was} -> ${bytes}`);
  return [`${what}: ${sum(parts)} bytes, over the budget of ${budget}`, ...lines];
}

/** Scripts with all that they import. */
function withImports(scripts: readonly string[]): Part[] {
  const files = new Set(scripts);
  for (const file of files)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g,
    ))
      files.add(join('dist/_astro', name));
  return [...files].map(part);
}

const addressed = (page: BuiltPage, selector: string, attribute: string): string[] =>
  documentOf(page)
    .querySelectorAll(selector)
    .map((element) => join('dist', element.getAttribute(attribute) ?? ''));

/** The page, and the sheet that its first paint waits for: one in the body is for what is below. */
const firstPaintOf = (page: BuiltPage): Part[] =>
  [page.file, ...addressed(page, 'head link[rel=stylesheet]:not([media=print])', 'href')].map(part);
const scriptsOf = (page: BuiltPage): Part[] => withImports(addressed(page, 'script[src]', 'src'));

const pages = builtPages();
const assets = readdirSync('dist/_astro')
  .filter((name) => !/\.(?:br|gz)$/.test(name))
  .map((name) => join('dist/_astro', name));
const named = (start: string, end: string): string[] =>
  assets.filter((file) => file.startsWith(join('dist/_astro', start)) && file.endsWith(end));

async function noteSizes(): Promise<void> {
  const sizes = PAGE_BUDGETS.map(({ kind }): [string, Record<string, number>] => {
    const parts = pages
      .filter(({ path }) => kindOfPage(path) === kind)
      .map((page) => [...firstPaintOf(page), ...scriptsOf(page)])
      .reduce((heaviest, each) => (sum(each) > sum(heaviest) ? each : heaviest));
    return [kind, Object.fromEntries(parts.map(({ file, bytes }) => [nameOf(file), bytes]))];
  });
  writeFileSync(SIZES, await format(JSON.stringify(Object.fromEntries(sizes)), { parser: 'json' }));
}

test('every kind of page has a budget', async () => {
  const kinds = new Set<string | undefined>(PAGE_BUDGETS.map(({ kind }) => kind));
  const without = pages.map(({ path }) => path).filter((path) => !kinds.has(kindOfPage(path)));
  expect(without, 'give its kind one row in tests/fixtures/budgets.ts').toEqual([]);
  if (test.info().config.updateSnapshots === 'all') await noteSizes();
});

test('every page stays within the bytes of its kind', () => {
  const problems = PAGE_BUDGETS.flatMap(({ kind, firstPaint, scripts }) => {
    const found = pages.filter(({ path }) => kindOfPage(path) === kind);
    if (found.length === 0) return [`there is no page of the kind "${kind}"`];
    return found.flatMap((page) => [
      ...excess(`${page.path}, to its first paint`, kind, firstPaintOf(page), firstPaint),
      ...excess(`${page.path}, scripts`, kind, scriptsOf(page), scripts),
      ...addressed(page, 'script[src]:not([type=module])', 'src').map((src) => `${src} blocks rendering`),
    ]);
  });
  expect(problems.join('\n')).toBe('');
});

test('search, its small index and the fonts stay within their bytes', () => {
  const wanted = {
    search: [...withImports(named('on-intent.', '.js')), ...named('search.', '.css').map(part)],
    'small index': [part('dist/search/quick.json')],
    'later index': [part('dist/search/later.json')],
    fonts: named('', '.woff2').map(part),
  };
  expect(named('on-intent.', '.js')).toHaveLength(1);
  expect(wanted.fonts.length).toBeGreaterThan(0);
  const problems = Object.entries(WANTED).flatMap(([what, budget]) =>
    excess(what, what, wanted[what as keyof typeof wanted], budget),
  );
  expect(problems.join('\n')).toBe('');
});

test('lessons and home paint without a second request', () => {
  for (const page of pages.filter(({ path }) => /^\/(?:lessons\/[^/]+\/)?$/.test(path)))
    expect(firstPaintOf(page), page.path).toHaveLength(1);
});

test('search asks for its full text only with a question', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('search/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /pagefind|social/.test(url))).toEqual([]);
});
