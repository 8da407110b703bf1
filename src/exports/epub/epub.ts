import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import { ENTRY_KINDS, type Kind } from '../../collections/kinds.ts';
import { formatAsOf, isoDay } from '../../utils/dates.ts';
import type { Accessibility, Book } from './book.ts';
import { chapterOf, draftOf, draftOfMany, idsOf, slugOf, type BookPage, type Draft } from './chapter.ts';
import type { PagePlace } from './links.ts';
import { titlePage } from './title-page.ts';
import { bookAssets, epubFile } from './write.ts';
import { courseWords } from '../../components/site/structured-data.ts';
import type { BuiltSite, FileContent, PageDownload } from '../exporter.ts';
import { PAGES } from '../../routes.ts';
import { COURSE, LICENSE, SITE_NAME, TITLE } from '../../site.ts';

/** Sections of the about page that concern the course, not the site. */
const ABOUT_PARTS = ['credits', 'three-kinds', 'editing', 'reading-levels', 'mistakes', 'license'];

/** Claims only tested properties. */
const ACCESSIBILITY: Accessibility = {
  modes: ['textual', 'visual'],
  sufficient: ['textual'],
  features: [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'alternativeText',
    'longDescription',
    'displayTransformability',
    'ARIA',
  ],
  hazards: ['none'],
  summary:
    'All content is text or is described in text: each drawing has a title and a description, and the data of a chart stand in a table. Headings, lists, tables, notes and questions are marked as such, and links lead from each question to its answer and back. Color is never the only sign. The book was checked by EPUBCheck, and two of its chapters by axe; no person who uses a screen reader has tested it yet.',
};

const built = ({ folder }: BuiltSite, path: string): BookPage => ({
  path,
  html: readFileSync(join(folder, path, 'index.html'), 'utf8'),
});

/** Removes the sections whose `<h2>` has none of the ids. The text before the first section remains. */
function removeOtherSections(content: HTMLElement, ids: readonly string[]): void {
  let isWanted = true;
  for (const child of [...content.children]) {
    if (child.rawTagName === 'h2') isWanted = ids.includes(child.id);
    if (!isWanted) child.remove();
  }
}

/** The pages as chapters: lessons, entries by kind, glossary, sources, about. */
function draftsOf(pages: readonly BookPage[]): Draft[] {
  const lessons = pages.filter(({ path }) => path.startsWith('/lessons/'));
  const concepts = pages.filter(({ path }) => path.startsWith('/concepts/'));
  const one = (path: string): BookPage[] => pages.filter((page) => page.path === path);
  return [
    ...lessons.map((page, index) =>
      draftOf(
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
        : [draftOfMany(entries, title, { file, type: 'chapter', role: 'doc-chapter' })];
    }),
    draftOfMany(concepts, 'Glossary', { file: 'glossary.xhtml', type: 'glossary', role: 'doc-glossary' }),
    ...one(PAGES.sources.path).map((page) =>
      draftOf(page, { file: 'sources.xhtml', type: 'bibliography', role: 'doc-bibliography' }),
    ),
    ...one(PAGES.about.path).map((page) => {
      const draft = draftOf(page, { file: 'about.xhtml', type: 'backmatter' });
      removeOtherSections(draft.content, ABOUT_PARTS);
      return draft;
    }),
  ];
}

/** The place of each page in the book. */
function placesOf(drafts: readonly Draft[]): Map<string, PagePlace> {
  const places = new Map<string, PagePlace>([
    ['/', { file: 'title-page.xhtml' }],
    ['/lessons/', { file: 'nav.xhtml' }],
  ]);
  for (const { file, parts } of drafts)
    for (const [path] of parts)
      places.set(
        path,
        parts.length === 1 ? { file } : { file, id: slugOf(path), prefix: `${slugOf(path)}-` },
      );
  return places;
}

async function make(download: PageDownload, site: BuiltSite): Promise<FileContent> {
  const { absolute } = site;
  const edition = site.edition?.number;
  const date = formatAsOf(isoDay(download.updated));
  const drafts = draftsOf(download.pages.map((path) => built(site, path)));
  const lessons = download.pages.filter((path) => path.startsWith('/lessons/'));
  const links = {
    pages: placesOf(drafts),
    ids: new Map(drafts.map((draft) => [draft.file, idsOf(draft)])),
    origin: site.origin,
    base: site.base,
  };
  const book: Book = {
    id: absolute(download.path),
    title: `${SITE_NAME}: ${TITLE}`,
    creator: SITE_NAME,
    description: courseWords(lessons.length).description,
    language: COURSE.language,
    subjects: COURSE.topics,
    edition,
    license: `${LICENSE.name}, ${LICENSE.url}`,
    updated: download.updated,
    chapters: [
      titlePage({
        title: SITE_NAME,
        subtitle: TITLE,
        creator: SITE_NAME,
        edition,
        date,
        site: absolute('/'),
      }),
      ...drafts.map((draft) => chapterOf(draft, links)),
    ],
    accessibility: ACCESSIBILITY,
  };
  const foot = edition === undefined ? LICENSE.name : `Edition ${edition} · ${LICENSE.name}`;
  return epubFile(book, await bookAssets(SITE_NAME, TITLE, foot, site.scene));
}

/** Makes the book of each download. */
export async function* makeBooks(
  downloads: readonly PageDownload[],
  site: BuiltSite,
): AsyncGenerator<[path: string, FileContent]> {
  for (const download of downloads) yield [download.path, await make(download, site)];
}
