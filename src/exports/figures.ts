import type { Course, Figure } from '../course/types.ts';
import type { ContentDownload, ContentExporter } from './exporter.ts';

const ofEveryFigure = (
  { figures }: Course,
  extension: string,
  make: (figure: Figure) => ContentDownload['make'],
): ContentDownload[] =>
  figures.map((figure) => ({
    path: `/figures/${figure.id}.${extension}`,
    of: figure.path,
    title: figure.title,
    make: make(figure),
  }));

export const figureDrawing: ContentExporter = {
  id: 'figure-svg',
  label: 'Drawing (SVG)',
  type: 'image/svg+xml',
  shown: true,
  list: (course) =>
    ofEveryFigure(course, 'svg', (figure) => async (context) => {
      const { figureSvg } = await import('./drawing-file.ts');
      return figureSvg(figure, context);
    }),
};

export const figurePicture: ContentExporter = {
  id: 'figure-png',
  label: 'Picture (PNG)',
  type: 'image/png',
  shown: true,
  list: (course) =>
    ofEveryFigure(course, 'png', (figure) => async (context) => {
      const { figurePng } = await import('./drawing-file.ts');
      return figurePng(figure, context);
    }),
};
