import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { parse } from 'yaml';
import { fromJSONSchema } from 'zod';
import type { PublishedIndex } from '../../src/exports/download-index.ts';
import { comparisonSchema } from '../../src/course/schemas/comparison.ts';
import { smartQuotes } from '../../src/utils/quotes.ts';
import { builtPages, documentOf } from '../support/site.ts';

const read = (path: string): string => readFileSync(join('dist', path), 'utf8');
const index = (): PublishedIndex => JSON.parse(read('downloads.json')) as PublishedIndex;

const COMPARISONS = readdirSync('src/content/comparisons').map((name) => ({
  id: basename(name, '.yaml'),
  table: comparisonSchema.parse(
    parse(readFileSync(join('src/content/comparisons', name), 'utf8'), (_key, value: unknown) =>
      typeof value === 'string' ? smartQuotes(value) : value,
    ),
  ),
}));

test('the index of downloads has the form that its schema says', () => {
  const schema = JSON.parse(read('downloads.schema.json')) as Parameters<typeof fromJSONSchema>[0];
  const form = fromJSONSchema(schema);
  expect(form.safeParse(index()).error).toBeUndefined();
  expect(index().$schema).toBe('https://blueprint.example/downloads.schema.json');
  const [first] = index().downloads;
  expect(form.safeParse({ ...index(), downloads: [{ ...first, bytes: 0 }] }).success).toBe(false);
});

test('every file of the index is there, with its size and its hash', () => {
  for (const { path, bytes, sha256 } of index().downloads) {
    const content = readFileSync(join('dist', path));
    expect(content.length, path).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
  }
});

test('no file that people take along is missing in the index', () => {
  const listed = index().downloads.map(({ path }) => path);
  const names = new Set(listed.map((path) => basename(path)));
  // No page and no other part of the site is of these kinds.
  const kinds = ['.csv', '.md', '.pdf', '.pptx', '.epub', '.zip', '.apkg', '.gift'];
  const found = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .map((name) => `/${name.replaceAll('\\', '/')}`)
    // Pictures for previews are named after their pages.
    .filter((path) => !path.startsWith('/social/'))
    .filter((path) => names.has(basename(path)) || kinds.includes(extname(path)));
  expect(found.filter((path) => !listed.includes(path))).toEqual([]);
  expect(found.length).toBe(listed.length);
});

test('every link to a download leads to a file of the index', () => {
  const listed = new Set(index().downloads.map(({ path }) => path));
  const wrong = builtPages().flatMap((page) =>
    documentOf(page)
      .querySelectorAll('a[download]')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !listed.has(href))
      .map((href) => `${page.path}: ${href}`),
  );
  expect(wrong).toEqual([]);
});

test('the page of downloads has every file that a lesson or a table offers', () => {
  const linksOf = (path: string): string[] =>
    documentOf({ path, file: '', html: read(join(path, 'index.html')) })
      .querySelectorAll('a[download]')
      .map((link) => link.getAttribute('href') ?? '');
  const all = linksOf('/trainers/downloads/');
  for (const { id } of COMPARISONS) {
    const offered = linksOf(`/compare/${id}/`).filter((href) => !/\/(?:qr|cite)\./.test(href));
    expect(offered.length, id).toBeGreaterThanOrEqual(4);
    expect(all).toEqual(expect.arrayContaining(offered));
  }
});

test('a file is saved under a name of its own @base', async ({ page }) => {
  await page.goto('compare/two-shortages/');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Table (CSV)' }).click();
  expect((await download).suggestedFilename()).toBe('two-shortages-table.csv');
});

/** Reads CSV, after RFC 4180, a character at a time. */
function fromCsv(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted && char === '"' && text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
    else if (char === '"') quoted = !quoted;
    else if (quoted || !',\r\n'.includes(char)) cell += char;
    else if (char !== '\r') {
      row.push(cell);
      cell = '';
      if (char === '\n') rows.push(row.splice(0));
    }
  }
  return rows;
}

for (const { id, table } of COMPARISONS) {
  const { title, caption, sides, rows } = table;
  const cellsOf = ({ dimension, cells, ask }: (typeof rows)[number]): string[] => [
    dimension,
    ...sides.map((side) => cells[side.id] ?? ''),
    ask,
  ];
  const header = ['', ...sides.map(({ label }) => label), 'Ask yourself'];

  test(`${id} has every cell as CSV, Markdown and cards for a slide, in type that can be read`, () => {
    // CSV, and each row its lasting link.
    const text = read(`compare/${id}/table.csv`);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [head, ...body] = fromCsv(text.slice(1));
    expect(head).toEqual([...header, 'Example', 'Source: Blueprint & Build, CC BY 4.0']);
    expect(body.map((cells) => cells.slice(0, -1))).toEqual(
      rows.map((row) => [...cellsOf(row), row.example]),
    );
    for (const cells of body) expect(cells.at(-1)).toMatch(/^https:\/\/blueprint\.example\/go\/\w{4}\/$/);
    expect(new Set(body.map((cells) => cells.at(-1))).size).toBe(rows.length);

    // Markdown, and its credit at the end.
    const lines = read(`compare/${id}/table.md`).trimEnd().split('\n');
    expect(lines.slice(0, 3)).toEqual([`# ${title}`, '', caption]);
    const cells = lines.filter((line) => line.startsWith('|')).map((line) => line.slice(2, -2).split(' | '));
    expect(cells.toSpliced(1, 1)).toEqual([header, ...rows.map(cellsOf)]);
    expect(lines.at(-1)).toMatch(
      new RegExp(`^“${title}” by Blueprint & Build, https://blueprint.example/go/\\w{4}/, CC BY 4.0.$`),
    );

    // Cards.
    const cards = ['card', ...rows.map((_, number) => `card-${number + 2}`)].filter((name) =>
      existsSync(`dist/compare/${id}/${name}.svg`),
    );
    const texts = cards.flatMap((name) => {
      using drawing = XmlDocument.fromString(read(`compare/${id}/${name}.svg`));
      const { root } = drawing;
      const ns = { s: 'http://www.w3.org/2000/svg' };
      const found = (path: string): XmlElement[] => root.find(path, ns) as XmlElement[];
      expect(root.attr('role')?.value).toBe('img');
      expect(root.get('s:title', ns)?.content).toContain(title);
      for (const row of rows.filter(({ dimension }) =>
        root.get('s:desc', ns)?.content.includes(`${dimension}. `),
      ))
        expect(root.get('s:desc', ns)?.content).toContain(cellsOf(row)[1]);
      // It stands alone: nothing is loaded.
      expect(read(`compare/${id}/${name}.svg`)).not.toMatch(/href|url\(|@import/);
      const sizes = found('//s:text/@font-size').map(({ content }) => Number(content));
      expect(sizes.length).toBeGreaterThan(6);
      // A slide of 1080 lines is drawn on 540.
      expect(Math.min(...sizes) * 2).toBeGreaterThanOrEqual(25);
      const picture = readFileSync(`dist/compare/${id}/${name}.png`);
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1920, 1080]);
      return found('//s:text').map(({ content }) => content);
    });
    for (const cell of rows.flatMap((row) => cellsOf(row).slice(0, -1))) expect(texts).toContain(cell);
    for (const { label } of sides) expect(texts.filter((text) => text === label)).toHaveLength(cards.length);
  });
}
