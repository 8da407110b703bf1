import { expect, test } from 'vitest';
import { AuthorError } from './author-error.ts';
import { buildCourse } from '../../tests/support/course.ts';
import { comparisonSchema } from './schemas/comparison.ts';
import { claimSchema } from './schemas/claim.ts';
import { lessonSchema } from './schemas/lesson.ts';
import { questionSchema, questionsSchema } from './schemas/questions.ts';
import { sourceSchema } from './schemas/source.ts';
import { SIDES } from '../site.ts';
import { rawCourse, referencesOf } from '../../tests/fixtures/raw-course.ts';

test('a sound course is resolved into one graph', () => {
  const course = buildCourse(rawCourse());
  const [lesson] = course.lessons;
  expect(lesson?.concepts[0]?.term).toBe('Management');
  expect(lesson?.sources.map((source) => source.id)).toEqual(['kotter-1990']);
  expect(course.concept('management').taughtIn[0]).toBe(lesson);
});

test('the minutes of a lesson count the tables and questions that it shows, not only its text', () => {
  const minutesWith = (ask: string, prompt: string): number => {
    const raw = rawCourse();
    for (const row of raw.comparisons[0]?.data.rows ?? []) row.ask = ask;
    for (const question of raw.questions[0]?.data.questions ?? []) question.prompt = prompt;
    return buildCourse(raw).lessons[0]?.minutes ?? 0;
  };
  const short = minutesWith('Why?', 'Which?');
  // Two rows of 300 words take three minutes at 200 words a minute, and three questions of 200 words as long.
  expect(minutesWith('why '.repeat(300), 'Which?')).toBe(short + 3);
  expect(minutesWith('Why?', 'which '.repeat(200))).toBe(short + 3);
});

const broken: [string, (raw: ReturnType<typeof rawCourse>) => void, RegExp][] = [
  [
    'a missing concept',
    (raw) => raw.lessons[0]?.data.concepts.push('managment'),
    /lesson\.mdx[\s\S]*concepts\.1: there is no concept "managment"[\s\S]*did you mean "management"/,
  ],
  [
    'a concept that is its own neighbor',
    (raw) => raw.concepts[0]?.data.related.push('management'),
    /management\.mdx[\s\S]*related: names the concept itself/,
  ],
  [
    'a missing source',
    (raw) => raw.claims[0]?.data.sources.push('nobody-1990'),
    /claim\.yaml[\s\S]*sources\.1: there is no source "nobody-1990"/,
  ],
  [
    'a missing claim',
    (raw) =>
      Object.assign(raw.lessons[0] ?? {}, { body: `${raw.lessons[0]?.body}<Claim id="ms-99">x</Claim>` }),
    /<Claim id>: there is no claim "ms-99"/,
  ],
  [
    'a missing row',
    (raw) =>
      Object.assign(raw.lessons[0] ?? {}, {
        body: `${raw.lessons[0]?.body}<Comparison id="table" rows="nothing" />`,
      }),
    /the table has no row "nothing"/,
  ],
  [
    'a heading without an id',
    (raw) => Object.assign(raw.lessons[0] ?? {}, { body: `${raw.lessons[0]?.body}\n## No id\n` }),
    /heading "No id": has no id/,
  ],
  [
    'a duplicate question id',
    (raw) => raw.questions[0]?.data.questions.push(...raw.questions[0].data.questions),
    /the id is taken by a question in/,
  ],
  [
    'a question that cites a fact which its lesson does not show',
    (raw) => Object.assign(raw.questions[0]?.data.questions[0] ?? {}, { claims: ['ld-03', 'ms-99'] }),
    /questions\.q-one\.claims: the lesson does not show the fact "ms-99"[\s\S]*cite one that it shows \(ld-03\)/,
  ],
  [
    'an objective that does not exist',
    (raw) => Object.assign(raw.questions[0]?.data.questions[0] ?? {}, { objective: 'other#sing-it' }),
    /questions\.q-one\.objective: there is no objective "other#sing-it"/,
  ],
  [
    'an objective without a question',
    (raw) => raw.lessons[0]?.data.objectives.push({ id: 'map-it', text: 'Map it.' }),
    /lesson\.mdx[\s\S]*objectives\.map-it: no question tests it/,
  ],
  ...['Write', 'Explain', 'Choose'].map((verb): (typeof broken)[number] => [
    `"${verb}" that is only recognized`,
    (raw) => Object.assign(raw.lessons[0]?.data.objectives[0] ?? {}, { text: `${verb} it.` }),
    new RegExp(`objectives\\.name-it: it begins with "${verb}"`),
  ]),
  [
    'an alias under two concepts',
    (raw) => raw.concepts[1]?.data.aliases.push('boss'),
    /"boss" already leads to the concept "management"/,
  ],
];

for (const [name, breakIt, message] of broken) {
  test(`${name} is reported with file, field and remedy`, () => {
    const raw = rawCourse();
    breakIt(raw);
    for (const entry of raw.lessons) entry.references = referencesOf(lessonSchema, entry.data);
    for (const entry of raw.claims) entry.references = referencesOf(claimSchema, entry.data);
    expect(() => buildCourse(raw)).toThrow(AuthorError);
    expect(() => buildCourse(raw)).toThrow(message);
    expect(() => buildCourse(raw)).toThrow(/Remedy: /);
  });
}

