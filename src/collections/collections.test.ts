import { expect, test } from 'vitest';
import { rawCourse, referencesOf } from '../../tests/fixtures/raw-course.ts';
import { readTexts } from '../course/course-texts.ts';
import { buildCourse } from '../../tests/support/course.ts';
import { short } from '../course/schemas/common.ts';
import { checkLinks } from '../course/checks/graph.ts';
import { permalinks } from '../links.ts';
import { presentPages } from '../practice/content.ts';
import { buildLaterIndex } from '../search/build-instant-index.ts';
import { readLaterEntries } from '../search/instant-index.ts';
import { COMMON, type EntryData, type RawKindEntry, summary } from './entry.ts';
import { ENTRY_KINDS, type KindId } from './kinds.ts';
import { placeAt } from './links.ts';
import { paper } from './paper/kind.ts';
import { contentOf } from './registry.ts';
import { talk, type TalkData } from './talk/kind.ts';

const published = new Date('2026-11-29');

function entry(kind: KindId, id: string, fields: object, body = ''): RawKindEntry {
  const data = { aliases: [], published, ...fields } as EntryData;
  return {
    kind,
    id,
    file: `src/content/${kind}s/${id}.${body === '' ? 'yaml' : 'mdx'}`,
    body,
    data,
    references: referencesOf(contentOf(kind).schema, data),
  };
}

const ANSWER = {
  question: 'What’s a boss?',
  short: 'Somebody with a plan.',
  topic: 'people',
  basis: 'advice',
  aliases: ['head of us'],
  lesson: 'lesson',
  tryThis: 'Ask one.',
  next: ['lessons/lesson/#point'],
};
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const line = (more: object = {}): RawKindEntry =>
  entry('line', 'a-line', {
    line: 'Less is more.',
    credited: 'Somebody',
    verdict: 'unknown',
    origin: 'Nobody knows.',
    truth: 'It is short.',
    claims: ['ld-03'],
    concepts: ['management'],
    lesson: 'lesson',
    ...more,
  });

/** The small course with entries, and each thing that is wrong with it. */
function problemsWith(...entries: RawKindEntry[]): string[] {
  const raw = { ...rawCourse(), entries };
  try {
    const course = buildCourse(raw);
    return checkLinks(raw, readTexts(raw), permalinks(course)).map(
      ({ file, field, problem, remedy }) => `${file} ${field}: ${problem}; ${remedy}`,
    );
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

test('entries are resolved, linked and found', () => {
  const raw = { ...rawCourse(), entries: [line(), entry('answer', 'boss', ANSWER, words(200))] };
  const course = buildCourse(raw);
  const [answer, said] = course.entries;
  expect(answer?.title).toBe('What’s a boss?');
  expect(answer?.lesson?.title).toBe('A lesson');
  expect(said?.sources.map(({ id }) => id)).toEqual(['kotter-1990']);
  expect(checkLinks(raw, readTexts(raw), permalinks(course))).toEqual([]);
  expect(placeAt(course, 'lessons/lesson/#point').title).toBe('A point');
  expect(readLaterEntries(buildLaterIndex(course)).find(({ kind }) => kind === 'answer')).toMatchObject({
    url: '/answers/boss/',
    text: 'Somebody with a plan.',
    aliases: ['head of us'],
  });
  const addresses = permalinks(course).map(({ path, fragment }) => `${path}${fragment ?? ''}`);
  expect(addresses).toEqual(
    expect.arrayContaining(['/answers/boss/', '/answers/boss/try-this', '/lines/a-line', '/lines/a-line/']),
  );
});

test('a kind without entries has no list', () => {
  const paths = presentPages(buildCourse({ ...rawCourse(), entries: [line()] })).map(({ path }) => path);
  expect(paths).toContain(ENTRY_KINDS.line.path);
  expect(paths).not.toContain(ENTRY_KINDS.answer.path);
});

const answer = (more: object, body = words(200)): RawKindEntry =>
  entry('answer', 'boss', { ...ANSWER, ...more }, body);

const broken: [string, RawKindEntry[], RegExp][] = [
  [
    'an address without a page',
    [answer({ next: ['talks/none/'] })],
    /boss\.mdx next\.0: the site has no page/,
  ],
  ['a fragment without a place', [answer({ next: ['lessons/lesson/#pint'] })], /did you mean .*#point/],
  [
    'an unknown lesson',
    [answer({ lesson: 'leson' })],
    /there is no lesson "leson"[\s\S]*did you mean "lesson"/,
  ],
  ['an unknown concept', [line({ concepts: ['managment'] })], /there is no concept "managment"/],
  ['an unknown claim in a field', [line({ claims: ['ld-99'] })], /claims\.0: there is no claim "ld-99"/],
  [
    'an unknown claim in a text',
    [answer({}, `${words(200)} <Claim id="ld-99">x</Claim>`)],
    /<Claim id>: there is no claim "ld-99"/,
  ],
  [
    'an alias of a concept',
    [answer({ aliases: ['boss'] })],
    /"boss" already leads to the concept "management"/,
  ],
  [
    'an alias of another entry',
    [answer({}), line({ aliases: ['Head of us'] })],
    /"Head of us" already leads to the answer "boss"/,
  ],
  ['too few words', [answer({}, words(149))], /has 149 words[\s\S]*write 150 to 250 words/],
  ['too many words', [answer({}, words(251))], /has 251 words/],
  ['a heading in an answer', [answer({}, `## Why {#why}\n\n${words(200)}`)], /heading "Why": is in a text/],
  ['a component of lessons', [answer({}, `${words(200)}\n\n<Timeline />`)], /<Timeline>/],
];

for (const [name, entries, message] of broken)
  test(`${name} is reported with file, field and remedy`, () => {
    expect(problemsWith(...entries).join('\n')).toMatch(message);
  });

const messages = (result: { error?: { issues: { message: string }[] } | undefined }): string =>
  (result.error?.issues ?? []).map(({ message }) => message).join('\n');

test('fields have limits, and say so', () => {
  expect(messages(summary.safeParse(words(40)))).toMatch(/longer than 160 characters\. Remedy/);
  expect(messages(short('an answer', 240).safeParse(words(60)))).toMatch(/longer than 240/);
  expect(COMMON.published.parse('2026-11-29')).toEqual(published);
});

test('a talk is spoken by its people, and a row of a paper has a cell for each column', () => {
  const said = (who: string, count: number) => Array.from({ length: count }, () => ({ who, says: 'Yes.' }));
  const data = {
    title: 'A talk',
    summary: 'About it.',
    situation: 'A room.',
    people: ['a', 'b'].map((id) => ({ id, name: id, about: 'somebody' })),
    wrong: said('a', 6),
    wrongWhy: 'Because.',
    right: said('b', 8),
    rightWhy: 'Because.',
    whenNot: 'Never.',
    lines: ['1', '2', '3', '4'],
    yours: ['1', '2', '3'],
    basis: 'advice',
    lesson: 'lesson',
    published: '2026-11-29',
  } satisfies Partial<Record<keyof TalkData, unknown>>;
  expect(talk.schema.safeParse(data).success).toBe(true);
  expect(messages(talk.schema.safeParse({ ...data, wrong: said('c', 6) }))).toMatch(
    /"c" is nobody[\s\S]*a, b/,
  );
  const part = {
    id: 'table',
    kind: 'table',
    label: 'A table',
    columns: ['x', 'y'],
    rows: 2,
    example: [['1']],
  };
  expect(messages(paper.schema.shape['parts'].safeParse([part]))).toMatch(/has 1 cells for 2 columns/);
});
