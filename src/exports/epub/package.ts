import { BOOK_FILES, type Book } from './book.ts';
import { bookText } from './xhtml.ts';

const meta = (property: string, value: string): string =>
  `<meta property="${property}">${bookText(value)}</meta>`;

/** "2026-11-23T00:00:00Z": seconds, as the format wants them. */
const moment = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;

function metadata(book: Book): string {
  const { accessibility } = book;
  return [
    `<dc:identifier id="id">${bookText(book.id)}</dc:identifier>`,
    `<dc:title>${bookText(book.title)}</dc:title>`,
    `<dc:language>${book.language}</dc:language>`,
    `<dc:creator>${bookText(book.creator)}</dc:creator>`,
    `<dc:publisher>${bookText(book.creator)}</dc:publisher>`,
    `<dc:description>${bookText(book.description)}</dc:description>`,
    ...book.subjects.map((subject) => `<dc:subject>${bookText(subject)}</dc:subject>`),
    `<dc:date>${book.updated.toISOString().slice(0, 10)}</dc:date>`,
    `<dc:rights>${bookText(book.license)}</dc:rights>`,
    meta('dcterms:modified', moment(book.updated)),
    ...(book.edition === undefined ? [] : [meta('schema:bookEdition', book.edition)]),
    ...accessibility.modes.map((mode) => meta('schema:accessMode', mode)),
    ...accessibility.sufficient.map((modes) => meta('schema:accessModeSufficient', modes)),
    ...accessibility.features.map((feature) => meta('schema:accessibilityFeature', feature)),
    ...accessibility.hazards.map((hazard) => meta('schema:accessibilityHazard', hazard)),
    meta('schema:accessibilitySummary', accessibility.summary),
    // Readers of the second version look for the cover here.
    '<meta name="cover" content="cover-image"/>',
  ].join('\n');
}

const item = (id: string, href: string, type: string, properties = ''): string =>
  `<item id="${id}" href="${href}" media-type="${type}"${properties === '' ? '' : ` properties="${properties}"`}/>`;

/** What the book consists of, in which order, and what is said about it (EPUB 3.3, section 5). */
export function packageDocument(book: Book): string {
  const xhtml = 'application/xhtml+xml';
  const chapters = book.chapters.map(({ file, svg }) => ({
    id: file.replace('.xhtml', ''),
    file,
    properties: svg ? 'svg' : '',
  }));
  const [title, ...others] = chapters;
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
${metadata(book)}
</metadata>
<manifest>
${[
  item('nav', 'nav.xhtml', xhtml, 'nav'),
  item('cover', 'cover.xhtml', xhtml),
  ...chapters.map(({ id, file, properties }) => item(id, file, xhtml, properties)),
  item('cover-image', BOOK_FILES.cover, 'image/png', 'cover-image'),
  item('sheet', BOOK_FILES.sheet, 'text/css'),
  item('face', BOOK_FILES.face, 'font/woff2'),
].join('\n')}
</manifest>
<spine>
${[
  '<itemref idref="cover"/>',
  ...(title === undefined ? [] : [`<itemref idref="${title.id}"/>`]),
  '<itemref idref="nav"/>',
  ...others.map(({ id }) => `<itemref idref="${id}"/>`),
].join('\n')}
</spine>
</package>
`;
}

/** Where a reader finds the package. */
export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;
