import { expect, test } from 'vitest';
import fc from 'fast-check';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { zip } from '../../utils/zip.ts';
import { buildCourse } from '../../../tests/support/course.ts';
import { BESIDES, SIDES } from '../../site.ts';
import type { Lesson, Question } from '../../course/types.ts';
import { bankOf, optionWeights, type Bank } from './bank.ts';
import { gift } from './gift.ts';
import { moodleXml } from './moodle.ts';
import { qtiFiles } from './qti.ts';
import { comment, xml, xmlDocument } from '../../utils/xml.ts';
import { rawCourse } from '../../../tests/fixtures/raw-course.ts';
import { realCourse } from '../../../tests/fixtures/real-course.ts';
import {
  readGift,
  readMoodle,
  readPackage,
  readQti,
  textOf,
  type ReadQuestion,
} from '../../../tests/support/question-readers.ts';

const addresses = {
  absolute: (path: string) => `https://x.example${path}`,
  lasting: ({ path, fragment = '' }: { path: string; fragment?: string }) =>
    `https://x.example/go${path}${fragment}/`,
};

const EDITION = { number: '1.0', date: new Date('2026-11-28'), summary: 'The first.', changes: [] };

function bankWith(questions: Question[]): Bank {
  const course = buildCourse(rawCourse());
  const [lesson] = course.lessons;
  const changed: Lesson[] = lesson === undefined ? [] : [{ ...lesson, questions }];
  return bankOf('A lesson', changed, { ...addresses, course, edition: EDITION });
}

const readers: [format: string, read: (bank: Bank) => ReadQuestion[]][] = [
  ['Moodle XML', (bank) => readMoodle(moodleXml(bank))],
  ['GIFT', (bank) => readGift(gift(bank))],
  ['QTI', (bank) => readQti([...qtiFiles(bank).values()].at(-1) ?? '')],
];

/** Texts that a format could take for its own signs. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...String.raw`-> [plain] %50% #### # :: : { } = ~ \ \n \: //`.split(' '),
        ...`&amp; &#61; &&058; <b> </p> ]]> -- --> " ' $CATEGORY:`.split(' '),
        ...['\n\n', '\r\n', '\u2028'],
      ),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  // The schemas trim texts, and refuse empty ones. What is no character of XML can stand in no file.
  .map((text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').trim())
  .filter((text) => text !== '');

const shared = {
  prompt: hostile,
  explains: fc.constant('#point'),
  objective: fc.constant('name-it'),
  level: fc.constant('apply' as const),
};
const options = fc.array(fc.record({ text: hostile, feedback: hostile }), { minLength: 3, maxLength: 5 });
const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  fc.record({ ...shared, options }).map(({ options: all, ...question }) => ({
    ...question,
    id: 'q-one',
    kind: 'single' as const,
    options: all.map((option, index) => ({ ...option, correct: index === 1 })),
  })),
  fc.record({ ...shared, options }).map(({ options: all, ...question }) => ({
    ...question,
    id: 'q-several',
    kind: 'multiple' as const,
    options: all.map((option, index) => ({ ...option, correct: index !== 1 })),
  })),
  fc.record({ ...shared, options }).map(({ options: all, ...question }) => ({
    ...question,
    id: 'q-sort',
    kind: 'sort' as const,
    statements: all.map((option, index) => ({
      ...option,
      side: [...SIDES, ...BESIDES][index % 4]?.id ?? '',
    })),
    offers: ['both' as const, 'neither' as const],
  })),
  fc.record({ ...shared, answer: hostile, points: options }).map((question) => ({
    ...question,
    id: 'q-recall',
    kind: 'recall' as const,
  })),
);

/** Where a learner chooses: each answer with whether it is right, or with its side. */
const expected = (question: Question): { text: string; right: string; feedback: string }[] => {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text, correct, feedback }) => ({
        text,
        right: String(correct),
        feedback,
      }));
    case 'sort':
      return question.statements.map(({ text, side }) => ({
        text,
        right: [...SIDES, ...BESIDES].find(({ id }) => id === side)?.label ?? '',
        feedback: '',
      }));
    case 'recall':
      return [];
  }
};

const rightness = (value: string): string =>
  /^-?[\d.]+$/.test(value)
    ? String(Number(value) > 0)
    : /right|wrong/.test(value)
      ? String(value === 'right')
      : value;

/** A name as it is read: on one line, without marks of no width. */
const asRead = (name: string): string => name.replace(/\s+/g, ' ').replaceAll('\u2060', '');

