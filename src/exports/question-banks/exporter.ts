import type { Course, Lesson } from '../../course/types.ts';
import { bankOf, type Bank } from './bank.ts';
import { gift } from './gift.ts';
import { moodleXml } from './moodle.ts';
import { qtiFiles } from './qti.ts';
import { addressesOf } from '../site-addresses.ts';
import type { ContentDownload, ContentExporter, FileContent } from '../exporter.ts';
import { zip } from '../../utils/zip.ts';

/** A bank for each lesson, and one of them all. */
function banks(
  { lessons }: Course,
  name: string,
  write: (bank: Bank, updated: Date) => FileContent,
): ContentDownload[] {
  const bank = (path: string, title: string, of: readonly Lesson[]): ContentDownload => ({
    path: `${path}${name}`,
    of: path,
    title,
    make: (context) =>
      write(
        bankOf(title, of, addressesOf(context), context.edition?.number),
        new Date(Math.max(...of.map(({ updated }) => updated.getTime()))),
      ),
  });
  return [
    ...lessons.map((lesson) => bank(lesson.path, lesson.title, [lesson])),
    bank('/lessons/', 'All lessons', lessons),
  ];
}

export const moodleQuestions: ContentExporter = {
  id: 'questions-moodle',
  label: 'Questions (Moodle XML)',
  type: 'application/xml',
  list: (course) => banks(course, 'questions.moodle.xml', moodleXml),
};

export const giftQuestions: ContentExporter = {
  id: 'questions-gift',
  label: 'Questions (GIFT)',
  type: 'text/plain',
  list: (course) => banks(course, 'questions.gift.txt', gift),
};

export const qtiQuestions: ContentExporter = {
  id: 'questions-qti',
  label: 'Questions (QTI 1.2)',
  type: 'application/zip',
  list: (course) => banks(course, 'questions.qti.zip', (bank, updated) => zip(qtiFiles(bank), updated)),
};
