import cardCss from '../figures/social/comparison-card.css?raw';
import type { Drawing } from '../figures/drawing.ts';
import { resolveTokens, standaloneSvg } from '../figures/file.ts';
import css from '../figures/figures.css?raw';
import { keptPng, renderPng } from '../figures/png.ts';
import tokens from '../styles/tokens.css?raw';
import { LICENSE, SITE_NAME } from '../site.ts';

/** Pixels across a slide. */
export const SLIDE_WIDTH = 1920;

const figureStyle = resolveTokens(css, tokens);
const cardStyle = figureStyle + resolveTokens(cardCss, tokens);

/** What a file of a drawing says of it. */
interface Words {
  title: string;
  description: string;
  /** The whole address of what is drawn, for the credit. */
  address: string;
}

const file = (drawing: Drawing, style: string, { title, description, address }: Words): string =>
  standaloneSvg(drawing, style, {
    title,
    description,
    credit: [`${title}. ${SITE_NAME}, ${LICENSE.name}.`, address],
  });

/** A figure as a file that stands alone, with its credit. */
export const figureFile = (drawing: Drawing, words: Words): string => file(drawing, figureStyle, words);

/** The card of a table as such a file. */
export const cardFile = (drawing: Drawing, words: Words): string => file(drawing, cardStyle, words);

/** Such a file as a picture, as wide as a slide. */
export const slidePicture = (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
  keptPng(`${SLIDE_WIDTH} ${svg}`, () => renderPng(svg, SLIDE_WIDTH));
