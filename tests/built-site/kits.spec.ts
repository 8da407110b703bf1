import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { sheetsOf } from '../../src/teaching/guides/blocks.ts';
import { shortCitation } from '../../src/course/citations.ts';
import { markOf } from '../../src/course/questions.ts';
import { smartQuotes } from '../../src/utils/quotes.ts';
import { realCourse } from '../fixtures/real-course.ts';
import { NO_VALIDATOR, officeErrors } from '../support/office.ts';
import { oneOfEach } from '../support/test-all.ts';

const { lessons } = realCourse();
const validated = oneOfEach(lessons, () => 'kit');

for (const lesson of lessons) {
  const { guide } = lesson;
  if (guide === undefined) continue;

  test(`the kit of ${lesson.id} has what its README names, to be changed in Word`, async () => {
    const files = new Map(
      Object.entries(unzipSync(readFileSync(`dist${guide.path}kit.zip`))).map(([name, content]) => [
        name.slice(name.indexOf('/') + 1),
        content,
      ]),
    );
    const documents = [...files].filter(([name]) => name.endsWith('.docx'));
    /** The text of a document, its paragraphs on lines of their own. */
    const textOf = (content: Uint8Array | undefined): string =>
      strFromU8(unzipSync(content ?? new Uint8Array())['word/document.xml'] ?? new Uint8Array())
        .replaceAll('</w:p>', '\n')
        .replace(/<[^>]*>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&quot;', '"');

    const readme = strFromU8(files.get('README.txt') ?? new Uint8Array());
    const named = [...readme.matchAll(/^(\d-[\w./-]+)$/gm)].map(([, name = '']) => name.trim());
    const there = [...files.keys()]
      .filter((name) => name !== 'README.txt')
      .map((name) => name.replace(/\/.*/, '/'));
    expect([...new Set(there)].sort()).toEqual(named.sort());

    const made = new Map(documents.map(([name, content]) => [basename(name), content]));
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
    // The handout is what is on paper: the lesson, its questions with letters and numbers, its works.
    const handout = textOf(made.get('handout.docx'));
    for (const { text: aim } of lesson.objectives) expect(handout).toContain(smartQuotes(aim));
    for (const { kind, prompt, ...question } of lesson.checks) {
      expect(handout).toContain(smartQuotes(prompt));
      const options =
        'options' in question ? question.options : 'statements' in question ? question.statements : [];
      for (const [index, option] of options.entries())
        expect(handout).toContain(`${markOf(kind, index)} ${smartQuotes(option.text)}`);
    }
    for (const source of lesson.sources) expect(handout).toContain(shortCitation(source));
    expect(handout).not.toContain('"');
    // Answers stay with the facilitator.
    expect(handout).not.toContain('Not this one.');
    expect(text).toContain('Not this one.');

    if (!validated.includes(lesson)) return;
    // Microsoft's own validator finds no error.
    test.skip(NO_VALIDATOR !== undefined, NO_VALIDATOR);
    const folder = mkdtempSync(join(tmpdir(), 'kit-'));
    try {
      for (const [name, content] of documents) {
        const file = join(folder, basename(name));
        writeFileSync(file, content);
        expect(await officeErrors(file), name).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
