import { bibtex, ris } from './citations.ts';
import { card, cardPicture, csvTable, markdownTable } from './tables.ts';
import { courseJson } from './course-json/exporter.ts';
import type { ContentExporter } from './exporter.ts';
import { figureDrawing, figurePicture } from './figures.ts';
import { markdownLessons } from './markdown/exporter.ts';
import { giftQuestions, moodleQuestions, qtiQuestions } from './question-banks/exporter.ts';
import { qrCode, qrPicture } from './qr/exporter.ts';
import { slides } from './pptx/exporter.ts';

/** Every exporter that works from the content; a new one is added here. */
export const CONTENT_EXPORTERS: readonly ContentExporter[] = [
  figureDrawing,
  figurePicture,
  qrCode,
  qrPicture,
  bibtex,
  ris,
  slides,
  csvTable,
  markdownTable,
  card,
  cardPicture,
  moodleQuestions,
  giftQuestions,
  qtiQuestions,
  markdownLessons,
  courseJson,
];
