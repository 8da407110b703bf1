import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'node-html-parser';
import { shortCitation } from '../../src/course/citations.ts';
import { sourceName } from '../../src/course/schemas/source.ts';
import { selectRows } from '../../src/components/comparison/views.ts';
import type { Lesson, Question } from '../../src/course/types.ts';
import { PACKAGE_FORMATS } from '../../src/exports/lms/package-choice.ts';
import { realCourse } from '../fixtures/real-course.ts';
import { NO_READER, pdfText } from '../support/pdf.ts';

/**
 * Every form in which a lesson travels, compared with the content that it is made from: no form may lack a heading, a
 * cell, a question or a source in silence.
 */

/** Letters and digits alone: forms differ in quotation marks, spaces, hyphens and marks of their own. */
const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The words of a page; what stands in the midst of a sentence and opens only when asked comes after it. */
const html = (text: string): string => {
  const root = parse(text);
  for (const part of root.querySelectorAll('script, style, .anchor')) part.remove();
  const aside = root.querySelectorAll('.receipt, [popover]');
  for (const part of aside) part.remove();
  return [root, ...aside].map((part) => part.text).join('\n');
};
const read = (path: string): string => readFileSync(`dist${path}`, 'utf8');
const unzipped = (path: string): Record<string, Uint8Array> =>
  unzipSync(new Uint8Array(readFileSync(`dist${path}`)));
const textIn = (files: Record<string, Uint8Array>, name: RegExp): string =>
  Object.entries(files)
    .filter(([file]) => name.test(file))
    .map(([, content]) => html(strFromU8(content)))
    .join('\n');

/** Every string in a piece of JSON. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** What a lesson is made of, by kind. */
const PARTS = {
  headings: ({ title, outline }: Lesson) => [title, ...outline.headings.map(({ text }) => text)],
  objectives: ({ objectives }: Lesson) => objectives.map(({ text }) => text),
  definitions: ({ outline }: Lesson) => outline.definitions.map((id) => realCourse().concept(id).definition),
  cells: ({ outline }: Lesson) =>
    outline.comparisons.flatMap((use) => {
      const comparison = realCourse().comparison(use.id);
      return selectRows(comparison, use.rows).flatMap(({ dimension, cells }) => [
        dimension,
        ...Object.values(cells),
      ]);
    }),
  /** Captions, descriptions, and data row by row. */
  figures: ({ outline }: Lesson) =>
    outline.sections
      .flatMap(({ figures }) => figures)
      .map((id) => realCourse().figure(id))
      .flatMap(({ caption, alt, table }) => [
        caption,
        alt,
        ...(table?.rows ?? []).map((row) => row.join(' ')),
      ]),
  events: ({ timeline }: Lesson) => timeline.flatMap(({ label, event }) => [label, event]),
  questions: ({ checks }: Lesson) => checks.flatMap((question) => [question.prompt, ...answers(question)]),
  /** Without what a participant is to find. */
  asked: ({ checks }: Lesson) =>
    checks.flatMap((question) => [question.prompt, ...(question.kind === 'recall' ? [] : answers(question))]),
  feedback: ({ checks }: Lesson) => checks.flatMap(feedback),
  /** Those that only review asks. */
  review: ({ questions, checks }: Lesson) =>
    questions
      .filter((question) => !checks.includes(question))
      .flatMap((question) => [question.prompt, ...answers(question), ...feedback(question)]),
  works: ({ works }: Lesson) => works.map(({ data }) => sourceName(data)),
  /** Also what claims rest on, as a sentence names it. */
  cited: ({ sources }: Lesson) => sources.map(shortCitation),
  /** The same by their titles: a page tells these in short, and leads to the bibliography. */
  sources: ({ sources }: Lesson) => sources.map(({ data }) => sourceName(data)),
} satisfies Record<string, (lesson: Lesson) => string[]>;
type Part = keyof typeof PARTS;
const ALL = Object.keys(PARTS) as Part[];
/** What a carrier of a lesson has. */
const LESSON = ALL.filter((part) => part !== 'review');
const PAGE = LESSON.filter((part) => part !== 'sources');
const BANK: readonly Part[] = ['questions', 'feedback', 'review'];

