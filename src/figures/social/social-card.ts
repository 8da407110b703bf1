import { escapeHtml } from '../../utils/escape.ts';
import { linesOf } from '../drawing.ts';
import { SITE_NAME } from '../../site.ts';
import { paper, printedPng, type Paper } from '../png-file.ts';
import { renderPixels } from '../png.ts';

/** Width and height of a social image, in pixels. */
const CARD = { width: 1200, height: 630 } as const;

/** Position of the text on a card. Only this part is drawn for each page. */
export const WORDS = { left: 60, top: 70, width: 720, height: 430 } as const;

/** The text of a social card. */
export interface CardText {
  title: string;
  /** The kind of page: "Lesson 4 of 10", "Concept". */
  kind: string;
}

/** Long titles get a smaller font to fit the column. */
const TYPE = [
  { longest: 26, size: 76, line: 15 },
  { longest: 60, size: 58, line: 20 },
  { longest: Infinity, size: 44, line: 26 },
] as const;

const svg = (viewBox: string, css: string, inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" class="drawing"><style>${css}</style>${inner}</svg>`;

/**
 * The drawing sheet that every card is printed on, with the picture of the course.
 * @param foot one line about the course
 * @param scene the picture of the course, if it has one
 * @param css the drawings' style sheet, resolved by `resolveTokens`.
 */
export const cardSheet = (foot: string, scene: string | undefined, css: string): string =>
  svg(
    `0 0 ${CARD.width} ${CARD.height}`,
    css,
    `<rect class="sheet" width="${CARD.width}" height="${CARD.height}"/>${scene === undefined ? '' : `<g transform="translate(620 130) scale(0.74)">${scene}</g>`}<path class="ink" d="M40 40h1120v550H40zM40 510h1120"/><text font-size="30" x="80" y="560">${escapeHtml(SITE_NAME)}</text><text class="muted end" font-size="26" x="1120" y="560">${escapeHtml(foot)}</text>`,
  );

/** The page's text on the sheet: its title and kind. */
export function cardWords({ title, kind }: CardText, css: string): string {
  const { size, line } = TYPE.find(({ longest }) => title.length <= longest) ?? TYPE[2];
  const lines = linesOf(title, line);
  const top = 300 - ((lines.length - 1) * size * 1.1) / 2;
  const text = lines
    .map(
      (part, index) =>
        `<tspan x="80" y="${Math.round(top + index * size * 1.1)}">${escapeHtml(part)}</tspan>`,
    )
    .join('');
  return svg(
    `${WORDS.left} ${WORDS.top} ${WORDS.width} ${WORDS.height}`,
    css,
    `<text class="muted" font-size="30" x="80" y="110">${escapeHtml(kind)}</text><text font-size="${size}">${text}</text>`,
  );
}

/** The drawings of a card: the sheet, and the words that are printed on it. */
interface CardDrawings {
  sheet: string;
  words: string;
}

const sheets = new Map<string, Promise<Paper>>();

/**
 * Prints a card as PNG. The sheet is the same for all cards and is drawn once: a card takes 35 ms, while the renderer's
 * `asPng` of the whole card takes 190 ms and makes a file that is half as large again.
 */
export async function printCard({ sheet, words }: CardDrawings): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = sheets.get(sheet) ?? renderPixels(sheet, CARD.width).then(paper);
  sheets.set(sheet, drawn);
  return printedPng(await drawn, await renderPixels(words, WORDS.width), WORDS);
}
