import {
  element,
  HTML_DOCTYPE,
  inlineElement,
  xmlDocument,
  type Content,
  type Markup,
} from '../../utils/xml.ts';
import { isoDay } from '../../utils/dates.ts';
import { COURSE, LICENSE, SITE_NAME } from '../../site.ts';

/** A place in a chapter that a list of contents names. */
export interface Place {
  id: string;
  label: string;
}

/** A chapter of a book, ready to be written. */
export interface Chapter {
  /** Name of its file: "lesson-momentum.xhtml". */
  file: string;
  title: string;
  /** How the list of contents names it: "4. How leading and managing differ". */
  label: string;
  /** Its role as EPUB names it, and as assistive technology does: "chapter", "doc-chapter". */
  type: string;
  role?: string;
  /** Content of its body as XHTML. */
  body: Markup;
  sections: Place[];
  figures: Place[];
  tables: Place[];
  /** It has drawings in it, which the package says of each file. */
  svg: boolean;
}

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

/** Text for a book: without the word joiner, which many readers' fonts lack. */
export const bookText = (text: string): string => text.replaceAll('\u2060', '');

const xhtmlDocument = (title: string, ...body: readonly Content[]): string =>
  xmlDocument(
    element(
      'html',
      {
        xmlns: 'http://www.w3.org/1999/xhtml',
        'xmlns:epub': 'http://www.idpf.org/2007/ops',
        lang: COURSE.language,
        'xml:lang': COURSE.language,
      },
      element(
        'head',
        element('meta', { charset: 'UTF-8' }),
        element('title', bookText(title)),
        element('link', { rel: 'stylesheet', type: 'text/css', href: BOOK_FILES.sheet }),
      ),
      element('body', ...body),
    ),
    HTML_DOCTYPE,
  );

/** A chapter as a file. Its heading has the id "title". */
export const chapterDocument = ({ title, type, role, body }: Chapter): string =>
  xhtmlDocument(
    title,
    element('main', inlineElement('section', { 'epub:type': type, role, 'aria-labelledby': 'title' }, body)),
  );

export const coverDocument = ({ title }: Book): string =>
  xhtmlDocument(
    title,
    element(
      'main',
      { 'epub:type': 'cover' },
      element('h1', { class: 'unseen' }, bookText(title)),
      inlineElement(
        'p',
        { class: 'cover' },
        element('img', {
          src: BOOK_FILES.cover,
          alt: bookText(`Cover of “${title}”: a house, half a drawing and half built`),
        }),
      ),
    ),
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

const dc = (name: string, value: string, attributes = {}): Markup =>
  element(`dc:${name}`, attributes, bookText(value));

const meta = (property: string, value: string): Markup => element('meta', { property }, bookText(value));

/** "2026-11-23T00:00:00Z": to the second, as the format requires. */
const moment = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

function metadata(book: Book): Markup {
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    dc('identifier', book.id, { id: 'id' }),
    dc('title', book.title),
    dc('language', COURSE.language),
    dc('creator', SITE_NAME),
    dc('publisher', SITE_NAME),
    dc('description', book.description),
    ...COURSE.topics.map((subject) => dc('subject', subject)),
    dc('date', isoDay(book.updated)),
    dc('rights', `${LICENSE.name}, ${LICENSE.url}`),
    meta('dcterms:modified', moment(book.updated)),
    book.edition === undefined ? undefined : meta('schema:bookEdition', book.edition),
    ...ACCESSIBILITY.modes.map((mode) => meta('schema:accessMode', mode)),
    ...ACCESSIBILITY.sufficient.map((modes) => meta('schema:accessModeSufficient', modes)),
    ...ACCESSIBILITY.features.map((feature) => meta('schema:accessibilityFeature', feature)),
    ...ACCESSIBILITY.hazards.map((hazard) => meta('schema:accessibilityHazard', hazard)),
    meta('schema:accessibilitySummary', ACCESSIBILITY.summary),
    // EPUB 2 readers find the cover by this element.
    element('meta', { name: 'cover', content: 'cover-image' }),
  );
}

const item = (id: string, href: string, type: string, properties?: string): Markup =>
  element('item', { id, href, 'media-type': type, properties });

/** The package document: metadata, files and reading order (EPUB 3.3, section 5). */
export function packageDocument(book: Book, all: readonly Chapter[]): string {
  const xhtml = 'application/xhtml+xml';
  const chapters = all.map(({ file, svg }) => ({ id: file.replace('.xhtml', ''), file, svg }));
  const [title, ...others] = chapters;
  const order = ['cover', ...(title === undefined ? [] : [title.id]), 'nav', ...others.map(({ id }) => id)];
  return xmlDocument(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': COURSE.language,
      },
      metadata(book),
      element(
        'manifest',
        item('nav', 'nav.xhtml', xhtml, 'nav'),
        item('cover', 'cover.xhtml', xhtml),
        ...chapters.map(({ id, file, svg }) => item(id, file, xhtml, svg ? 'svg' : undefined)),
        item('cover-image', BOOK_FILES.cover, 'image/png', 'cover-image'),
        item('sheet', BOOK_FILES.sheet, 'text/css'),
        item('face', BOOK_FILES.face, 'font/woff2'),
      ),
      element('spine', ...order.map((idref) => element('itemref', { idref }))),
    ),
  );
}

/** `META-INF/container.xml`, which tells readers where the package document is. */
export const CONTAINER = xmlDocument(
  element(
    'container',
    { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
    element(
      'rootfiles',
      element('rootfile', {
        'full-path': 'EPUB/content.opf',
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  ),
);

const link = (href: string, label: string, type?: string): Markup =>
  element('a', { 'epub:type': type, href }, bookText(label));

/** A list of items; undefined if there are none. */
const list = (items: readonly Markup[]): Markup | undefined =>
  items.length === 0 ? undefined : element('ol', ...items);

const listItem = (...content: (Markup | undefined)[]): Markup => element('li', ...content);

const linksTo = (chapters: readonly Chapter[], places: (chapter: Chapter) => readonly Place[]): Markup[] =>
  chapters.flatMap((chapter) => places(chapter).map(({ id, label }) => link(`${chapter.file}#${id}`, label)));

/** A titled list of links; undefined if there are none. */
const linkList = (type: string, title: string, links: readonly Markup[]): Markup | undefined =>
  links.length === 0
    ? undefined
    : element(
        'nav',
        { 'epub:type': type, id: type, 'aria-labelledby': `${type}-title` },
        element('h2', { id: `${type}-title` }, title),
        list(links.map((each) => listItem(each))),
      );

/** The navigation document: chapters with their sections, figures, tables, and landmarks. */
export function navigationDocument(book: Book, chapters: readonly Chapter[]): string {
  const contents = chapters.map(({ file, label, sections }) =>
    listItem(
      link(file, label),
      list(sections.map((place) => listItem(link(`${file}#${place.id}`, place.label)))),
    ),
  );
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
  return xhtmlDocument(
    `Contents of ${book.title}`,
    element(
      'main',
      element('h1', 'Contents'),
      element(
        'nav',
        { 'epub:type': 'toc', id: 'toc', role: 'doc-toc', 'aria-label': 'Contents' },
        list(contents),
      ),
      linkList(
        'loi',
        'Figures',
        linksTo(chapters, ({ figures }) => figures),
      ),
      linkList(
        'lot',
        'Tables',
        linksTo(chapters, ({ tables }) => tables),
      ),
      linkList('landmarks', 'Parts of the book', [
        link('cover.xhtml', 'Cover', 'cover'),
        link('#toc', 'Contents', 'toc'),
        ...landmarks,
      ]),
    ),
  );
}
