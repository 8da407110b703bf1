import { zip } from '../../utils/zip.ts';
import { BOOK_FILES, type Book } from './book.ts';
import { chapterDocument, coverDocument } from './document.ts';
import { navigationDocument } from './navigation.ts';
import { CONTAINER, packageDocument } from './package.ts';

/** Files of a book that are not made of its chapters. */
export type BookMatter = Record<keyof typeof BOOK_FILES, string | Uint8Array>;

/** A book as an EPUB file: an archive whose first entry names its type, uncompressed. */
export function epub(book: Book, matter: BookMatter): Uint8Array<ArrayBuffer> {
  const inside = (name: string): string => `EPUB/${name}`;
  return zip(
    [
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', CONTAINER],
      [inside('content.opf'), packageDocument(book)],
      [inside('nav.xhtml'), navigationDocument(book)],
      [inside('cover.xhtml'), coverDocument(book)],
      ...book.chapters.map((chapter) => [inside(chapter.file), chapterDocument(chapter, book)] as const),
      [inside(BOOK_FILES.sheet), matter.sheet],
      [inside(BOOK_FILES.cover), matter.cover],
      [inside(BOOK_FILES.face), matter.face],
    ],
    book.updated,
    new Set(['mimetype']),
  );
}
