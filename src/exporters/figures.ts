import { resolveTokens, standaloneSvg } from '../figures/file.ts';
import css from '../figures/figures.css?raw';
import { drawFigure } from '../figures/figures.ts';
import { keptPng, renderPng } from '../figures/png.ts';
import type { Course, Figure } from '../lib/course-types.ts';
import tokens from '../styles/tokens.css?raw';
import type { ContentDownload, ContentExporter, ExportContext, FileContent } from './exporter.ts';

/** Pixels across a slide. */
export const SLIDE_WIDTH = 1920;

/** A figure as a drawing that stands alone, with its credit. */
export const figureSvg = (figure: Figure, { course, absolute }: ExportContext): string =>
  standaloneSvg(drawFigure(figure, course, absolute), resolveTokens(css, tokens), {
    title: figure.title,
    description: figure.alt,
    credit: [`${figure.title}. Blueprint & Build, CC BY 4.0.`, absolute(figure.path)],
  });

/** The same as a picture. */
export function figurePng(figure: Figure, context: ExportContext): Promise<Uint8Array<ArrayBuffer>> {
  const svg = figureSvg(figure, context);
  return keptPng(`${SLIDE_WIDTH} ${svg}`, () => renderPng(svg, SLIDE_WIDTH));
}

const ofEveryFigure = (
  { figures }: Course,
  extension: string,
  make: (figure: Figure, context: ExportContext) => FileContent | Promise<FileContent>,
): ContentDownload[] =>
  figures.map((figure) => ({
    path: `/figures/${figure.id}.${extension}`,
    of: figure.path,
    title: figure.title,
    make: (context) => make(figure, context),
  }));

export const figureDrawing: ContentExporter = {
  id: 'figure-svg',
  label: 'Drawing (SVG)',
  type: 'image/svg+xml',
  shown: true,
  list: (course) => ofEveryFigure(course, 'svg', figureSvg),
};

export const figurePicture: ContentExporter = {
  id: 'figure-png',
  label: 'Picture (PNG)',
  type: 'image/png',
  shown: true,
  list: (course) => ofEveryFigure(course, 'png', figurePng),
};
