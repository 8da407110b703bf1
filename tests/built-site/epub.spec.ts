import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { parse, type HTMLElement } from 'node-html-parser';
import { axeProblems } from '../support/axe.ts';
import { builtPages, documentOf } from '../support/site.ts';
import { title } from '../support/words.ts';

const FILE = 'dist/lessons/course.epub';
const bytes = new Uint8Array(readFileSync(FILE));
const files = unzipSync(bytes);
const text = (name: string): string => new TextDecoder().decode(files[name]);
const chapter = (name: string): HTMLElement => parse(text(`EPUB/${name}.xhtml`));
const lessons = builtPages().filter(({ path }) => /^\/lessons\/[^/]+\/$/.test(path));
const slugOf = (path: string): string => path.split('/').at(-2) ?? '';
const words = (value: string): string => value.replaceAll(/\s+/g, ' ').trim();
/** Letters alone: the spaces around a receipt differ between a page and a book. */
const letters = (value: string): string => value.replaceAll(/[\s\u2060]+/g, '');
/** Debian's epubcheck, where it is installed. Its command is an archive, which not every shell can start. */
const JAR = '/usr/share/java/epubcheck.jar';

test('the e-book has no error and no warning', async () => {
  const { messages } = await EpubCheck.validate(bytes);
  expect(messages.filter(({ severity }) => /fatal|error|warning/.test(severity))).toEqual([]);
  if (existsSync(JAR))
    expect(
      execFileSync('java', ['-jar', JAR, '--failonwarnings', FILE], { encoding: 'utf8', stdio: 'pipe' }),
    ).toContain('No errors or warnings detected');
});

