import { bibtex, ris } from './citations.ts';
import { card, cardPicture, csvTable, markdownTable } from './comparisons.ts';
import { courseJson } from './course-file.ts';
import type { ContentExporter } from './exporter.ts';
import { figureDrawing, figurePicture } from './figures.ts';
import { markdownLessons } from './lesson-markdown.ts';
import { giftQuestions, moodleQuestions, qtiQuestions } from './question-banks.ts';
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
