import { expect, test } from 'vitest';
import { AuthorError } from '../../course/author-error.ts';
import type { Lesson } from '../../course/types.ts';
import { buildCourse } from '../../../tests/support/course.ts';
import { guidedNeighbor } from './guide.ts';
import { minutesFromTo, runningOrder } from './blocks.ts';
import { expectedAnswer, splitAtAddresses } from './text.ts';
import { smartQuotes } from '../../utils/quotes.ts';
import { addressOf } from '../../course/permalinks.ts';
import { permalinks } from '../../links.ts';
import { guideSchema, type GuideData } from '../../course/schemas/guide.ts';
import { rawCourse, referencesOf } from '../../../tests/fixtures/raw-course.ts';

const timed = { least: 2, most: 5, core: true };
const exercise = (id: string): GuideData['exercises'][number] => ({
  id,
  title: 'Cards',
  purpose: 'People can sort cards.',
  groups: 'Pairs',
  materials: ['Cards'],
  sheets: [],
  steps: ['Take a card.', 'Turn it.', 'Pass it on.'],
  slide: ['Write one', 'Read it out'],
  debrief: 'What was hard?',
  remote: 'Use the chat.',
  adapt: 'Swap the cards.',
});
const question = (id: string): GuideData['questions'][number] => ({
  id,
  ask: 'Why?',
  expect: ['Because.', 'I wonder.'],
  then: 'Ask again.',
});

/** Creates a small valid guide for each test to change. */
const guide = (): GuideData => ({
  aim: 'All have sorted cards.',
  prepare: ['Read.', 'Print.', 'Bring pens.'],
  blocks: [
    { ...timed, id: 'open', kind: 'open', title: 'Open', do: 'Say hello.' },
    { ...timed, id: 'why', kind: 'ask', title: 'Why?', question: 'why' },
    { ...timed, id: 'cards', kind: 'exercise', title: 'Cards', exercise: 'cards', core: false },
    { ...timed, id: 'more', kind: 'exercise', title: 'More', exercise: 'more', most: 9 },
    { ...timed, id: 'who', kind: 'ask', title: 'Who?', question: 'who' },
    { ...timed, id: 'close', kind: 'close', title: 'Close', do: 'Say goodbye.' },
  ],
  questions: [question('why'), question('who')],
  exercises: [exercise('cards'), exercise('more')],
  remote: 'Use breakout rooms.',
  sizes: { 5: 'As one.', 15: 'In fives.', 40: 'In tens.' },
  objections: [
    { says: 'No.', reply: 'Perhaps.', claims: ['ld-03'] },
    { says: 'Never.', reply: 'Sometimes.', claims: [] },
  ],
  assess: ['Ask a week later.', 'Watch a meeting.'],
  tables: [],
  slides: { evidence: ['Supported: this.', 'Open: that.'] },
});

const rawWith = (data: GuideData, id = 'lesson') => ({
  ...rawCourse(),
  guides: [
    {
      id,
      file: `src/content/lessons/${id}.guide.yaml`,
      body: '',
      data,
      references: referencesOf(guideSchema, data),
    },
  ],
});

test('a guide belongs to its lesson, with the claims of its objections resolved', () => {
  const [lesson] = buildCourse(rawWith(guide())).lessons;
  expect(lesson?.guide?.path).toBe('/trainers/lesson/');
  expect(lesson?.guide?.objections[0]?.claims[0]?.sources[0]?.id).toBe('kotter-1990');
});

const unresolved: [name: string, raw: ReturnType<typeof rawWith>, message: RegExp][] = [
  [
    'a fact that there is not',
    rawWith({ ...guide(), objections: [{ says: 'No.', reply: 'Yes.', claims: ['ld-3'] }] }),
    /lesson\.guide\.yaml[\s\S]*objections\.0\.claims\.0: there is no claim "ld-3"[\s\S]*Remedy: did you mean "ld-03"/,
  ],
  [
    'an answer that there is not',
    rawWith({ ...guide(), objections: [{ says: 'No.', reply: 'Yes.', claims: [], answer: 'nowhere' }] }),
    /lesson\.guide\.yaml[\s\S]*objections\.0\.answer: there is no answer "nowhere"[\s\S]*Remedy: add/,
  ],
  [
    'a lesson that there is not',
    rawWith(guide(), 'lessen'),
    /lessen\.guide\.yaml[\s\S]*file name: there is no lesson "lessen"[\s\S]*Remedy: did you mean "lesson"/,
  ],
];
for (const [name, raw, message] of unresolved) {
  test(`a guide with ${name} is reported by file, field and remedy`, () => {
    expect(() => buildCourse(raw)).toThrow(AuthorError);
    expect(() => buildCourse(raw)).toThrow(message);
  });
}

test('a guide has two exercises, and the remedy says so', () => {
  const [issue] = guideSchema.safeParse({ ...guide(), exercises: [] }).error?.issues ?? [];
  expect(issue?.message).toBe('has fewer than 2 entries. Remedy: write 2.');
});

