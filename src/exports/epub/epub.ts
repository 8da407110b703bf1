import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTokens } from '../../figures/file.ts';
import { cachedPng, renderPng } from '../../figures/png.ts';
import { bookCover, COVER } from '../../figures/social/book-cover.ts';
import { sidesBookCss } from '../../styles/sides-css.ts';
import { zip } from '../../utils/zip.ts';
import {
  BOOK_FILES,
  chapterDocument,
  CONTAINER,
  coverDocument,
  navigationDocument,
  packageDocument,
  type Book,
} from './package.ts';
import { xml, type Markup } from '../../utils/xml.ts';
import { capitalized } from '../../utils/number-words.ts';
import { LICENSE, SIDES, SITE_NAME, TITLE } from '../../site.ts';
import { parse, type HTMLElement } from 'node-html-parser';
import { ENTRY_KINDS, type Kind } from '../../collections/kinds.ts';
import { formatAsOf, isoDay } from '../../utils/dates.ts';
import {
  chapterOf,
  chapterOfMany,
  idsOf,
  linkChapter,
  slugOf,
  type BookPage,
  type Chapter,
  type PagePlace,
} from './chapter.ts';
import { courseWords } from '../../components/site/structured-data.ts';
import { builtPage } from '../built-page.ts';
import { makeEach } from '../exporter.ts';
import { PAGES } from '../../routes.ts';

/** A source file. Builds start in the project's folder. */
const source = (path: string): Buffer<ArrayBuffer> => readFileSync(join(process.cwd(), 'src', path));

/** The files of a book that are not made from its chapters. */
async function assetsOf(
  { edition }: Book,
  scene: string | undefined,
): Promise<[name: string, content: string | Uint8Array][]> {
  const [tokens, drawings] = [
    source('styles/tokens.css').toString(),
    source('figures/figures.css').toString(),
  ];
  const foot = edition === undefined ? LICENSE.name : `Edition ${edition} · ${LICENSE.name}`;
  const cover = bookCover(SITE_NAME, TITLE, foot, scene, resolveTokens(drawings, tokens));
  return [
    [
      BOOK_FILES.sheet,
      resolveTokens(`${source('exports/epub/book.css').toString()}\n${sidesBookCss()}\n${drawings}`, tokens),
    ],
    [BOOK_FILES.cover, await cachedPng(`${COVER.width} ${cover}`, () => renderPng(cover, COVER.width))],
    [BOOK_FILES.face, source('assets/fonts/display.woff2')],
  ];
}

/** How to tell the sides apart; nothing for a course without sides. */
function sidesLine(): string[] {
  const [left, right] = SIDES;
  return left === undefined || right === undefined
    ? []
    : [
        `${capitalized(left.hue)} and ${left.line} lines mean ${left.noun}, ${right.hue} and ${right.line} lines mean ${right.noun}, also where no color shows.`,
      ];
}

const howToRead = (): string[] => [
  'Answer the questions at the end of a lesson from memory. Then follow “Answer and feedback”; it leads to the end of the chapter, and from there back.',
  'A dotted term leads to its definition in the glossary.',
  '“Source” and “disputed” lead to where a fact comes from.',
  ...sidesLine(),
  'The practice tools, reviews and the tables that you can work with are on the site.',
];

const link = (href: string, text: string): Markup => xml`<a href="${href}">${text}</a>`;

/** The title page: title, edition, license, and differences from the site. */
const titlePage = ({ edition, updated }: Book, site: string): Chapter => ({
  file: 'title-page.xhtml',
  title: SITE_NAME,
  label: 'Title page',
  type: 'titlepage',
  content: parse(
    xml`<h1 id="title">${SITE_NAME}</h1>
    <p class="lede">${TITLE}</p>
    <p>${edition === undefined ? '' : `Edition ${edition}. `}Text of ${formatAsOf(isoDay(updated))}.</p>
    <p>By ${SITE_NAME}, ${link(site, site)}. Under ${link(LICENSE.url, LICENSE.name)}: share and adapt with credit.</p>
    <h2>How to read this book</h2>
    <ul>${howToRead().map((text) => xml`<li>${text}</li>`)}</ul>`.markup,
  ),
  parts: [],
});

