import { describe, expect, test } from 'vitest';
import { buildCourse } from '../../../tests/support/course.ts';
import { selectRows } from '../../components/comparison/views.ts';
import { smartQuotes } from '../../utils/quotes.ts';
import { outlineOf } from '../../course/lesson-outline.ts';
import { answersOf } from '../../course/questions.ts';
import { paceText, planText } from './presenting.ts';
import { clockText } from '../../utils/clock-text.ts';
import { deckOf } from './deck.ts';
import { columnWidths, tableParts, tableSize, tableWidth, type Slide } from './slide.ts';
import type { CaseData } from '../../collections/case/kind.ts';
import { deckFor, entriesWithDeck } from '../../../tests/fixtures/decks.ts';
import { rawCourse } from '../../../tests/fixtures/raw-course.ts';
import { realCourse } from '../../../tests/fixtures/real-course.ts';

/** Maximum words on a slide by kind, including the title. */
const LIMIT: Readonly<Record<Slide['kind'], number>> = {
  cover: 45,
  statement: 50,
  // What comes of a choice in a case.
  text: 95,
  points: 90,
  // A table has as many words as fit at 18 points.
  table: 190,
  figure: 20,
  'if-then': 60,
  last: 40,
};

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

/** What the room does not read on a slide. */
const UNSEEN = new Set(['id', 'kind', 'label', 'notes', 'block', 'caption', 'picture', 'address', 'from']);

/** The words that the room reads on a slide. */
const wordsOf = (slide: Slide): string[] =>
  Object.entries(slide)
    .filter(([key]) => !UNSEEN.has(key))
    .flatMap(([, value]) => textsIn(value))
    .flatMap((text) => text.split(/\s+/))
    .filter((word) => word !== '');

const textOf = (slides: readonly Slide[]): string =>
  slides.map((slide) => wordsOf(slide).join(' ')).join('\n');
const spaced = (text: string): string => smartQuotes(text).split(/\s+/).join(' ');
const cellsOf = (slides: readonly Slide[]): string[] =>
  slides.flatMap((slide) => (slide.kind === 'table' ? slide.rows.flat().map(({ text }) => text) : []));

for (const lesson of realCourse().lessons) {
  describe(lesson.id, () => {
    const { slides } = deckFor(lesson);

    test('every definition, figure and row of the lesson is on a slide', () => {
      const { concept, comparison } = realCourse();
      const said = textOf(slides);
      for (const { term, definition } of lesson.outline.definitions.map(concept)) {
        expect(said).toContain(spaced(term));
        expect(said).toContain(spaced(definition));
      }
      // The terms are on one slide, and its notes have what they mean.
      const words = slides.find(({ id }) => id === 'words');
      const told = spaced(words?.notes.flatMap(({ lines }) => lines).join(' ') ?? '');
      for (const { term, definition } of lesson.concepts) {
        expect(said).toContain(spaced(term));
        expect(told).toContain(spaced(definition));
      }
      const cells = cellsOf(slides);
      for (const use of lesson.outline.comparisons)
        for (const { dimension, cells: sides } of selectRows(
          comparison(use.id),
          lesson.guide?.tables.find(({ id }) => id === use.id)?.rows ?? use.rows,
        ))
          for (const text of [dimension, ...Object.values(sides)]) expect(cells).toContain(smartQuotes(text));
      for (const id of lesson.outline.figures)
        expect(slides.some((slide) => slide.kind === 'figure' && slide.picture.figure === id)).toBe(true);
    });

    test.runIf(lesson.guide)(
      'it has 20 to 26 slides for 85 minutes, and each exercise on one of them',
      () => {
        expect(slides.length).toBeGreaterThanOrEqual(20);
        expect(slides.length).toBeLessThanOrEqual(26);
        for (const { title } of lesson.guide?.exercises ?? [])
          expect(
            slides.filter(
              (slide) => slide.kind === 'points' && slide.from === 1 && slide.title === smartQuotes(title),
            ),
          ).toHaveLength(1);
      },
    );

    test('every question is on a slide without its answer, which is in the notes', () => {
      for (const question of lesson.checks) {
        const slide = slides.find(({ id }) => id === question.id);
        expect(slide?.title).toBe(smartQuotes(question.prompt));
        const notes = slide?.notes.flatMap(({ lines }) => lines).join(' ') ?? '';
        for (const { text, feedback } of answersOf(question)) {
          expect(notes).toContain(smartQuotes(feedback));
          if (question.kind !== 'recall') expect(textOf(slides)).toContain(spaced(text));
        }
      }
    });

    test.runIf(lesson.guide)('the blocks of the guide are in order, with instructions in the notes', () => {
      const { guide } = lesson;
      const starts = slides.filter(({ id, block }) => id === `block-${block?.id ?? ''}`);
      expect(starts.map(({ block }) => block?.number)).toEqual(guide?.blocks.map((_, index) => index + 1));
      for (const [index, block] of (guide?.blocks ?? []).entries()) {
        const notes = starts[index]?.notes.flatMap(({ lines }) => lines).join('\n') ?? '';
        if ('do' in block) expect(notes).toContain(smartQuotes(block.do).split(' /')[0]);
        if (block.kind === 'ask')
          expect(starts[index]?.notes.map(({ label }) => label)).toContain('Answers to expect');
        if (block.kind === 'exercise')
          expect(starts[index]?.notes.map(({ label }) => label)).toContain('Steps in full');
        expect(notes).toContain('minute');
      }
    });

    test('what the room must see during an exercise is on a slide, and no part of the session has a title alone', () => {
      const said = textOf(slides);
      for (const { show } of lesson.guide?.exercises ?? [])
        for (const point of show?.points ?? []) expect(said).toContain(spaced(point));
      const bare = slides.filter(
        (slide) => slide.kind === 'statement' && slide.text === undefined && !/[?.]$/.test(slide.title),
      );
      expect(bare.map(({ id }) => id).filter((id) => id.startsWith('block-')).length).toBeLessThanOrEqual(1);
    });
  });
}