type Blocks = Record<string, unknown>[];
const refused: [
  name: string,
  breakIt: (blocks: Blocks) => void,
  path: (string | number)[],
  message: RegExp,
][] = [
  [
    'a block that names a missing exercise',
    (blocks) => Object.assign(blocks[2] ?? {}, { exercise: 'crads' }),
    ['blocks', 2, 'exercise'],
    /names the exercise "crads", which this guide does not have\. Remedy: did you mean "cards"\? Otherwise correct the id/,
  ],
  [
    'a block that names a missing question',
    (blocks) => Object.assign(blocks[1] ?? {}, { question: 'wy' }),
    ['blocks', 1, 'question'],
    /names the question "wy"[\s\S]*Remedy: /,
  ],
  [
    'minutes over 90',
    (blocks) => Object.assign(blocks[3] ?? {}, { most: 120 }),
    ['blocks', 3, 'most'],
    /is over 90\. Remedy: split it/,
  ],
  [
    'a longer time below the shorter one',
    (blocks) => Object.assign(blocks[0] ?? {}, { most: 1 }),
    ['blocks', 0, 'most'],
    /is less than "least"\. Remedy: give the longer time here/,
  ],
  [
    'an exercise without a block',
    (blocks) => blocks.splice(3, 1),
    ['exercises'],
    /has "more", which no block uses\. Remedy: give it a block/,
  ],
  [
    'the same id for two blocks',
    (blocks) => Object.assign(blocks[5] ?? {}, { id: 'open' }),
    ['blocks', 5],
    /has the id "open"[\s\S]*Remedy: give one of them another id/,
  ],
];
for (const [name, breakIt, path, message] of refused) {
  test(`a guide with ${name} is refused by field and remedy`, () => {
    expect(guideSchema.safeParse(guide()).success, 'the guide is sound before').toBe(true);
    const broken = structuredClone(guide());
    breakIt(broken.blocks as unknown as Blocks);
    const issues = guideSchema.safeParse(broken).error?.issues ?? [];
    const said = issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n');
    expect(said).toContain(`${path.join('.')}: `);
    expect(said).toMatch(message);
  });
}

test('the running order puts blocks end to end, and its short version has only core blocks', () => {
  const { blocks, shortest, longest } = runningOrder(guide());
  expect([shortest, longest]).toEqual([10, 34]);
  expect(blocks.map(({ short }) => short?.from)).toEqual([0, 2, undefined, 4, 6, 8]);
  expect(blocks.map(({ long }) => long.to)).toEqual([5, 10, 15, 24, 29, 34]);
  expect(minutesFromTo(3, 8)).toBe('3 to 8');
  expect(minutesFromTo(5, 5)).toBe('5');
});

test('the neighbor of a guide is the next lesson that has one', () => {
  const [lesson] = buildCourse(rawWith(guide())).lessons;
  if (lesson === undefined) throw new Error('The fixture has no lesson.');
  const one: Lesson = { ...lesson };
  const unguided: Lesson = { ...lesson, guide: undefined, previous: one };
  const three: Lesson = { ...lesson, id: 'third', previous: unguided };
  one.next = unguided;
  unguided.next = three;
  expect(guidedNeighbor(one, 'next')?.id).toBe('third');
  expect(guidedNeighbor(three, 'previous')?.id).toBe('lesson');
  expect(guidedNeighbor(one, 'previous')).toBeUndefined();
});

test('addresses of the site in a text are found, and nothing else is', () => {
  const known = new Set(['/compare/table/', '/compare/table/#risk']);
  expect(splitAtAddresses('Print it (/compare/table/), twice.', known)).toEqual([
    { words: 'Print it (' },
    { address: '/compare/table/' },
    { words: '), twice.' },
  ]);
  expect(splitAtAddresses('/compare/table/#risk', known)).toEqual([{ address: '/compare/table/#risk' }]);
  for (const text of ['See /compare/nothing/ and/or more.', 'https://other.example/compare/table/', ''])
    expect(splitAtAddresses(text, known)).toEqual(text === '' ? [] : [{ words: text }]);
});

test('quotation marks and apostrophes become typographic ones', () => {
  expect(smartQuotes(`"It isn't," she said ("why?").`)).toBe('“It isn’t,” she said (“why?”).');
  expect(smartQuotes(`Say: 'Both.'`)).toBe('Say: ‘Both.’');
});

test('an expected answer is split from its note', () => {
  expect(expectedAnswer('"Yes." (Half right.)')).toEqual({ answer: '"Yes."', remark: 'Half right.' });
  expect(expectedAnswer('"It (sort of) works."')).toEqual({
    answer: '"It (sort of) works."',
    remark: undefined,
  });
});

test('every part of a guide has a permalink', () => {
  const addresses = new Set(permalinks(buildCourse(rawWith(guide()))).map(addressOf));
  for (const address of [
    '/trainers/lesson/',
    '/trainers/lesson/glance/',
    '/trainers/lesson/#running-order',
    '/trainers/lesson/#block-open',
    '/trainers/lesson/#ask-why',
    '/trainers/lesson/#exercise-cards',
    '/trainers/lesson/#objections',
  ])
    expect(addresses, address).toContain(address);
});

test('a session takes at least its core blocks, and at most all blocks', () => {
  const block = (least: number, most: number, core: boolean) =>
    ({ id: 'b', title: 'B', kind: 'tell', do: 'Tell.', least, most, core }) as const;
  expect(
    runningOrder({ ...guide(), blocks: [block(3, 6, true), block(5, 10, false), block(2, 4, true)] }),
  ).toMatchObject({
    shortest: 5,
    longest: 20,
  });
});
