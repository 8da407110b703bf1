import { describe, expect, test } from 'vitest';
import { OTHER_SIDES } from '../../tests/fixtures/other-sides.ts';
import { cardText } from '../practice/questions/card.ts';
import { situations } from '../practice/questions/content.ts';
import { sideOf } from '../practice/growth-plan/plan.ts';
import { answersOf, optionsLabel } from './questions.ts';
import { sideId } from './schemas/side-id.ts';
import { sortSchema } from './schemas/questions.ts';
import { eventKind, pairOf, sideLabel, sideToken } from './sides.ts';

const statement = (side: string) => ({ text: `I like ${side}.`, side, feedback: 'So it is.' });
const sorting = {
  id: 'q-sort',
  prompt: 'Which is which?',
  explains: '#which',
  objective: 'tell-apart',
  level: 'apply' as const,
  kind: 'sort' as const,
  statements: ['sowing', 'harvesting', 'sowing'].map(statement),
};

describe('the id of a side', () => {
  test('is one of the course, or one of the words beside them', () => {
    const schema = sideId(['both'], OTHER_SIDES);
    for (const id of ['sowing', 'harvesting', 'both']) expect(schema.parse(id)).toBe(id);
    expect(schema.safeParse('leading').error?.issues[0]?.message).toBe(
      'is none of sowing, harvesting, both. Remedy: choose one of the three.',
    );
    expect(sideId([], OTHER_SIDES).safeParse('both').error?.issues[0]?.message).toBe(
      'is neither sowing nor harvesting. Remedy: choose one of the two.',
    );
  });

  test('has a label and a color by its place', () => {
    expect(sideLabel('harvesting', OTHER_SIDES)).toBe('Harvesting');
    expect(['sowing', 'harvesting', 'both'].map((id) => sideToken(id, OTHER_SIDES))).toEqual([
      'side-1',
      'side-2',
      'both',
    ]);
    expect(eventKind('sowing', OTHER_SIDES)).toBe('Sowing');
    expect(eventKind('result', OTHER_SIDES)).toBe('What came of it');
  });

  test('is asked for by an address of the growth plan', () => {
    expect(sideOf('#side=sowing', OTHER_SIDES)).toBe('sowing');
    expect(sideOf('#side=leading', OTHER_SIDES)).toBeUndefined();
  });
});

describe('a question that sorts statements', () => {
  test('names the sides of its course', () => {
    const question = sortSchema(OTHER_SIDES).parse(sorting);
    expect(optionsLabel(question, OTHER_SIDES)).toBe('Sowing or harvesting? Sort each statement.');
    expect(answersOf(question, OTHER_SIDES).map(({ verdict, label }) => [verdict, label])).toEqual([
      ['sowing', '1. Sowing.'],
      ['harvesting', '2. Harvesting.'],
      ['sowing', '3. Sowing.'],
    ]);
  });

  test('is refused in a course without sides, with the field and a remedy', () => {
    const issues = sortSchema([]).safeParse(sorting).error?.issues ?? [];
    expect(issues.map(({ path }) => path)).toEqual([['kind']]);
    expect(issues[0]?.message).toContain('Remedy: describe two sides in course.yaml');
  });
});

test('a tool that needs two sides does not run without them', () => {
  expect(() => pairOf([])).toThrow('two sides');
});

test('pairs of questions come from the columns of the sides, whatever the ids of the columns', () => {
  const bank = situations(
    { situations: [], feedback: { intro: '', scale: [], items: [], open: [] } },
    {
      sides: [
        { id: 'a', label: 'A', tone: 'sowing' },
        { id: 'b', label: 'B', tone: 'harvesting' },
      ],
      rows: [
        {
          id: 'field',
          dimension: 'Field',
          cells: { a: 'Why this field?', b: 'What is ripe?' },
          ask: '',
          example: '',
          aliases: [],
          source: undefined,
        },
      ],
    },
    OTHER_SIDES,
  );
  expect(bank[0]?.pairs).toEqual([{ id: 'p-table-field', what: 'What is ripe?', why: 'Why this field?' }]);
});

test('a card of plain text names the side of each question', () => {
  const [first] = OTHER_SIDES;
  const questions = [
    { side: first.id, text: 'Why now?' },
    { side: 'own', text: 'Who else?' },
  ];
  expect(cardText({ title: 'Monday', questions }, OTHER_SIDES)).toBe(
    'Monday\n\n1. Why now? (sowing)\n2. Who else? (own)\n',
  );
});
