import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { PublishedIndex } from '../../src/exports/download-index.ts';
import {
  bookmarks,
  countIn,
  fontsOutside,
  NO_READER,
  pdfFacts,
  pdfLines,
  pdfLinks,
  pdfSheets,
  pdfText,
  tagsOf,
} from '../support/pdf.ts';
import { uaFaults } from '../support/pdf-ua.ts';
import { builtPages, documentOf } from '../support/site.ts';
import { oneOfEach } from '../support/test-all.ts';

const SITE = 'https://blueprint.example';
const MOST_BYTES = 1_000_000;

const { downloads } = JSON.parse(readFileSync('dist/downloads.json', 'utf8')) as PublishedIndex;
const handouts = downloads.filter(({ type }) => type === 'application/pdf');
const pages = new Map(builtPages().map((page) => [page.path, page]));

/** A text without its spaces: where a line is broken, a PDF has none or two. */
const bare = (text: string): string => text.replace(/[\s\u2060]+/g, '');

/** The text of a header once, which stands again on every sheet that its table goes on to. */
const once = (text: string): string => bare(text).replace(/^(.+?)\1+$/, '$1');

test('a handout asks its questions and does not answer them', () => {
  test.skip(NO_READER !== undefined, NO_READER);
  for (const { of, path } of handouts.filter(({ kind }) => kind === 'pdf')) {
    const text = bare(pdfText(join('dist', path)));
    const page = pages.get(of);
    for (const question of (page && documentOf(page).querySelectorAll('check-question')) ?? [])
      for (const asked of question.querySelectorAll('h3, .options > li')) {
        asked.querySelector('.anchor')?.remove();
        expect(text).toContain(bare(asked.text));
      }
    for (const answer of ['Not this one.', 'A good answer has:', 'Answer and feedback'])
      expect(text, path).not.toContain(bare(answer));
  }
});

test('a duration is drawn with lines, because paper has no backgrounds', async ({ page }) => {
  await page.goto('lessons/how-they-differ/');
  await page.emulateMedia({ media: 'print' });
  const duration = page.locator('.dimension').first();
  await expect(duration).toBeVisible();
  const line = await duration.evaluate((element) => getComputedStyle(element, '::before').borderBottomStyle);
  expect(line).toBe('solid');
});

test('no sheet of the workbook has a leftover alone', () => {
  test.skip(NO_READER !== undefined, NO_READER);
  const [, ...sheets] = pdfSheets('dist/workbook/workbook.pdf');
  expect(sheets.length).toBeGreaterThan(20);
  // The step of the week alone has 47 to 59 words.
  for (const [index, sheet] of sheets.entries())
    expect(sheet.split(/\s+/).length, `sheet ${index + 2}`).toBeGreaterThan(65);
});