function answers(question: Question): string[] {
  if ('options' in question) return question.options.map(({ text }) => text);
  if ('statements' in question) return question.statements.map(({ text }) => text);
  return [question.answer, ...question.points.map(({ text }) => text)];
}

function feedback(question: Question): string[] {
  if ('options' in question) return question.options.map((option) => option.feedback);
  return ('statements' in question ? question.statements : question.points).map((part) => part.feedback);
}

interface Carrier {
  name: string;
  parts: readonly Part[];
  text: (lesson: Lesson) => string;
  /** Why it cannot be read here. */
  skip?: string | undefined;
}

const book = unzipped('/lessons/course.epub');
const stick = unzipped('/offline/blueprint-and-build.zip');
const whole = JSON.parse(read('/course.json')) as Record<string, unknown>;

const CARRIERS: readonly Carrier[] = [
  {
    name: 'page of all questions',
    parts: BANK,
    text: ({ id }) => html(read(`/review/${id}/index.html`)),
  },
  { name: 'page', parts: PAGE, text: ({ path }) => html(read(`${path}index.html`)) },
  {
    name: 'handout',
    parts: PAGE.filter((part) => part !== 'questions' && part !== 'feedback'),
    text: ({ path }) => pdfText(`dist${path}handout.pdf`),
    skip: NO_READER,
  },
  {
    name: 'e-book',
    parts: LESSON,
    text: ({ id }) => textIn(book, new RegExp(`/(?:lesson-${id}|sources)\\.xhtml$`)),
  },
  {
    name: 'USB stick',
    parts: PAGE,
    text: ({ path }) => textIn(stick, new RegExp(`^${path.slice(1)}index\\.html$`)),
  },
  ...PACKAGE_FORMATS.flatMap((format): Carrier[] => {
    const course = textIn(unzipped(`/lessons/leading-and-managing-${format}.zip`), /^index\.html$/);
    return [
      {
        name: format,
        parts: PAGE,
        text: ({ path, id }) => textIn(unzipped(`${path}${id}-${format}.zip`), /^index\.html$/),
      },
      { name: `${format} of the course`, parts: PAGE, text: () => course },
    ];
  }),
  {
    name: 'slides',
    // The sentences of feedback are for the one who answers alone. A table shows the rows that a room can read, and a
    // drawing replaces its events; the handout has all of them.
    parts: ['headings', 'objectives', 'definitions', 'figures', 'questions', 'works'],
    text: ({ path }) => textIn(unzipped(`${path}slides.pptx`), /^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/),
  },
  { name: 'Markdown', parts: LESSON, text: ({ path }) => read(`${path}lesson.md`) },
  { name: 'JSON', parts: ALL.filter((part) => part !== 'cited'), text: () => strings(whole).join('\n') },
  // Banks have HTML as the text of their XML.
  {
    name: 'questions.moodle.xml',
    parts: BANK,
    text: ({ path }) => html(html(read(`${path}questions.moodle.xml`))),
  },
  {
    name: 'questions.gift.txt',
    parts: BANK,
    text: ({ path }) => html(read(`${path}questions.gift.txt`).replaceAll('\\', '')),
  },
  {
    name: 'questions.qti.zip',
    parts: BANK,
    text: ({ path }) => html(textIn(unzipped(`${path}questions.qti.zip`), /\.xml$/)),
  },
];

for (const { name, parts, text, skip } of CARRIERS)
  test(`${name}: nothing of any lesson is missing`, () => {
    test.skip(skip !== undefined, skip);
    const missing: string[] = [];
    for (const lesson of realCourse().lessons) {
      const carried = letters(text(lesson));
      for (const part of parts)
        for (const wanted of PARTS[part](lesson))
          if (!carried.includes(letters(wanted))) missing.push(`${lesson.id}, ${part}: ${wanted}`);
    }
    expect(missing).toEqual([]);
  });

test('there is something of every kind to miss', () => {
  for (const part of ALL) {
    const wanted = realCourse().lessons.flatMap((lesson) => PARTS[part](lesson));
    expect(wanted.length, part).toBeGreaterThan(2);
    expect(
      wanted.every((words) => letters(words) !== ''),
      part,
    ).toBe(true);
  }
});