test.each([...realCourse().lessons, ...entriesWithDeck()].map((piece) => [piece.id, piece] as const))(
  'no slide of %s has too many words, and each has a title, notes and a unique id',
  (_, piece) => {
    const { slides } = deckFor(piece);
    for (const slide of slides) {
      expect(wordsOf(slide).length, `${slide.id}: ${wordsOf(slide).join(' ')}`).toBeLessThanOrEqual(
        LIMIT[slide.kind],
      );
      expect(slide.title, slide.id).not.toBe('');
      expect(slide.notes.length, slide.id).toBeGreaterThan(0);
    }
    expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length);
  },
);

test('a room comes through a case by the slide numbers in its notes, whatever it chooses', () => {
  const cases = entriesWithDeck();
  expect(cases.length).toBeGreaterThan(0);
  for (const entry of cases) {
    const { scenes, endings } = entry.data as CaseData;
    const { slides } = deckFor(entry);
    const numbersOn = (index: number): number[] =>
      (slides[index]?.notes ?? [])
        .filter(({ label }) => label === 'Go on with')
        .flatMap(({ lines }) => lines.map((line) => Number(/slide (\d+)$/i.exec(line)?.[1]) - 1));
    const seen = new Set<number>();
    const todo = [0];
    for (const index of todo) {
      if (seen.has(index)) continue;
      seen.add(index);
      // A document comes before its scene.
      const next = slides[index]?.label === 'A document' ? [index + 1] : numbersOn(index);
      todo.push(...next);
    }
    const shown = [...seen].map((index) => slides[index]).filter((slide) => slide !== undefined);
    for (const { id, choices } of scenes) {
      const scene = shown.find((slide) => slide.id === `scene-${id}`);
      expect(scene?.kind === 'points' ? scene.points : []).toEqual(
        choices.map(({ text }) => smartQuotes(text)),
      );
      for (const { outcome } of choices) expect(textOf(shown)).toContain(spaced(outcome.trim()));
    }
    for (const { cost } of endings) expect(textOf(shown)).toContain(spaced(cost));
  }
});

test('a deck has a drawing, and says its lesson in other words than the lesson does', () => {
  for (const lesson of realCourse().lessons) {
    const { slides } = deckFor(lesson);
    expect(
      slides.map(({ kind }) => kind),
      lesson.id,
    ).toContain('figure');
    const prose = spaced(
      lesson.outline.sections.flatMap(({ passages }) => passages.map(({ text }) => text)).join(' '),
    );
    const points = Object.values(lesson.guide?.slides ?? {})
      .flat()
      .map(smartQuotes);
    for (const point of points) expect(textOf(slides)).toContain(spaced(point));
    // A sentence of more than a few words that is in the lesson is clipped from it.
    const clipped = points.filter((point) => point.split(' ').length > 9 && prose.includes(point));
    expect(clipped.length, clipped.join('\n')).toBeLessThanOrEqual(points.length / 4);
  }
});

