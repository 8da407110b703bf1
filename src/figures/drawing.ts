import type { Course, Figure } from '../course/types.ts';

/**
 * An SVG drawing, ready to stand in a page or in a file. `body` is the inner markup. Its colors, lines and
 * type come only from the classes of `figures.css`, so that one drawing serves light, dark, print and files;
 * it has no `style` attribute, because the site's Content-Security-Policy refuses those.
 */
export interface Drawing {
  /** Of the view box, in pixels at full size. */
  width: number;
  height: number;
  body: string;
}

/** Draws a figure from the content; `link` turns a path of the site into an address, with the base path. */
export type Draw = (figure: Figure, course: Course, link: (path: string) => string) => Drawing;

/** The module of a figure, `figures/<id>.ts` in the content folder, beside the words and data of the figure. */
export interface FigureModule {
  draw: Draw;
  /**
   * The drawing without its marks and words, for the home page, covers and previews: SVG that fills the box from 30 to
   * 690 across and from 4 to 396 down. Needed where `picture` in course.yaml names the figure.
   */
  scene?: () => string;
}

/** The table of a figure that is drawn from one. */
export function tableOf(figure: Figure): NonNullable<Figure['table']> {
  if (figure.table === undefined)
    throw new Error(`The figure "${figure.id}" has no table to draw. Remedy: add \`table\` to its file.`);
  return figure.table;
}

/** A coordinate with at most one decimal, so that no bytes are spent on what no eye sees. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

/** Breaks a text into lines of at most `length` characters, for SVG does not. */
export function linesOf(text: string, length: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= length) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
