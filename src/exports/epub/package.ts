import { element, xmlDocument, type Markup } from '../../utils/xml.ts';
import { isoDay } from '../../utils/dates.ts';
import { BOOK_FILES, type Book } from './book.ts';
import { bookText } from './xhtml.ts';

const dc = (name: string, value: string, attributes = {}): Markup =>
  element(`dc:${name}`, attributes, bookText(value));

const meta = (property: string, value: string): Markup => element('meta', { property }, bookText(value));

/** "2026-11-23T00:00:00Z": to the second, as the format requires. */
const moment = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

function metadata(book: Book): Markup {
  const { accessibility } = book;
  return element(
    'metadata',
    { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' },
    dc('identifier', book.id, { id: 'id' }),
    dc('title', book.title),
    dc('language', book.language),
    dc('creator', book.creator),
    dc('publisher', book.creator),
    dc('description', book.description),
    ...book.subjects.map((subject) => dc('subject', subject)),
    dc('date', isoDay(book.updated)),
    dc('rights', book.license),
    meta('dcterms:modified', moment(book.updated)),
    book.edition === undefined ? undefined : meta('schema:bookEdition', book.edition),
    ...accessibility.modes.map((mode) => meta('schema:accessMode', mode)),
    ...accessibility.sufficient.map((modes) => meta('schema:accessModeSufficient', modes)),
    ...accessibility.features.map((feature) => meta('schema:accessibilityFeature', feature)),
    ...accessibility.hazards.map((hazard) => meta('schema:accessibilityHazard', hazard)),
    meta('schema:accessibilitySummary', accessibility.summary),
    // EPUB 2 readers find the cover by this element.
    element('meta', { name: 'cover', content: 'cover-image' }),
  );
}

const item = (id: string, href: string, type: string, properties?: string): Markup =>
  element('item', { id, href, 'media-type': type, properties });

/** The package document: metadata, files and reading order (EPUB 3.3, section 5). */
export function packageDocument(book: Book): string {
  const xhtml = 'application/xhtml+xml';
  const chapters = book.chapters.map(({ file, svg }) => ({ id: file.replace('.xhtml', ''), file, svg }));
  const [title, ...others] = chapters;
  const order = ['cover', ...(title === undefined ? [] : [title.id]), 'nav', ...others.map(({ id }) => id)];
  return xmlDocument(
    element(
      'package',
      {
        xmlns: 'http://www.idpf.org/2007/opf',
        version: '3.0',
        'unique-identifier': 'id',
        'xml:lang': book.language,
      },
      metadata(book),
      element(
        'manifest',
        {},
        item('nav', 'nav.xhtml', xhtml, 'nav'),
        item('cover', 'cover.xhtml', xhtml),
        ...chapters.map(({ id, file, svg }) => item(id, file, xhtml, svg ? 'svg' : undefined)),
        item('cover-image', BOOK_FILES.cover, 'image/png', 'cover-image'),
        item('sheet', BOOK_FILES.sheet, 'text/css'),
        item('face', BOOK_FILES.face, 'font/woff2'),
      ),
      element('spine', {}, ...order.map((idref) => element('itemref', { idref }))),
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
      {},
      element('rootfile', {
        'full-path': 'EPUB/content.opf',
        'media-type': 'application/oebps-package+xml',
      }),
    ),
  ),
);
