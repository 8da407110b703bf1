import { describe, expect, test } from 'vitest';
import { answersOf, choicesOf, objectivesOf, resultOf } from '@/course/questions.ts';
import type { Question } from '@/course/types.ts';
import { realCourse } from '../../../tests/fixtures/real-course.ts';

const { lessons } = realCourse();
const questions = lessons.flatMap((lesson) => lesson.questions.map((question) => ({ lesson, question })));

type Of<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;
const ofKind = <Kind extends Question['kind']>(kind: Kind): Of<Kind>[] =>
  questions.map(({ question }) => question).filter((question): question is Of<Kind> => question.kind === kind);

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** The share of right parts that an answer gets. */
function scoreOf(question: Question, given: readonly string[]): number {
  const { right, of } = resultOf(
    question.kind,
    answersOf(question).map(({ verdict }) => verdict),
    given,
  );
  return right / of;
}

/** Points of a hundred that guessing may gain over chance. */
const TOLERANCE = 5;

/** Expects that a way to answer without knowing anything gains little over chance. */
function gainsLittle<Kind extends Question['kind']>(
  name: string,
  asked: readonly Of<Kind>[],
  chance: (question: Of<Kind>) => number,
  guess: (question: Of<Kind>) => string[],
): void {
  test(`little is gained by this: ${name}`, () => {
    const gain = mean(asked.map((question) => scoreOf(question, guess(question)))) - mean(asked.map(chance));
    expect(gain * 100).toBeLessThanOrEqual(TOLERANCE);
  });
}

const lengths = ({ options }: Of<'single' | 'multiple'>): number[] => options.map(({ text }) => text.length);
/** Ticks the options whose place is among those given. */
const tick = ({ options }: Of<'single' | 'multiple'>, ...places: readonly number[]): string[] =>
  options.map((_, place) => (places.includes(place) ? 'right' : 'wrong'));
/** The places of a question's options, the shortest first. */
const byLength = (question: Of<'single' | 'multiple'>): number[] => {
  const all = lengths(question);
  return [...all.keys()].sort((a, b) => (all[a] ?? 0) - (all[b] ?? 0));
};

describe('one of several', () => {
  const places: Record<string, (question: Of<'single'>) => number | undefined> = {
    first: () => 0,
    second: () => 1,
    third: () => 2,
    last: ({ options }) => options.length - 1,
    shortest: (question) => byLength(question)[0],
    longest: (question) => byLength(question).at(-1),
  };
  for (const [name, place] of Object.entries(places))
    gainsLittle<'single'>(
      `the ${name}`,
      ofKind('single'),
      ({ options }) => 1 / options.length,
      (question) => tick(question, place(question) ?? 0),
    );
});

describe('all that apply', () => {
  const places: Record<string, (question: Of<'multiple'>) => number[]> = {
    all: ({ options }) => [...options.keys()],
    'all but the first': ({ options }) => [...options.keys()].slice(1),
    'all but the last': ({ options }) => [...options.keys()].slice(0, -1),
    'all but the shortest': (question) => byLength(question).slice(1),
    'all but the longest': (question) => byLength(question).slice(0, -1),
    'the first alone': () => [0],
    'the longer half': (question) => byLength(question).slice(Math.ceil(question.options.length / 2)),
    'every other one': ({ options }) => [...options.keys()].filter((place) => place % 2 === 0),
  };
  for (const [name, choose] of Object.entries(places))
    gainsLittle<'multiple'>(
      name,
      ofKind('multiple'),
      () => 0.5,
      (question) => tick(question, ...choose(question)),
    );
});

describe('sorting', () => {
  const sorting = ofKind('sort');
  const ids = (question: Of<'sort'>): string[] => choicesOf(question).map(({ id }) => id);
  const chance = (question: Of<'sort'>): number => 1 / ids(question).length;
  for (const id of new Set(sorting.flatMap(ids)))
    gainsLittle<'sort'>(
      `always ${id}`,
      sorting.filter((question) => ids(question).includes(id)),
      chance,
      ({ statements }) => statements.map(() => id),
    );
  for (const start of [0, 1])
    gainsLittle<'sort'>(`the two sides in turn, from ${start}`, sorting, chance, (question) =>
      question.statements.map((_, place) => ids(question)[(place + start) % 2] ?? ''),
    );
  gainsLittle<'sort'>('all choices in turn', sorting, chance, (question) =>
    question.statements.map((_, place) => ids(question)[place % ids(question).length] ?? ''),
  );
});

test('each objective has two questions or more', () => {
  const tested = questions.flatMap(({ lesson, question }) => objectivesOf(question, lesson.id));
  const few = lessons
    .flatMap(({ id, objectives }) => objectives.map((objective) => `${id}#${objective.id}`))
    .filter((objective) => tested.filter((each) => each === objective).length < 2);
  expect(few).toEqual([]);
});

test('twelve questions or more mix lessons, and each lesson has cases to apply it to and to judge', () => {
  const mixed = questions.filter(
    ({ lesson, question }) =>
      new Set([lesson.id, ...objectivesOf(question, lesson.id).map((each) => each.split('#')[0])]).size > 1,
  );
  expect(mixed.length).toBeGreaterThanOrEqual(12);
  for (const { title, questions: own } of lessons)
    expect([...new Set(own.map(({ level }) => level))].sort(), title).toEqual(
      expect.arrayContaining(['apply', 'judge']),
    );
});
