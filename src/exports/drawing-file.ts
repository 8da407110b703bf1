import { encode } from 'uqr';
import type { Comparison, ComparisonRow, Figure } from '../course/types.ts';
import type { Drawing } from '../figures/drawing.ts';
import { drawFigure } from '../figures/figures.ts';
import css from '../figures/figures.css?raw';
import { resolveTokens, standaloneSvg } from '../figures/file.ts';
import { squaresPng } from '../figures/png-file.ts';
import { cachedPng, renderPng } from '../figures/png.ts';
import { drawComparisonCard } from '../figures/social/comparison-card.ts';
import { LICENSE, SITE_NAME } from '../site.ts';
import tokens from '../styles/tokens.css?raw';
import type { ExportContext } from './exporter.ts';

/** Width of a picture for slides, in pixels. */
const SLIDE_WIDTH = 1920;

const figureStyle = resolveTokens(css, tokens);
/** The cells of a card are text. */
const cardStyle = figureStyle + resolveTokens('.drawing .cell { font-family: var(--font-text); }', tokens);

/** Texts in the file of a drawing. */
interface Words {
  title: string;
  description: string;
  /** The absolute address of the subject, for the credit. */
  address: string;
}

/** A drawing as a standalone file with its credit. */
const svgFile = (drawing: Drawing, style: string, { title, description, address }: Words): string =>
  standaloneSvg(drawing, style, {
    title,
    description,
    credit: [`${title}. ${SITE_NAME}, ${LICENSE.name}.`, address],
  });

/** A standalone drawing as a picture for slides. */
const slidePicture = (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
  cachedPng(`${SLIDE_WIDTH} ${svg}`, () => renderPng(svg, SLIDE_WIDTH));

export const figureSvg = (figure: Figure, { course, absolute, lasting }: ExportContext): string =>
  svgFile(drawFigure(figure, course, absolute), figureStyle, {
    title: figure.title,
    description: figure.alt,
    address: lasting(figure),
  });

export const figurePng = (figure: Figure, context: ExportContext): Promise<Uint8Array<ArrayBuffer>> =>
  slidePicture(figureSvg(figure, context));

/** One of the cards that a table fills. */
export interface Card {
  comparison: Comparison;
  /** Its position among several cards, for the title: " (1 of 2)"; empty for a single card. */
  position: string;
  rows: ComparisonRow[];
}

/** A card as SVG. Its description repeats its text, row by row. */
export function cardSvg({ comparison, position, rows }: Card, { lasting }: ExportContext): string {
  const title = comparison.title + position;
  const texts = rows.map(
    ({ dimension, cells }) =>
      `${dimension}. ${comparison.sides.map(({ id, label }) => `${label}: ${cells[id] ?? ''}`).join(' ')}`,
  );
  return svgFile(drawComparisonCard(comparison, title, rows), cardStyle, {
    title,
    description: [comparison.caption, ...texts].join(' '),
    address: lasting(comparison),
  });
}

export const cardPng = (card: Card, context: ExportContext): Promise<Uint8Array<ArrayBuffer>> =>
  slidePicture(cardSvg(card, context));

/** Width of the white border in modules, as the standard requires (ISO/IEC 18004). */
const QUIET = 4;

/** Pixels of a module. The picture is about a thousand pixels wide: sharp at half the height of a slide. */
const MODULE_PIXELS = 24;

/** The modules of a QR code with its white border, row by row: `true` is black. */
const qrModules = (text: string): boolean[][] =>
  // Level "M" is readable with a seventh of the code hidden, for example where a projector cuts an edge.
  encode(text, { ecc: 'M', border: QUIET }).data;

/** A QR code as SVG. It is black on white in every color scheme, as cameras expect. */
export function qrSvg(text: string): string {
  const data = qrModules(text);
  const size = data.length;
  // One stroke for neighbors in a row takes a tenth of the bytes of a square for each module.
  const strokes = data
    .flatMap((line, y) => {
      const found: string[] = [];
      for (let x = 0; x < size; x += 1) {
        if (line[x] !== true) continue;
        const from = x;
        while (line[x + 1] === true) x += 1;
        found.push(`M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`);
      }
      return found;
    })
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 8}" height="${size * 8}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${strokes}"/></svg>\n`;
}

export const qrPng = (text: string): ReturnType<typeof squaresPng> =>
  squaresPng(qrModules(text), MODULE_PIXELS);