test('a row that lacks a side is refused by its schema', () => {
  const raw = rawCourse().comparisons[0]?.data;
  delete raw?.rows[0]?.cells['managing'];
  const result = comparisonSchema.safeParse(raw);
  expect(result.error?.issues[0]?.path).toEqual(['rows', 0, 'cells', 'managing']);
  expect(result.error?.issues[0]?.message).toContain('lacks the side "managing"');
});

test('an answer without feedback is refused by its schema', () => {
  const raw = structuredClone(rawCourse().questions[0]?.data) as {
    questions: { options: Record<string, unknown>[] }[];
  };
  delete raw.questions[0]?.options[1]?.['feedback'];
  const result = questionsSchema.safeParse(raw);
  expect(result.error?.issues[0]?.path).toEqual(['questions', 0, 'options', 1, 'feedback']);
  expect(result.error?.issues[0]?.message).toContain('Remedy: write feedback that teaches');
});

test('a question whose fields do not fit each other is refused by its schema', () => {
  const problem = (change: object): string | undefined => {
    const questions = structuredClone(rawCourse().questions[0]?.data.questions ?? []);
    Object.assign(questions[0] ?? {}, change);
    return questionsSchema.safeParse({ questions }).error?.issues[0]?.message;
  };
  expect(problem({})).toBeUndefined();
  expect(problem({ objective: undefined })).toContain('Remedy: write one of the two');
  expect(problem({ objectives: ['name-it', 'sort-it'] })).toContain('Remedy: write one of the two');
  expect(problem({ level: 'recall' })).toContain('the answers are shown');
  expect(problem({ level: 'guess' })).toContain('Remedy: say what the question asks for');
  expect(problem({ where: 'review' })).toContain('fewer than 3 questions for the page');
  const [first, second] = SIDES.map(({ id }) => id);
  const statements = [first, second, 'both'].map((side) => ({ text: 'It.', side, feedback: 'So.' }));
  const sort = { id: 'q-sort', prompt: 'Which?', objective: 'sort-it', level: 'apply', explains: '#point' };
  const sorted = (offers?: string[]) =>
    questionSchema.safeParse({ ...sort, kind: 'sort', offers, statements });
  expect(sorted(['both']).success).toBe(true);
  for (const offers of [undefined, ['both', 'neither']])
    expect(sorted(offers).error?.issues[0]?.message).toContain('Remedy: offer what some statement is');
});

test('a claim without a date, a source, or how it was read is refused, and so is a dispute without its note', () => {
  const claim = {
    statement: 'A fact.',
    status: 'verified',
    read: 'abstract',
    kind: 'survey',
    asOf: '2024',
    sources: ['kotter-1990'],
  };
  expect(claimSchema.safeParse(claim).success).toBe(true);
  expect(claimSchema.safeParse({ ...claim, asOf: undefined }).error?.message).toContain(
    'date that the fact holds for',
  );
  expect(claimSchema.safeParse({ ...claim, sources: [] }).error?.message).toContain('name the source');
  expect(claimSchema.safeParse({ ...claim, read: 'our reasoning', sources: [] }).success).toBe(true);
  expect(claimSchema.safeParse({ ...claim, read: 'whole' }).error?.message).toContain('how it was read');
  expect(claimSchema.safeParse({ ...claim, kind: undefined }).error?.message).toContain('kind of evidence');
  expect(claimSchema.safeParse({ ...claim, status: 'disputed' }).error?.message).toContain('who disagrees');
});

test('a source needs a title or a description, an address, and how it was read', () => {
  const source = {
    type: 'webpage',
    title: 'A page',
    URL: 'https://example.org/',
    custom: { read: 'own page' },
  };
  const error = (changes: object): string | undefined =>
    sourceSchema.safeParse({ ...source, ...changes }).error?.message;
  expect(error({})).toBeUndefined();
  expect(error({ title: undefined, genre: 'News report on a page' })).toBeUndefined();
  expect(error({ title: undefined })).toContain('write the title');
  expect(error({ title: '[News report on a page]' })).toContain('without brackets');
  expect(error({ type: 'bok' })).toContain('is no type of CSL');
  expect(error({ DOI: 'https://doi.org/10.1000/1' })).toContain('without https://doi.org/');
  expect(error({ issued: { 'date-parts': [[2010, 2, 30]] } })).toContain('no calendar has');
  expect(error({ issued: { 'date-parts': [[2010, 2]] } })).toBeUndefined();
  const missing = 'write a DOI or an address';
  expect(error({ URL: undefined })).toContain(missing);
  const year = { 'date-parts': [[2010]] };
  const news = { type: 'article-newspaper', 'container-title': 'A paper', issued: year, URL: undefined };
  expect(error(news)).toContain(missing);
  expect(error({ ...news, publisher: 'A house' })).toBeUndefined();
  expect(error({ ...news, type: 'article-journal' })).toContain(missing);
  expect(error({ publisher: 'A house', URL: undefined })).toContain(missing);
  expect(error({ custom: undefined })).toContain('level of reading');
});
