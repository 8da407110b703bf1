import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import { SIDES } from '../../src/site.ts';
import { smartQuotes } from '../../src/utils/quotes.ts';
import type { Entry } from '../../src/collections/entry.ts';
import type { Lesson } from '../../src/course/types.ts';
import type { Slide } from '../../src/teaching/slides/slide.ts';
import { deckFor, entriesWithDeck } from '../fixtures/decks.ts';
import { realCourse } from '../fixtures/real-course.ts';
import { NO_VALIDATOR, officeErrors } from '../support/office.ts';
import { readCode } from '../support/qr.ts';
import { oneOfEach } from '../support/test-all.ts';

/** A file that is mailed and opened on a slow laptop. */
const LARGEST = 600_000;

const fileOf = ({ path }: Lesson | Entry): string => `dist${path}slides.pptx`;

/** The parts of a PowerPoint file that are text, by name, and the names of all. */
function open(lesson: Lesson | Entry) {
  const files = unzipSync(readFileSync(fileOf(lesson)));
  const xml = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const { slides } = deckFor(lesson);
  return { files, xml, slides, slide: (index: number): string => xml(`ppt/slides/slide${index + 1}.xml`) };
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
const textOf = (xml: string): string =>
  unescaped([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => text).join('\n'));
const cellsOf = (xml: string): string[] =>
  [...xml.matchAll(/<a:tc>[\s\S]*?<\/a:tc>/g)].map(([cell]) => textOf(cell));
const titleOf = (xml: string): string =>
  textOf(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*?type="title"[\s\S]*?<\/p:sp>/.exec(xml)?.[0] ?? '');

/** Every deck, and a paper of each kind. */
const officeFiles = [
  ...globSync('dist/{lessons,cases}/*/*.pptx'),
  ...oneOfEach(globSync('dist/papers/*/*.docx'), (name) => basename(name)),
];

for (const file of officeFiles)
  test(`Microsoft's own validator finds no error in ${file}`, async () => {
    test.skip(NO_VALIDATOR !== undefined, NO_VALIDATOR);
    expect(await officeErrors(file)).toEqual([]);
  });

for (const lesson of [...realCourse().lessons, ...entriesWithDeck()])
  test(`the slides of ${lesson.id} have titles, real tables, notes, described pictures, and a theme`, () => {
    const { files, slide, slides, xml } = open(lesson);
    const names = Object.keys(files);
    expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(slides.length);
    const pictures: string[] = [];
    slides.forEach((expected: Slide, index) => {
      const text = slide(index);
      expect.soft(titleOf(text), expected.id).toBe(expected.title);
      const notes = textOf(xml(`ppt/notesSlides/notesSlide${index + 1}.xml`));
      for (const { lines } of expected.notes)
        for (const line of lines) expect.soft(notes, expected.id).toContain(line);
      if (expected.kind === 'points' && expected.from === 'letters')
        expect
          .soft(text.match(/<a:buAutoNum type="alphaUcPeriod"/g), expected.id)
          .toHaveLength(expected.points.length);
      const ids = [...text.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect.soft(new Set(ids).size, `${expected.id}: no two shapes of one id`).toBe(ids.length);
      pictures.push(...[...text.matchAll(/<p:cNvPr [^>]*descr="([^"]*)"/g)].map(([, words = '']) => words));
      if (expected.kind !== 'table') return;
      expect.soft(text, expected.id).toContain('<a:tbl><a:tblPr firstRow="1"/>');
      expect
        .soft(cellsOf(text), expected.id)
        .toEqual([...expected.columns, ...expected.rows.flat()].map((cell) => cell.text));
      const sizes = [...(/<a:tbl>[\s\S]*<\/a:tbl>/.exec(text)?.[0] ?? '').matchAll(/sz="(\d+)"/g)];
      // For the back row.
      for (const [, size] of sizes) expect.soft(Number(size), expected.id).toBeGreaterThanOrEqual(1800);
    });
    expect(pictures.length).toBeGreaterThan(0);
    for (const alternative of pictures) expect.soft(alternative.length, alternative).toBeGreaterThan(15);

    const cells = slides.flatMap((_, index) => cellsOf(slide(index)));
    for (const expected of slides)
      if (expected.kind === 'table')
        for (const { text } of expected.rows.flat()) expect.soft(cells, expected.id).toContain(text);

    const shown = names.filter((name) => /^ppt\/slide(?:s|Layouts|Masters)\/\w+\.xml$/.test(name));
    expect(shown.length).toBeGreaterThan(20);
    for (const name of shown) {
      // What is named here, no template can change.
      expect.soft(xml(name), name).not.toContain('<a:srgbClr');
      for (const [, font] of xml(name).matchAll(/<a:latin typeface="([^"]*)"/g))
        expect.soft(font, name).toMatch(/^\+m[jn]-lt$/);
    }
    const theme = xml('ppt/theme/theme1.xml');
    SIDES.forEach(({ color }, index) => {
      expect
        .soft(theme)
        .toContain(`<a:accent${index + 1}><a:srgbClr val="${color.light.slice(1).toUpperCase()}"/>`);
    });
    const listed = [...xml('[Content_Types].xml').matchAll(/PartName="\/([^"]*)"/g)].map(([, name]) => name);
    expect.soft(names).toEqual(expect.arrayContaining(listed));
    // What makes a file "need repair".
    for (const name of names.filter((part) => /\.(?:xml|rels)$/.test(part)))
      expect.soft(() => XmlDocument.fromString(xml(name)).dispose(), name).not.toThrow();

    const core = xml('docProps/core.xml');
    expect.soft(unescaped(core)).toContain(`<dc:title>${smartQuotes(lesson.title)}</dc:title>`);
    expect.soft(core).toContain('<dc:creator>Blueprint &amp; Build</dc:creator>');
    expect.soft(core).toContain('<dc:language>en-US</dc:language>');
    // Not the time of the build.
    const dates = [...core.matchAll(/<dcterms:\w+ [^>]*>([^<]*)/g)].map(([, date]) => date);
    expect.soft(dates).toEqual(Array(2).fill(deckFor(lesson).updated.toISOString().replace('.000', '')));
    expect.soft(textOf(xml('ppt/slideMasters/slideMaster1.xml'))).toContain('CC BY 4.0');
    const last = slides.at(-1);
    expect
      .soft(last?.kind === 'last' ? last.address : '')
      .toMatch(/^https:\/\/blueprint\.example\/go\/\w+\/$/);
    expect.soft(names.toSorted()).toEqual(names);
    expect.soft(readFileSync(fileOf(lesson)).length).toBeLessThan(LARGEST);
  });

test('the last slide links to the lesson for good, and a camera reads the same', async ({ page }) => {
  const opened = realCourse().lessons.map(open);
  const pictures = opened.map(({ files, xml, slides }) => {
    const last = slides.at(-1);
    const address = last?.kind === 'last' ? last.address : '';
    const relations = xml(`ppt/slides/_rels/slide${slides.length}.xml.rels`);
    expect(relations).toContain(`Target="${address}"`);
    const [, picture = ''] = /Target="\.\.\/media\/([^"]+\.png)"/.exec(relations) ?? [];
    return { address, png: Buffer.from(files[`ppt/media/${picture}`] ?? []).toString('base64') };
  });
  const [code] = pictures;
  expect(await readCode(page, `data:image/png;base64,${code?.png ?? ''}`, 240)).toBe(code?.address);
  expect(new Set(pictures.map(({ png }) => png)).size).toBe(pictures.length);
});

const office = spawnSync('soffice', ['--version']).status === 0;
const toText = spawnSync('pdftotext', ['-v']).status !== null;

/** Characters of the longest notes of a deck. */
const longestNotes = (slides: readonly Slide[]): number =>
  Math.max(...slides.map(({ notes }) => notes.flatMap(({ lines }) => lines).join(' ').length));

/** A deck as a PDF of LibreOffice: the text of each page. */
function printed(file: string, filter: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'slides-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file]);
    return spawnSync('pdftotext', ['-layout', join(folder, 'slides.pdf'), '-'], { encoding: 'utf8' })
      .stdout.split('\f')
      .slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.describe('LibreOffice', () => {
  test.skip(!office, 'LibreOffice is not here. Install it (Debian and Ubuntu: libreoffice-impress).');
  test.skip(!toText, 'pdftotext is not here. Install it (Debian and Ubuntu: poppler-utils).');
  test.slow();
  // The deck with the longest notes.
  const [deck] = realCourse()
    .lessons.map((lesson) => ({ file: resolve(fileOf(lesson)), slides: deckFor(lesson).slides }))
    .sort((one, other) => longestNotes(other.slides) - longestNotes(one.slides));
  const { file = '', slides = [] } = deck ?? {};

  test('opens the slides and draws every one of them', () => {
    const pages = printed(file, 'pdf');
    expect(pages).toHaveLength(slides.length);
    slides.forEach((slide, index) => {
      const words = (pages[index] ?? '').split(/\s+/).join(' ');
      for (const word of slide.title.split(' ')) expect(words, slide.id).toContain(word);
      if (slide.kind === 'table')
        for (const word of slide.rows.flatMap((row) => row.flatMap(({ text }) => text.split(/[\s-]+/))))
          expect(words, slide.id).toContain(word);
    });
  });

  test('prints the notes of each slide whole, on one sheet', () => {
    const only = '{"type":"boolean","value":"true"}';
    const pages = printed(
      file,
      `pdf:impress_pdf_Export:{"ExportNotesPages":${only},"ExportOnlyNotesPages":${only}}`,
    );
    expect(pages).toHaveLength(slides.length);
    slides.forEach(({ id, notes }, index) => {
      const page = (pages[index] ?? '').replace(/\s+/g, '');
      for (const { lines } of notes)
        for (const word of lines.flatMap((line) => line.split(/\s+/))) expect(page, id).toContain(word);
    });
  });
});
