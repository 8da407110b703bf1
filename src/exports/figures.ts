import { drawFigure } from '../figures/figures.ts';
import type { Course, Figure } from '../course/types.ts';
import { figureFile, slidePicture } from './drawing-file.ts';
import type { ContentDownload, ContentExporter, ExportContext, FileContent } from './exporter.ts';

/** A figure as a drawing that stands alone, with its credit. */
export const figureSvg = (figure: Figure, { course, absolute }: ExportContext): string =>
  figureFile(drawFigure(figure, course, absolute), {
    title: figure.title,
    description: figure.alt,
    address: absolute(figure.path),
  });

/** The same as a picture. */
export const figurePng = (figure: Figure, context: ExportContext): Promise<Uint8Array<ArrayBuffer>> =>
  slidePicture(figureSvg(figure, context));

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
