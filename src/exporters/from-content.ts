import { bibtex, ris } from './citations.ts';
import type { ContentExporter } from './exporter.ts';
import { figureDrawing, figurePicture } from './figures.ts';
import { qrCode, qrPicture } from './qr-codes.ts';
import { slides } from './slides.ts';

/** Every exporter that works from the content; a new one is added here. */
export const CONTENT_EXPORTERS: readonly ContentExporter[] = [
  figureDrawing,
  figurePicture,
  qrCode,
  qrPicture,
  bibtex,
  ris,
  slides,
];