test('its first entry is its type, not compressed, and no entry carries the hour of the build', () => {
  const start = Buffer.from(bytes.subarray(0, 58)).toString('latin1');
  expect(start.slice(30)).toBe('mimetypeapplication/epub+zip');
  expect(bytes[8], 'stored').toBe(0);
  expect([bytes[10], bytes[11]], 'midnight').toEqual([0, 0]);
  expect(text('EPUB/content.opf')).toMatch(/dcterms:modified">\d{4}-\d\d-\d\dT00:00:00Z</);
});

test('the e-book has all of every lesson', () => {
  for (const page of lessons) {
    const prose = documentOf(page).querySelector('main .prose');
    prose
      ?.querySelectorAll('.anchor, [data-omit~=print], .receipt, [popover], script')
      .forEach((left) => left.remove());
    const content = chapter(`lesson-${slugOf(page.path)}`);
    for (const receipt of content.querySelectorAll('.receipt')) {
      const note = content.getElementById((receipt.getAttribute('href') ?? '').slice(1));
      // A fact that a paragraph states twice has one note, which leads back to the first place.
      const place = note?.querySelector('a.back')?.getAttribute('href')?.slice(1) ?? '';
      expect(content.getElementById(place)?.getAttribute('href'), `#${place}: a note leads back`).toBe(
        receipt.getAttribute('href'),
      );
    }
    content.querySelectorAll('.receipt').forEach((receipt) => receipt.remove());
    const book = letters(content.text);
    const parts = prose?.querySelectorAll('h1, h2, h3, th, td, li, p, blockquote, caption') ?? [];
    expect(parts.length).toBeGreaterThan(60);
    const missing = parts
      .filter((part) => part.closest('check-question details') === null)
      .map((part) => words(part.text))
      .filter((part) => !book.includes(letters(part)));
    expect.soft(missing, page.path).toEqual([]);
    const cells = new Set(
      content.querySelectorAll('th, td').map((cell) => cell.rawTagName + words(cell.text)),
    );
    for (const cell of prose?.querySelectorAll('table :is(th, td)') ?? [])
      expect(cells, 'a cell is still a cell').toContain(cell.rawTagName + words(cell.text));
    const questions = prose?.querySelectorAll('check-question') ?? [];
    expect(questions.length).toBeGreaterThan(2);
    for (const { id } of questions) {
      const asked = content.getElementById(id);
      const answer = content.getElementById(`${id}-answer`);
      expect(asked?.querySelector(`a[href="#${id}-answer"]`), `${id} leads to its answer`).not.toBeNull();
      expect(answer?.querySelector(`a[href="#${id}"]`), `${id}: the answer leads back`).not.toBeNull();
      const marks = prose?.getElementById(id)?.querySelector('.options')?.getAttribute('type');
      for (const part of [asked, answer])
        expect(part?.querySelector('ol')?.getAttribute('type'), `${id} has letters as on the page`).toBe(
          marks,
        );
      const said = prose?.getElementById(id)?.querySelectorAll('.answers > li') ?? [];
      expect(said.length).toBeGreaterThan(1);
      for (const feedback of said) {
        const label = feedback.querySelector('strong');
        for (const part of [
          label?.text.replace(/^\w+\. /, '') ?? '-',
          feedback.text.replace(label?.text ?? '', ''),
        ])
          expect(letters(answer?.text ?? ''), id).toContain(letters(part));
      }
    }
  }
});

test('its links lead to places in the book, or to whole addresses', () => {
  const names = Object.keys(files).filter((name) => name.endsWith('.xhtml'));
  const ids = new Map(
    names.map((name) => [
      name,
      new Set(
        parse(text(name))
          .querySelectorAll('[id]')
          .map(({ id }) => id),
      ),
    ]),
  );
  const wrong = names.flatMap((name) =>
    parse(text(name))
      .querySelectorAll('[href]')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => {
        if (/^https?:\/\//.test(href)) return false;
        const [file = '', fragment] = href.split('#');
        const target = file === '' ? name : `EPUB/${file}`;
        return (
          files[target] === undefined || (fragment !== undefined && ids.get(target)?.has(fragment) !== true)
        );
      })
      .map((href) => `${name}: ${href}`),
  );
  expect(wrong).toEqual([]);
  // A lesson, a term and a source, each inside the book.
  const lesson = text('EPUB/lesson-how-they-differ.xhtml');
  for (const href of [
    'lesson-invest-in-your-growth.xhtml',
    'glossary.xhtml#legacy',
    'sources.xhtml#gardner-1990-on-leadership',
  ])
    expect(lesson).toContain(`href="${href}"`);
});

test('its contents name every lesson, section, term, figure and table, and its parts', () => {
  const nav = parse(text('EPUB/nav.xhtml'));
  const named = (list: string): string[] =>
    nav.querySelectorAll(`[id=${list}] a`).map((link) => words(link.text));
  const contents = named('toc');
  for (const page of lessons) {
    const document = documentOf(page);
    expect(contents.some((entry) => entry.endsWith(document.querySelector('h1')?.text ?? '-'))).toBe(true);
    document.querySelectorAll('main .prose .anchor').forEach((anchor) => anchor.remove());
    for (const heading of document.querySelectorAll('main .prose h2'))
      expect(contents).toContain(words(heading.text));
  }
  expect(contents).toContain(title('concepts/delegation'));
  expect(named('loi')).toContain('The momentum grid');
  expect(named('lot')).toContain('Leading and managing in practice');
  expect(named('landmarks')).toEqual([
    'Cover',
    'Contents',
    'Title page',
    'Start of the lessons',
    'Glossary',
    'Sources',
  ]);
});

test('every drawing has its title and its description inside', () => {
  const drawings = Object.keys(files)
    .filter((name) => name.endsWith('.xhtml'))
    .flatMap((name) => parse(text(name)).querySelectorAll('svg'));
  expect(drawings.length).toBeGreaterThan(4);
  for (const svg of drawings) {
    expect(svg.querySelector('title')?.text.length).toBeGreaterThan(5);
    expect(svg.querySelector('desc')?.text.length).toBeGreaterThan(100);
  }
});

for (const [name, width] of [
  // The longest addresses.
  ['sources', 380],
  ['lesson-how-they-differ', 390],
  ['lesson-nadella-at-microsoft', 1000],
] as const)
  test(`axe finds nothing wrong with ${name} of the e-book`, async ({ page }, { outputDir }) => {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(outputDir, file)), { recursive: true });
      writeFileSync(join(outputDir, file), content);
    }
    await page.setViewportSize({ width, height: 900 });
    await page.goto(pathToFileURL(join(outputDir, `EPUB/${name}.xhtml`)).href);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