for (const [format, read] of readers) {
  test(`any text comes back from ${format} as it was written`, () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const [found, ...others] = read(bankWith([question]));
        expect(others).toEqual([]);
        expect(found?.kind).toBe(question.kind);
        expect(found?.id).toBe(question.id);
        expect(textOf(found?.prompt ?? '')).toBe(question.prompt);
        expect(asRead(found?.name ?? '')).toBe(`1.1 ${asRead(question.prompt)}`);
        expect(
          found?.answers.map(({ text, value, feedback }) => ({
            text: textOf(text),
            right: rightness(value),
            feedback: textOf(feedback),
          })),
        ).toEqual(expected(question));
        // What has no place at the answers is in the remark.
        const remark = textOf(found?.remark ?? '');
        if (question.kind === 'sort')
          for (const { text, feedback } of question.statements) {
            expect(remark).toContain(text);
            expect(remark).toContain(feedback);
          }
        if (question.kind === 'recall')
          for (const text of [
            question.answer,
            ...question.points.flatMap((point) => [point.text, point.feedback]),
          ])
            expect(remark).toContain(text);
      }),
      { numRuns: 60 },
    );
  });

  test(`${format} has tags, and lasting links to the question and to what explains it`, () => {
    const questions = buildCourse(rawCourse()).lessons[0]?.questions ?? [];
    const found = read(bankWith(questions));
    expect(found.map(({ id }) => id)).toEqual(['q-one', 'q-two', 'q-three']);
    for (const { id, tags, remark } of found) {
      expect(tags).toEqual(['lesson', 'management']);
      expect(remark).toContain(`href="https://x.example/go/lessons/lesson/${id}/"`);
      expect(remark).toContain('href="https://x.example/go/lessons/lesson/point/"');
      expect(remark).toContain('CC BY 4.0');
    }
  });
}

test('the menus of a matching question are plain text in QTI, because Canvas shows their markup', () => {
  const course = realCourse();
  const bank = bankOf('All lessons', course.lessons, { ...addresses, course, edition: EDITION });
  const names = { q: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' };
  const menus = [...qtiFiles(bank)].flatMap(([, xml]) =>
    XmlDocument.fromString(xml).find(
      '//q:item[.//q:fieldentry="matching_question"]//q:response_label//q:mattext',
      names,
    ),
  );
  expect(menus.length).toBeGreaterThan(20);
  for (const menu of menus) {
    expect(menu.content).not.toMatch(/[<&]/);
    expect(menu instanceof XmlElement ? menu.attr('texttype')?.content : undefined).toBe('text/plain');
  }
});

test('every bank says whose it is, its edition and its license', () => {
  const bank = bankWith(buildCourse(rawCourse()).lessons[0]?.questions ?? []);
  for (const text of [moodleXml(bank), gift(bank), ...qtiFiles(bank).values()])
    expect(text).toContain('Edition 1.0. License: CC BY 4.0 (SPDX CC-BY-4.0)');
});

test('every bank names the sources of what its feedback says, with their references', () => {
  const [question] = buildCourse(rawCourse()).lessons[0]?.questions ?? [];
  const bank = bankWith(question === undefined ? [] : [{ ...question, claims: ['ld-03'] }]);
  for (const [format, read] of readers) {
    const remark = read(bank)[0]?.remark ?? '';
    expect(remark, format).toContain('Read in a report by others: <a href="https://x.example/sources/');
    expect(textOf(remark), format).toContain('A Force for Change, 1990.');
  }
});

test('the right options of several make a hundred percent, and to choose all of them gains nothing', () => {
  for (const [right, wrong] of [
    [1, 2],
    [2, 2],
    [3, 2],
    [3, 3],
    [5, 1],
  ] as const) {
    const weights = optionWeights([
      ...Array.from({ length: right }, () => ({ correct: true })),
      ...Array.from({ length: wrong }, () => ({ correct: false })),
    ]);
    expect(weights.filter((weight) => weight > 0).reduce((a, b) => a + b)).toBeCloseTo(100, 3);
    expect(weights.reduce((a, b) => a + b)).toBeCloseTo(0, 3);
  }
});

test('a package names each of its files, in order, and is the same whenever it is made', () => {
  const bank = bankWith(buildCourse(rawCourse()).lessons[0]?.questions ?? []);
  const day = new Date('2026-11-23');
  const made = zip(qtiFiles(bank), day);
  expect(zip(qtiFiles(bank), day)).toEqual(made);
  const { names, assessments } = readPackage(made);
  expect(names).toEqual(['imsmanifest.xml', 'lesson.xml']);
  expect(assessments.map((xml) => readQti(xml).length)).toEqual([3]);
  // The day is in the header of the first file, as MS-DOS counts it.
  const header = new DataView(made.buffer);
  expect(header.getUint16(12, true)).toBe(((2026 - 1980) << 9) | (11 << 5) | 23);
});

test('XML holds any text in an element and in an attribute, and its comment ends where it should', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const possible = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
      using document = XmlDocument.fromString(
        xmlDocument(xml`${comment(`--${text}-`)}<a b="${text}">${text}</a>`),
      );
      expect(document.root.content).toBe(possible);
      expect(document.root.attr('b')?.content).toBe(possible);
    }),
  );
});