/** Sections of the about page that concern the course, not the site. */
const ABOUT_PARTS = ['credits', 'three-kinds', 'editing', 'reading-levels', 'mistakes', 'license'];

/** Removes the sections whose `<h2>` has none of the ids. The text before the first section remains. */
function removeOtherSections(content: HTMLElement, ids: readonly string[]): void {
  let isWanted = true;
  for (const child of [...content.children]) {
    if (child.rawTagName === 'h2') isWanted = ids.includes(child.id);
    if (!isWanted) child.remove();
  }
}

/** The pages as chapters: lessons, entries by kind, glossary, sources, about. */
function chaptersOf(pages: readonly BookPage[]): Chapter[] {
  const lessons = pages.filter(({ path }) => path.startsWith('/lessons/'));
  const concepts = pages.filter(({ path }) => path.startsWith('/concepts/'));
  const one = (path: string): BookPage[] => pages.filter((page) => page.path === path);
  return [
    ...lessons.map((page, index) =>
      chapterOf(
        page,
        { file: `lesson-${slugOf(page.path)}.xhtml`, type: 'chapter', role: 'doc-chapter' },
        index + 1,
      ),
    ),
    ...Object.values<Kind>(ENTRY_KINDS).flatMap(({ path: list, title }) => {
      const entries = pages.filter(({ path }) => path.startsWith(list));
      const file = `${slugOf(list)}.xhtml`;
      return entries.length === 0
        ? []
        : [chapterOfMany(entries, title, { file, type: 'chapter', role: 'doc-chapter' })];
    }),
    chapterOfMany(concepts, 'Glossary', { file: 'glossary.xhtml', type: 'glossary', role: 'doc-glossary' }),
    ...one(PAGES.sources.path).map((page) =>
      chapterOf(page, { file: 'sources.xhtml', type: 'bibliography', role: 'doc-bibliography' }),
    ),
    ...one(PAGES.about.path).map((page) => {
      const chapter = chapterOf(page, { file: 'about.xhtml', type: 'backmatter' });
      removeOtherSections(chapter.content, ABOUT_PARTS);
      return chapter;
    }),
  ];
}

function placesOf(chapters: readonly Chapter[]): Map<string, PagePlace> {
  const places = new Map<string, PagePlace>([
    ['/', { file: 'title-page.xhtml' }],
    ['/lessons/', { file: 'nav.xhtml' }],
  ]);
  for (const { file, parts } of chapters)
    for (const [path] of parts)
      places.set(
        path,
        parts.length === 1 ? { file } : { file, id: slugOf(path), prefix: `${slugOf(path)}-` },
      );
  return places;
}

export const makeBooks = makeEach(async (download, site) => {
  const { absolute, origin, base, scene } = site;
  const fromPages = chaptersOf(download.pages.map((path) => ({ path, root: builtPage(site, path) })));
  const links = {
    pages: placesOf(fromPages),
    ids: new Map(fromPages.map((chapter) => [chapter.file, idsOf(chapter)])),
    origin,
    base,
  };
  for (const chapter of fromPages) linkChapter(chapter, links);
  const book: Book = {
    id: absolute(download.path),
    title: `${SITE_NAME}: ${TITLE}`,
    description: courseWords(site.course.lessons.length).description,
    edition: site.edition?.number,
    updated: download.updated,
  };
  const chapters = [titlePage(book, absolute('/')), ...fromPages];
  const inside = (name: string): string => `EPUB/${name}`;
  // The first entry of the zip is its media type, uncompressed.
  return zip(
    [
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', CONTAINER],
      [inside('content.opf'), packageDocument(book, chapters)],
      [inside('nav.xhtml'), navigationDocument(book, chapters)],
      [inside('cover.xhtml'), coverDocument(book)],
      ...chapters.map((chapter) => [inside(chapter.file), chapterDocument(chapter)] as const),
      ...(await assetsOf(book, scene)).map(([name, content]) => [inside(name), content] as const),
    ],
    book.updated,
  );
});
