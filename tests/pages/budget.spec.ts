import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { builtPages, documentOf, type BuiltPage } from '../site.ts';

/** What may cross the line, in bytes after brotli. The first round trip of a connection carries about 14,600. */
const BUDGET = {
  /** A lesson with its style sheet inside: it fits the first round trip. */
  lesson: 14_600,
  /** The case study has a chart and a timeline. */
  lessonWithChart: 18_000,
  /** All scripts that run before anybody does anything. */
  scripts: 8_000,
  /** The scripts and the sheet that the search box opens with. */
  search: 13_000,
  quickIndex: 10_000,
  /** All faces together; they are compressed already. */
  fonts: 45_000,
} as const;

interface Part {
  file: string;
  bytes: number;
}

const part = (file: string): Part => ({ file, bytes: brotliCompressSync(readFileSync(file)).length });
const sum = (parts: readonly Part[]): number => parts.reduce((total, { bytes }) => total + bytes, 0);

/** Fails with every file of a budget and its bytes, the largest first, where together they exceed it. */
function expectWithin(parts: readonly Part[], budget: number): void {
  const list = [...parts]
    .sort((a, b) => b.bytes - a.bytes)
    .map(({ file, bytes }) => `  ${bytes} ${file}`)
    .join('\n');
  expect(sum(parts), `over the budget of ${budget} bytes:\n${list}\n`).toBeLessThanOrEqual(budget);
}

/** Scripts with all that they import, and what they import later where asked for. */
function withImports(scripts: readonly string[], later = false): Part[] {
  const files = new Set(scripts);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
      files.add(join('dist/_astro', name));
    if (!later) continue;
    for (const [, name = ''] of text.matchAll(/import\(["'`]\.\/([^"'`]+)["'`]\)/g))
      files.add(join('dist/_astro', name));
  }
  return [...files].map(part);
}

const scriptsOf = (page: BuiltPage): string[] =>
  documentOf(page)
    .querySelectorAll('script[src]')
    .map((script) => join('dist', script.getAttribute('src') ?? ''));

const lessons = builtPages().filter(({ path }) => /^\/lessons\/[^/]+\/$/.test(path));

for (const page of lessons) {
  test(`${page.path} stays within its bytes`, () => {
    expectWithin([part(page.file)], page.path.includes('nadella') ? BUDGET.lessonWithChart : BUDGET.lesson);
    expectWithin(withImports(scriptsOf(page)), BUDGET.scripts);
    expect(
      documentOf(page).querySelectorAll('link[rel=stylesheet]:not([media=print])'),
      'no request for style holds the page back',
    ).toHaveLength(0);
    expect(
      documentOf(page)
        .querySelectorAll('script[src]')
        .every((script) => script.getAttribute('type') === 'module'),
      'no script blocks rendering',
    ).toBe(true);
  });
}

test('search, its small index and the fonts stay within their bytes', () => {
  const files = readdirSync('dist/_astro').map((name) => join('dist/_astro', name));
  const named = (start: string, end: string): string[] =>
    files.filter((file) => file.startsWith(join('dist/_astro', start)) && file.endsWith(end));
  expect(named('dialog.', '.js')).toHaveLength(1);
  expectWithin(
    [...withImports(named('dialog.', '.js')), ...named('search.', '.css').map(part)],
    BUDGET.search,
  );
  expectWithin([part('dist/search/quick.json')], BUDGET.quickIndex);
  const fonts = files
    .filter((file) => file.endsWith('.woff2'))
    .map((file) => ({ file, bytes: readFileSync(file).length }));
  expect(fonts.length).toBeGreaterThan(0);
  expectWithin(fonts, BUDGET.fonts);
});

test('a lesson asks for nothing of search, and for no other site', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('lessons/how-they-differ/', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => !url.startsWith(baseURL ?? ''))).toEqual([]);
  expect(
    asked.filter((url) => /pagefind|search|dialog|panel|which-is-it|copy\.|social|figures/.test(url)),
  ).toEqual([]);
  // The page, its sheet and the sheet for print, two faces, the scripts and the icon.
  expect(asked.length).toBeLessThanOrEqual(20);
});
