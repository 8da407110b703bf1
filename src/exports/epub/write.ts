import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveTokens } from '../../figures/file.ts';
import { cachedPng, renderPng } from '../../figures/png.ts';
import { bookCover, COVER } from '../../figures/social/book-cover.ts';
import { sidesBookCss } from '../../styles/sides-css.ts';
import { zip } from '../../utils/zip.ts';
import { BOOK_FILES, type Book } from './book.ts';
import { chapterDocument, coverDocument } from './document.ts';
import { navigationDocument } from './navigation.ts';
import { CONTAINER, packageDocument } from './package.ts';

/** Files of a book that are not made from its chapters: style sheet, cover, font. */
type BookAssets = Record<keyof typeof BOOK_FILES, string | Uint8Array>;

/** A source file. Builds start in the project's folder. */
const file = (path: string): string => join(process.cwd(), 'src', path);
const read = (path: string): string => readFileSync(file(path), 'utf8');

/** The style sheet, cover and font of the book. */
export async function bookAssets(
  title: string,
  subtitle: string,
  foot: string,
  scene: string | undefined,
): Promise<BookAssets> {
  const tokens = read('styles/tokens.css');
  const drawings = read('figures/figures.css');
  const cover = bookCover(title, subtitle, foot, scene, resolveTokens(drawings, tokens));
  return {
    sheet: resolveTokens(`${read('exports/epub/book.css')}\n${sidesBookCss()}\n${drawings}`, tokens),
    cover: await cachedPng(`${COVER.width} ${cover}`, () => renderPng(cover, COVER.width)),
    face: readFileSync(file('assets/fonts/display.woff2')),
  };
}

/** A book as an EPUB file: a zip whose first entry, uncompressed, is its media type. */
export function epubFile(book: Book, assets: BookAssets): Uint8Array<ArrayBuffer> {
  const inside = (name: string): string => `EPUB/${name}`;
  return zip(
    [
      ['mimetype', 'application/epub+zip'],
      ['META-INF/container.xml', CONTAINER],
      [inside('content.opf'), packageDocument(book)],
      [inside('nav.xhtml'), navigationDocument(book)],
      [inside('cover.xhtml'), coverDocument(book)],
      ...book.chapters.map((chapter) => [inside(chapter.file), chapterDocument(chapter, book)] as const),
      [inside(BOOK_FILES.sheet), assets.sheet],
      [inside(BOOK_FILES.cover), assets.cover],
      [inside(BOOK_FILES.face), assets.face],
    ],
    book.updated,
    new Set(['mimetype']),
  );
}