test('a lesson without a guide has slides of its sections', () => {
  const course = buildCourse(rawCourse());
  const [lesson] = course.lessons;
  if (lesson === undefined) throw new Error('The small course has a lesson.');
  const place = {
    course,
    absolute: (path: string) => `https://example.org${path}`,
    lasting: ({ path }: { path: string }) => path,
  };
  const ids = deckOf(place, lesson).slides.map(({ id }) => id);
  expect(ids.slice(0, 4)).toEqual(['cover', 'objectives', 'table-table', 'words']);
  expect(ids.at(-1)).toBe('last');
});

test('a guide that shows a section which the lesson does not have is reported', () => {
  const raw = rawCourse();
  const real = realCourse().lessons[0]?.guide;
  if (real === undefined) throw new Error('The first lesson has a guide.');
  const blocks = real.blocks.map((block) => ({ ...block, sections: ['nowhere'] }));
  const data = { ...real, objections: [], blocks, slides: { nowhere: ['One', 'Two'] } };
  const guides = [{ id: 'lesson', file: 'lesson.guide.yaml', body: '', data }];
  expect(() => buildCourse({ ...raw, guides })).toThrow(
    /the lesson has no section "nowhere"[\s\S]*Remedy: name one of point[\s\S]*another block shows[\s\S]*slides\.nowhere[\s\S]*there are no points for "evidence"/,
  );
});

test('the prose of a lesson is read section by section, in plain words', () => {
  const { sections } = outlineOf(
    'Hello *you*.\n\n## A point {#point}\n\nTwo. One [link](/x/) is left here.\n\n- **Plan** decides.\n- **Do.** It works.\n\n<Example title="On a ward">\n\nA <Term id="trust">story</Term>.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n</Example>\n\n<Figure id="house" />\n\n<CheckYourself />\n\n## Not this {#no}\n',
  );
  const [opening, first] = sections;
  expect(opening?.passages).toEqual([{ label: undefined, text: 'Hello you.' }]);
  expect(first?.passages.map(({ label, text }) => [label, text])).toEqual([
    [undefined, 'Two. One link is left here.'],
    [undefined, 'Plan decides.'],
    [undefined, 'Do. It works.'],
    ['Example: On a ward', 'A story.'],
  ]);
  expect(first?.tables).toEqual([
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ]);
  expect(first?.figures).toEqual(['house']);
});

test('a table is set as large as it can be, and goes on over as many slides as it takes, about as many rows on each', () => {
  const rows = (count: number, words = 30) =>
    Array.from({ length: count }, (_, index) => [`Row ${index}`, 'word '.repeat(words).trim()]);
  expect(columnWidths(rows(3)).reduce((sum, width) => sum + width, 0)).toBeCloseTo(tableWidth);
  expect(tableSize(rows(3))).toBeGreaterThan(tableSize(rows(30)));
  expect(tableSize(rows(30))).toBeGreaterThanOrEqual(18);
  const partsOf = (all: string[][]) => tableParts(all, (some) => [['Head', 'Head'], ...some]);
  expect(partsOf(rows(2))).toHaveLength(1);
  const many = partsOf(rows(30));
  expect(many.flat()).toEqual(rows(30));
  expect(many.length).toBeGreaterThan(3);
  const [first = [], last = []] = [many[0], many.at(-1)];
  expect(first.length).toBeGreaterThan(2);
  expect(last.length).toBeGreaterThan(first.length / 2);
  expect(partsOf(rows(2, 900))).toHaveLength(2);
});

test('the clock compares with the minutes of the guide', () => {
  expect([0, 7, 760, 4500].map(clockText)).toEqual(['0:00', '0:07', '12:40', '75:00']);
  expect([300, 301, 720, 721].map((seconds) => paceText(seconds, 5, 12))).toEqual([
    'in time for the short session',
    'in time for the long session',
    'in time for the long session',
    'past the time of this block',
  ]);
  expect(paceText(10, undefined, 12)).toBe('in time for the long session');
  expect(planText('3 to 7 minutes', undefined, 12)).toContain('left out of the short one');
});
