import { attributes, xml, xmlDocument, type Content, type Markup } from '../../utils/xml.ts';
import { bodyOf, bookText, placesIn, type Chapter } from './chapter.ts';
import { isoDay } from '../../utils/dates.ts';
import { COURSE, LICENSE, SITE_NAME } from '../../site.ts';

export interface Book {
  /** Unique and lasting: its address. */
  id: string;
  title: string;
  description: string;
  edition: string | undefined;
  updated: Date;
}

/** Files of a book that are not made from its chapters. */
export const BOOK_FILES = { sheet: 'book.css', cover: 'cover.png', face: 'display.woff2' } as const;

const xhtmlDocument = (title: string, body: Content): string =>
  xmlDocument(xml`<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${COURSE.language}" xml:lang="${COURSE.language}">
  <head>
    <meta charset="UTF-8"/>
    <title>${bookText(title)}</title>
    <link rel="stylesheet" type="text/css" href="${BOOK_FILES.sheet}"/>
  </head>
  <body>${body}</body>
</html>`);

/** A chapter as a file. Its heading has the id "title". */
export const chapterDocument = (chapter: Chapter): string =>
  xhtmlDocument(
    chapter.title,
    xml`<main><section epub:type="${chapter.type}"${attributes({ role: chapter.role })} aria-labelledby="title">${bodyOf(chapter)}</section></main>`,
  );

export const coverDocument = ({ title }: Book): string =>
  xhtmlDocument(
    title,
    xml`<main epub:type="cover">
      <h1 class="unseen">${bookText(title)}</h1>
      <p class="cover"><img src="${BOOK_FILES.cover}" alt="${bookText(`Cover of “${title}”: a house, half a drawing and half built`)}"/></p>
    </main>`,
  );

/** Only tested properties, in the words of https://www.w3.org/community/reports/a11y-discov-vocab/. */
const ACCESSIBILITY = {
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
} as const;

const meta = (property: string, value: string): Markup =>
  xml`<meta property="${property}">${bookText(value)}</meta>`;

/** "2026-11-23T00:00:00Z": to the second, as the format requires. */
const moment = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

/** The last element is for EPUB 2 readers, which find the cover by it. */
const metadata = (book: Book): Markup => xml`<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:identifier id="id">${book.id}</dc:identifier>
  <dc:title>${bookText(book.title)}</dc:title>
  <dc:language>${COURSE.language}</dc:language>
  <dc:creator>${SITE_NAME}</dc:creator>
  <dc:publisher>${SITE_NAME}</dc:publisher>
  <dc:description>${bookText(book.description)}</dc:description>
  ${COURSE.topics.map((subject) => xml`<dc:subject>${subject}</dc:subject>`)}
  <dc:date>${isoDay(book.updated)}</dc:date>
  <dc:rights>${LICENSE.name}, ${LICENSE.url}</dc:rights>
  ${meta('dcterms:modified', moment(book.updated))}
  ${book.edition === undefined ? undefined : meta('schema:bookEdition', book.edition)}
  ${ACCESSIBILITY.modes.map((mode) => meta('schema:accessMode', mode))}
  ${ACCESSIBILITY.sufficient.map((modes) => meta('schema:accessModeSufficient', modes))}
  ${ACCESSIBILITY.features.map((feature) => meta('schema:accessibilityFeature', feature))}
  ${ACCESSIBILITY.hazards.map((hazard) => meta('schema:accessibilityHazard', hazard))}
  ${meta('schema:accessibilitySummary', ACCESSIBILITY.summary)}
  <meta name="cover" content="cover-image"/>
</metadata>`;

const idOf = ({ file }: Chapter): string => file.replace('.xhtml', '');

/** The package document: metadata, files and reading order (EPUB 3.3, section 5). */
export function packageDocument(book: Book, chapters: readonly Chapter[]): string {
  const ids = chapters.map(idOf);
  const items = chapters.map(
    (chapter) =>
      xml`<item id="${idOf(chapter)}" href="${chapter.file}" media-type="application/xhtml+xml"${attributes({ properties: chapter.content.querySelector('svg') ? 'svg' : undefined })}/>`,
  );
  return xmlDocument(xml`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${COURSE.language}">
  ${metadata(book)}
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
    ${items}
    <item id="cover-image" href="${BOOK_FILES.cover}" media-type="image/png" properties="cover-image"/>
    <item id="sheet" href="${BOOK_FILES.sheet}" media-type="text/css"/>
    <item id="face" href="${BOOK_FILES.face}" media-type="font/woff2"/>
  </manifest>
  <spine>
    ${['cover', ...ids.slice(0, 1), 'nav', ...ids.slice(1)].map((id) => xml`<itemref idref="${id}"/>`)}
  </spine>
</package>`);
}

/** `META-INF/container.xml`, which tells readers where the package document is. */
export const CONTAINER =
  xmlDocument(xml`<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`);

const link = (href: string, label: string, type?: string): Markup =>
  xml`<a${attributes({ 'epub:type': type })} href="${href}">${bookText(label)}</a>`;

const linksTo = (chapter: Chapter, kind: Parameters<typeof placesIn>[1]): Markup[] =>
  placesIn(chapter, kind).map(({ id, label }) => link(`${chapter.file}#${id}`, label));

/** A list of the items; nothing if there are none. */
const list = (items: readonly Content[]): Markup | undefined =>
  items.length === 0 ? undefined : xml`<ol>${items.map((item) => xml`<li>${item}</li>`)}</ol>`;

/** A titled list of links; nothing if there are none. */
const linkList = (type: string, title: string, links: readonly Markup[]): Markup | undefined =>
  links.length === 0
    ? undefined
    : xml`<nav epub:type="${type}" id="${type}" aria-labelledby="${type}-title"><h2 id="${type}-title">${title}</h2>${list(links)}</nav>`;

/** The navigation document: chapters with their sections, figures, tables, and landmarks. */
export function navigationDocument(book: Book, chapters: readonly Chapter[]): string {
  const contents = chapters.map((chapter) => [
    link(chapter.file, chapter.label),
    list(linksTo(chapter, 'section')),
  ]);
  const landmarks = (
    [
      ['titlepage', 'Title page'],
      ['bodymatter', 'Start of the lessons', 'chapter'],
      ['glossary', 'Glossary'],
      ['bibliography', 'Sources'],
    ] as const
  ).flatMap(([type, label, chapterType = type]) => {
    const first = chapters.find((chapter) => chapter.type === chapterType);
    return first === undefined ? [] : [link(first.file, label, type)];
  });
  const figures = chapters.flatMap((chapter) => linksTo(chapter, 'figure'));
  const tables = chapters.flatMap((chapter) => linksTo(chapter, 'table'));
  return xhtmlDocument(
    `Contents of ${book.title}`,
    xml`<main>
    <h1>Contents</h1>
    <nav epub:type="toc" id="toc" role="doc-toc" aria-label="Contents">${list(contents)}</nav>
    ${linkList('loi', 'Figures', figures)}
    ${linkList('lot', 'Tables', tables)}
    ${linkList('landmarks', 'Parts of the book', [
      link('cover.xhtml', 'Cover', 'cover'),
      link('#toc', 'Contents', 'toc'),
      ...landmarks,
    ])}
  </main>`,
  );
}