test('every PDF, those of kits too, holds to PDF/UA-1 as it says, and leaves no heading and no card alone on a sheet', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kits-'));
  try {
    const inKits = downloads
      .filter(({ kind }) => kind === 'kit')
      .flatMap(({ path }) =>
        Object.entries(unzipSync(readFileSync(join('dist', path)))).filter(([name]) =>
          /(?<!handout)\.pdf$/.test(name),
        ),
      )
      .map(([name, content]) => {
        const file = join(folder, name.replace('/', '-'));
        writeFileSync(file, content);
        return file;
      });
    expect(inKits.length).toBeGreaterThan(10);
    for (const file of [...handouts.map(({ path }) => join('dist', path)), ...inKits]) {
      expect(uaFaults(file), file).toEqual([]);
      if (NO_READER !== undefined) continue;
      // A question of a handout has its options or its lines below it, and a part of a paper its lines.
      const headings = bookmarks(file)
        .filter(
          (title) => !file.endsWith('paper.pdf') && !(file.endsWith('handout.pdf') && /^\d/.test(title)),
        )
        .map(bare);
      for (const [index, lines] of pdfLines(file).entries()) {
        const last = bare(lines.at(-1) ?? '');
        const cut = headings.filter((each) => each === last || (last.length > 20 && each.endsWith(last)));
        expect(cut, `${file}, at the foot of sheet ${index + 1}`).toEqual([]);
        if (file.endsWith('sheets.pdf'))
          expect(lines.length, `${file}, sheet ${index + 1}`).toBeGreaterThan(4);
        // A paragraph alone has fewer words; a form has lines to write on.
        else if (!file.endsWith('paper.pdf'))
          expect(lines.join(' ').split(/\s+/).length, `${file}, sheet ${index + 1}`).toBeGreaterThan(65);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('every lesson, paper and case and the workbook have a PDF, which their page offers', () => {
  const below = (folder: string): string[] =>
    [...pages.keys()].filter((path) => new RegExp(`^/${folder}/[^/]+/$`).test(path));
  // A case has a copy for the facilitator and one for participants.
  const cases = [...below('cases'), ...below('cases')];
  expect(handouts.map(({ of }) => of).sort()).toEqual(
    [...below('lessons'), ...below('papers'), ...cases, '/workbook/'].sort(),
  );
  for (const { of, path, label, bytes } of handouts) {
    const page = pages.get(of);
    const link = page && documentOf(page).querySelector(`main a[download][href="${path}"]`);
    // A link's words stay together on a line.
    expect(link?.text.trim().replaceAll('\u00a0', ' '), of).toBe(label);
    expect(bytes, path).toBe(statSync(join('dist', path)).size);
    expect(bytes, path).toBeLessThan(MOST_BYTES);
  }
});

for (const { of, path } of oneOfEach(handouts, (handout) => basename(handout.path))) {
  test(`${path} has the title, date, order, drawings, fonts and links of its page`, () => {
    test.skip(NO_READER !== undefined, NO_READER);
    const file = join('dist', path);
    const page = pages.get(of);
    if (page === undefined) throw new Error(`There is no page ${of}.`);
    const root = documentOf(page);
    for (const furniture of root.querySelectorAll(
      '.anchor, [popover], [data-omit~=print], .sr-only, .site-footer',
    ))
      furniture.remove();
    const facts = pdfFacts(file);
    if (path.endsWith('/participants.pdf')) {
      for (const later of root.querySelectorAll('[data-end], [data-ending], .case-book ~ *')) later.remove();
      // A first page, and a sheet for each scene.
      const scenes = root.querySelectorAll('[data-place]:not([data-ending])');
      expect.soft(facts.get('Pages')).toBe(String(scenes.length + 1));
    }
    expect(facts.get('Tagged')).toBe('yes');
    expect(facts.get('Title')).toBe(root.querySelector('title')?.textContent);
    // In points: within A4 (595 by 842) and US Letter (612 by 792).
    const [, width, height] = /([\d.]+) x ([\d.]+) pts/.exec(facts.get('Page size') ?? '') ?? [];
    expect(Number(width)).toBeLessThanOrEqual(595.3);
    expect(Number(width)).toBeGreaterThan(560);
    expect(Number(height)).toBeLessThanOrEqual(792);
    expect(Number(height)).toBeGreaterThan(760);
    expect(countIn(file, /\/Lang \(en-US\)/g)).toBeGreaterThan(0);
    expect(countIn(file, /\/Lang \(en\)/g)).toBe(0);
    const dates = handouts
      .filter((other) => (of === '/workbook/' ? other.of.startsWith('/lessons/') : other.of === of))
      .flatMap((other) => {
        const shown = pages.get(other.of);
        const footer = shown && documentOf(shown).querySelector('.site-footer')?.text;
        const date = /[A-Z][a-z]+ \d+, \d{4}/.exec(footer ?? '')?.[0];
        return date === undefined ? [] : [new Date(`${date} UTC`).toISOString().slice(0, 10)];
      });
    for (const name of ['CreationDate', 'ModDate'])
      expect(facts.get(name), name).toBe(`${dates.sort().at(-1)}T00:00:00Z`);

    const tags = tagsOf(file);
    const headings = root.querySelectorAll('h1, h2, h3, h4');
    expect(headings.length).toBeGreaterThan(4);
    const told = tags.filter(({ type }) => /^H\d$/.test(type));
    expect(told.map(({ type, text }) => `${type} ${bare(text)}`)).toEqual(
      headings.map(({ tagName, textContent }) => `${tagName} ${bare(textContent)}`),
    );
    // With their spaces: a person reads them.
    expect(bookmarks(file)).toEqual(headings.map(({ text }) => text.replace(/\s+/g, ' ').trim()));

    for (const [type, selector] of [
      ['TH', '.prose th'],
      ['TD', '.prose td'],
    ] as const) {
      const cells = root
        .querySelectorAll(selector)
        .filter((cell) => cell.closest('figure') === null)
        .map(({ textContent }) => once(textContent))
        .filter((text) => text !== '');
      const own = tags.filter((tag) => tag.type === type).map(({ text }) => once(text));
      expect(own, type).toEqual(expect.arrayContaining(cells));
    }

    expect(countIn(file, /\/S \/Figure/g)).toBe(countIn(file, /\/Alt /g));
    for (const { textContent } of root.querySelectorAll('[id^=figure-][id$=-alt]')) {
      const start = textContent.slice(0, 30);
      // A text with other characters than Latin ones is written in UTF-16.
      const hex = Buffer.from(start, 'utf16le').swap16().toString('hex').toUpperCase();
      const alt = new RegExp(`/Alt (?:\\([^)]*${start}|<FEFF[0-9A-F]*${hex})`, 'g');
      expect(countIn(file, alt), textContent).toBe(1);
    }

    expect(fontsOutside(file)).toEqual([]);
    const links = pdfLinks(file);
    const terms = root
      .querySelectorAll('.prose a.term, .prose .block a')
      .map((link) => SITE + (link.getAttribute('href') ?? ''));
    expect(links).toEqual(expect.arrayContaining(terms));
    // Entries print their address in the margin.
    if (/^\/(lessons|workbook)\//.test(of))
      expect(links.some((link) => link.startsWith(`${SITE}/go/`))).toBe(true);
    for (const link of links) {
      expect([SITE, 'https://creativecommons.org']).toContain(new URL(link).origin);
      if (!link.startsWith(SITE)) continue;
      expect(existsSync(join('dist', new URL(link).pathname, 'index.html')), link).toBe(true);
    }
  });
}
