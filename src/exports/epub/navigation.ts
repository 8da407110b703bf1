import type { Book, Chapter, Place } from './book.ts';
import { xhtmlDocument } from './document.ts';
import { bookText } from './xhtml.ts';

const link = (href: string, label: string, type = ''): string =>
  `<a${type === '' ? '' : ` epub:type="${type}"`} href="${href}">${bookText(label)}</a>`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`;

const placesOf = (chapters: readonly Chapter[], places: (chapter: Chapter) => readonly Place[]): string[] =>
  chapters.flatMap((chapter) => places(chapter).map(({ id, label }) => link(`${chapter.file}#${id}`, label)));

/** A list of places in the book; nothing where it would be empty. */
const listOf = (type: string, title: string, items: readonly string[]): string =>
  items.length === 0
    ? ''
    : `<nav epub:type="${type}" id="${type}" aria-labelledby="${type}-title"><h2 id="${type}-title">${title}</h2>${list(items)}</nav>`;

/** The contents of a book: chapters with their sections, figures, tables, and where its main parts begin. */
export function navigationDocument(book: Book): string {
  const { chapters } = book;
  const contents = chapters.map(
    ({ file, label, sections }) =>
      link(file, label) + list(sections.map((place) => link(`${file}#${place.id}`, place.label))),
  );
  const first = (type: string): Chapter | undefined => chapters.find((chapter) => chapter.type === type);
  const landmarks = (
    [
      ['titlepage', 'Title page', first('titlepage')],
      ['bodymatter', 'Start of the lessons', first('chapter')],
      ['glossary', 'Glossary', first('glossary')],
      ['bibliography', 'Sources', first('bibliography')],
    ] as const
  ).flatMap(([type, label, chapter]) => (chapter === undefined ? [] : [link(chapter.file, label, type)]));
  return xhtmlDocument(
    `Contents of ${book.title}`,
    book.language,
    `<main><h1>Contents</h1><nav epub:type="toc" id="toc" role="doc-toc" aria-label="Contents">${list(contents)}</nav>${listOf(
      'loi',
      'Figures',
      placesOf(chapters, ({ figures }) => figures),
    )}${listOf(
      'lot',
      'Tables',
      placesOf(chapters, ({ tables }) => tables),
    )}${listOf('landmarks', 'Parts of the book', [
      link('cover.xhtml', 'Cover', 'cover'),
      link('#toc', 'Contents', 'toc'),
      ...landmarks,
    ])}</main>`,
  );
}
