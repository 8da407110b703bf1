import { settings } from '../build/settings.ts';
import { bibtex, ris } from './citations.ts';
import { courseJson } from './course-json/exporter.ts';
import { entryMarkdown, entryTwee, paperDocx } from './entries/exporter.ts';
import { epub } from './epub/exporter.ts';
import type { ContentExporter, PageExporter } from './exporter.ts';
import { figureDrawing, figurePicture } from './figures.ts';
import { kit } from './kit/exporter.ts';
import { PACKAGE_EXPORTERS } from './lms/exporter.ts';
import { markdownLessons } from './markdown/exporter.ts';
import { entryPdf, lessonPdf, workbookPdf } from './pdf/exporter.ts';
import { slides } from './pptx/exporter.ts';
import { qrCode, qrPicture } from './qr/exporter.ts';
import { giftQuestions, moodleQuestions, qtiQuestions } from './question-banks/exporter.ts';
import { card, cardPicture, csvTable, markdownTable } from './tables.ts';
import { usbZip } from './usb-zip/exporter.ts';

/** Every exporter that works from the content; add new ones here. */
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
  entryMarkdown,
  paperDocx,
  entryTwee,
  courseJson,
];

/** Every exporter that works from built pages; add new ones here. */
export const PAGE_EXPORTERS: readonly PageExporter[] = [
  lessonPdf,
  workbookPdf,
  entryPdf,
  // After the files that it takes.
  kit,
  epub,
  ...PACKAGE_EXPORTERS,
  usbZip,
];

/** The page exporters that this build uses: those that can run on this machine, or none. */
export const availableExporters = (): readonly PageExporter[] =>
  settings.exports === 'none' ? [] : PAGE_EXPORTERS.filter(({ missing }) => missing?.() === undefined);

/** The page exporters that cannot run on this machine, with the reasons. */
export const unavailableExporters = (): { label: string; reason: string }[] =>
  PAGE_EXPORTERS.flatMap(({ label, missing }) => {
    const reason = missing?.();
    return reason === undefined ? [] : [{ label, reason }];
  });
