import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { sheetsOf } from '../../src/teaching/guides/blocks.ts';
import { smartQuotes } from '../../src/utils/quotes.ts';
import { realCourse } from '../fixtures/real-course.ts';
import { NO_VALIDATOR, officeErrors } from '../support/office.ts';
import { oneOfEach } from '../support/test-all.ts';

const { lessons } = realCourse();
const validated = oneOfEach(lessons, () => 'kit');

for (const lesson of lessons) {
  const { guide } = lesson;
  if (guide === undefined) continue;

  test.describe(lesson.id, () => {
    const files = (): Map<string, Uint8Array> =>
      new Map(
        Object.entries(unzipSync(readFileSync(`dist${guide.path}kit.zip`))).map(([name, content]) => [
          name.slice(name.indexOf('/') + 1),
          content,
        ]),
      );
    const documents = (): [string, Uint8Array][] => [...files()].filter(([name]) => name.endsWith('.docx'));
    /** The text of a document, its paragraphs on lines of their own. */
    const textOf = (content: Uint8Array | undefined): string =>
      strFromU8(unzipSync(content ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array())
        .replaceAll('</w:p>', '\n')
        .replace(/<[^>]*>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&quot;', '"');

    test('its README names every file, and no other', () => {
      const all = files();
      const readme = strFromU8(all.get('README.txt') ?? new Uint8Array());
      const named = [...readme.matchAll(/^(\d-[\w./-]+)$/gm)].map(([, name = '']) => name.trim());
      const there = [...all.keys()]
        .filter((name) => name !== 'README.txt')
        .map((name) => name.replace(/\/.*/, '/'));
      expect([...new Set(there)].sort()).toEqual(named.sort());
    });

    test('guide, sheets, handout, lists and statement can be changed in Word', () => {
      const made = new Map(documents().map(([name, content]) => [basename(name), content]));
      expect([...made.keys()].sort()).toEqual([
        'attendance.docx',
        'evaluation.docx',
        'guide.docx',
        'handout.docx',
        'sheets.docx',
        'statement.docx',
      ]);
      // Who reads a statement sees that it is no certificate.
      expect(textOf(made.get('statement.docx'))).toContain('no certificate');
      // What people hold in their hands is there to print: cards, strips, forms, and the lists of every session.
      const printed = textOf(made.get('sheets.docx'));
      for (const { title } of sheetsOf(lesson, guide)) expect(printed).toContain(title);
      for (const sheet of guide.exercises.flatMap(({ sheets }) => sheets))
        if (sheet.kind === 'cards')
          for (const { front } of sheet.cards) expect(printed).toContain(smartQuotes(front));
      const text = textOf(made.get('guide.docx'));
      for (const { steps } of guide.exercises)
        expect(text.split('\n').filter((line) => /^\d+\. /.test(line)).length).toBeGreaterThan(steps.length);
      // Answers stay with the facilitator.
      expect(textOf(made.get('handout.docx'))).not.toContain('Not this one.');
      expect(text).toContain('Not this one.');
    });

    if (!validated.includes(lesson)) return;
    test("Microsoft's own validator finds no error in its documents", async () => {
      test.skip(NO_VALIDATOR !== undefined, NO_VALIDATOR);
      const folder = mkdtempSync(join(tmpdir(), 'kit-'));
      try {
        for (const [name, content] of documents()) {
          const file = join(folder, basename(name));
          writeFileSync(file, content);
          expect(await officeErrors(file), name).toEqual([]);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
