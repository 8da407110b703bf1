import type { Comparison, ComparisonRow, Figure } from '../course/types.ts';
import type { Drawing } from '../figures/drawing.ts';
import { drawFigure } from '../figures/figures.ts';
import css from '../figures/figures.css?raw';
import { resolveTokens, standaloneSvg } from '../figures/file.ts';
import { cachedPng, renderPng } from '../figures/png.ts';
import cardCss from '../figures/social/comparison-card.css?raw';
import { drawComparisonCard } from '../figures/social/comparison-card.ts';
import { LICENSE, SITE_NAME } from '../site.ts';
import tokens from '../styles/tokens.css?raw';
import type { ExportContext } from './exporter.ts';

/** Width of a picture for slides, in pixels. */
const SLIDE_WIDTH = 1920;

const figureStyle = resolveTokens(css, tokens);
const cardStyle = figureStyle + resolveTokens(cardCss, tokens);

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

/** A figure as SVG. */
export const figureSvg = (figure: Figure, { course, absolute, lasting }: ExportContext): string =>
  svgFile(drawFigure(figure, course, absolute), figureStyle, {
    title: figure.title,
    description: figure.alt,
    address: lasting(figure),
  });

/** A figure as PNG. */
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

/** A card as PNG. */
export const cardPng = (card: Card, context: ExportContext): Promise<Uint8Array<ArrayBuffer>> =>
  slidePicture(cardSvg(card, context));
