import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Course } from '../../course/types.ts';
import { formatAsOf } from '../../utils/dates.ts';
import type { Accessibility, Book } from './book.ts';
import { chapterOf, draftOf, draftOfMany, idsOf, slugOf, type BookPage, type Draft } from './chapter.ts';
import { keepSections } from './keep-sections.ts';
import type { PagePlace } from './links.ts';
import { titlePage } from './title-page.ts';
import { epub as epubFile } from './write.ts';
import { courseWords } from '../../components/site/structured-data.ts';
import type { BuiltSite, FileContent, PageDownload, PageExporter } from '../exporter.ts';
import { bookMatter } from './matter.ts';
import { COURSE, LICENSE, SITE_NAME, TITLE } from '../../site.ts';

const PATH = '/lessons/course.epub';
const SOURCES = '/sources/';
const ABOUT = '/about/';
/** What the page about the site says of the course, and not of the site. */
const ABOUT_PARTS = ['credits', 'three-kinds', 'license'];

/** True of what this exporter makes; what nobody has tested is not claimed. */
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

/** The pages as chapters: lessons, glossary, sources, about. */
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
    draftOfMany(concepts, 'Glossary', { file: 'glossary.xhtml', type: 'glossary', role: 'doc-glossary' }),
    ...one(SOURCES).map((page) =>
      draftOf(page, { file: 'sources.xhtml', type: 'bibliography', role: 'doc-bibliography' }),
    ),
    ...one(ABOUT).map((page) => {
      const draft = draftOf(page, { file: 'about.xhtml', type: 'backmatter' });
      keepSections(draft.content, ABOUT_PARTS);
      return draft;
    }),
  ];
}

/** Where each page of the site stands in the book. */
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
  const date = formatAsOf(download.updated.toISOString().slice(0, 10));
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
  return epubFile(book, await bookMatter(SITE_NAME, TITLE, foot, site.scene));
}

/** The whole course as one book for e-readers. */
export const epub: PageExporter = {
  id: 'epub',
  label: 'The course as an e-book (EPUB)',
  type: 'application/epub+zip',
  list: ({ lessons, concepts }: Course) => [
    {
      path: PATH,
      of: '/lessons/',
      title: TITLE,
      pages: [...lessons, ...concepts].map(({ path }) => path).concat(SOURCES, ABOUT),
      updated: new Date(Math.max(...lessons.map(({ updated }) => updated.getTime()))),
    },
  ],
  async *make(downloads, site) {
    for (const download of downloads) yield [download.path, await make(download, site)];
  },
};
