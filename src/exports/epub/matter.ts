import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookCover, COVER } from '../../figures/social/book-cover.ts';
import { resolveTokens } from '../../figures/file.ts';
import { keptPng, renderPng } from '../../figures/png.ts';
import { sidesBookCss } from '../../styles/sides-css.ts';
import type { BookMatter } from './write.ts';

/** A file of the project. Builds start in its folder. */
const file = (path: string): string => join(process.cwd(), 'src', path);
const read = (path: string): string => readFileSync(file(path), 'utf8');

/** The style sheet, the cover and the face of the book. */
export async function bookMatter(
  title: string,
  subtitle: string,
  foot: string,
  scene: string | undefined,
): Promise<BookMatter> {
  const tokens = read('styles/tokens.css');
  const drawings = read('figures/figures.css');
  const cover = bookCover(title, subtitle, foot, scene, resolveTokens(drawings, tokens));
  return {
    sheet: resolveTokens(`${read('exports/epub/book.css')}\n${sidesBookCss()}\n${drawings}`, tokens),
    cover: await keptPng(`${COVER.width} ${cover}`, () => renderPng(cover, COVER.width)),
    face: readFileSync(file('assets/fonts/display.woff2')),
  };
}
