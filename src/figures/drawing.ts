import type { Course, Figure } from '../course/types.ts';

/**
 * An SVG drawing for a page or a file. `body` is the inner markup. Its colors, lines and type come only from the classes
 * of `figures.css`, so that one drawing serves light, dark, print and files; it has no `style` attributes, because the
 * site's Content-Security-Policy blocks them.
 */
export interface Drawing {
  /** Width of the view box, in pixels at full size. */
  width: number;
  height: number;
  body: string;
  /** Where a reader moves a point (`<plot-point>`). */
  plot?: Plot;
}

/** A square of four fields in a drawing, with its axes; without `y`, a line of fields along its top. */
export interface Plot {
  left: number;
  top: number;
  size: number;
  /** Names of what grows to the right and upward. */
  x: string;
  y?: string;
  /** Degrees by which the point at an end turns the part of the class `tilts`, around the middle of the line. */
  tilt?: number;
  /** What each field is, from the bottom left to the top right. */
  states: readonly string[];
}

/** Draws a figure from the content; `link` turns a path of the site into an address, with the base path. */
export type Draw = (figure: Figure, course: Course, link: (path: string) => string) => Drawing;

/** The module of a figure, `figures/<id>.ts` in the content folder, beside the words and data of the figure. */
export interface FigureModule {
  draw: Draw;
  /**
   * The drawing without marks and labels, for the home page, covers and previews: SVG that fills the box from x = 30 to
   * 690 and from y = 4 to 396. Required if `picture` in course.yaml names the figure.
   */
  scene?: () => string;
}

/** The table of a figure that is drawn from one. @throws if the figure has none */
export function tableOf(figure: Figure): NonNullable<Figure['table']> {
  if (figure.table === undefined)
    throw new Error(`The figure "${figure.id}" has no table to draw. Remedy: add \`table\` to its file.`);
  return figure.table;
}

/** A coordinate rounded to one decimal, to save bytes. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

/** Measures the width of a text, in units of its type size. */
export type Measure = (text: string) => number;

/** Breaks a text into lines of at most `width`, by default in characters, because SVG does not wrap text. */
export function linesOf(text: string, width: number, measure: Measure = ({ length }) => length): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Position of a two-by-two grid in its drawing; `size` is the side of one square. */
export const GRID = { size: 178, left: 50, top: 12 } as const;

/** The position of two scores (0 to 100) in the drawing: that of the first side upward, that of the second to the right. */
export function gridPoint(first: number, second: number): { x: number; y: number } {
  const { size, left, top } = GRID;
  return { x: left + (second / 100) * 2 * size, y: top + (1 - first / 100) * 2 * size };
}
