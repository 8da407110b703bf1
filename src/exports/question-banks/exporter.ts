import type { Course, Lesson } from '../../course/types.ts';
import type { Bank } from './bank.ts';
import { addressesOf } from '../addresses.ts';
import type { ContentDownload, ContentExporter, FileContent } from '../exporter.ts';
import { latest } from '../../utils/dates.ts';

/** A bank for each lesson, and one for all. */
function banks(
  { lessons }: Course,
  name: string,
  write: (bank: Bank, updated: Date) => Promise<FileContent>,
): ContentDownload[] {
  const bank = (path: string, title: string, of: readonly Lesson[]): ContentDownload => ({
    path: `${path}${name}`,
    of: path,
    title,
    make: async (context) => {
      const { bankOf } = await import('./bank.ts');
      const { edition } = context;
      return write(
        bankOf(title, of, addressesOf(context), edition?.number),
        latest(of.map(({ updated }) => updated)),
      );
    },
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
  list: (course) =>
    banks(course, 'questions.moodle.xml', async (bank) => {
      const { moodleXml } = await import('./moodle.ts');
      return moodleXml(bank);
    }),
};

export const giftQuestions: ContentExporter = {
  id: 'questions-gift',
  label: 'Questions (GIFT)',
  type: 'text/plain',
  list: (course) =>
    banks(course, 'questions.gift.txt', async (bank) => {
      const { gift } = await import('./gift.ts');
      return gift(bank);
    }),
};

export const qtiQuestions: ContentExporter = {
  id: 'questions-qti',
  label: 'Questions (QTI 1.2)',
  type: 'application/zip',
  list: (course) =>
    banks(course, 'questions.qti.zip', async (bank, updated) => {
      const { qtiPackage } = await import('./qti.ts');
      return qtiPackage(bank, updated);
    }),
};
