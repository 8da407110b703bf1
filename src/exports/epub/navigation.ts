import { element, type Markup } from '../../utils/xml.ts';
import type { Book, Chapter, Place } from './book.ts';
import { xhtmlDocument } from './document.ts';
import { bookText } from './xhtml.ts';

const link = (href: string, label: string, type?: string): Markup =>
  element('a', { 'epub:type': type, href }, bookText(label));

/** A list of items; undefined if there are none. */
const list = (items: readonly Markup[]): Markup | undefined =>
  items.length === 0 ? undefined : element('ol', {}, ...items);

const listItem = (...content: (Markup | undefined)[]): Markup => element('li', {}, ...content);

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
export function navigationDocument(book: Book): string {
  const { chapters } = book;
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
    book.language,
    element(
      'main',
      {},
      element('h1', {}, 'Contents'),
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
