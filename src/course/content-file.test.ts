import { expect, test } from 'vitest';
import type { Problem } from './author-error.ts';
import { parseContent } from './content-file.ts';
import { z } from 'zod';
import { ref } from './references.ts';
import { claimSchema } from './schemas/claim.ts';
import { date } from './schemas/common.ts';
import { conceptSchema } from './schemas/concept.ts';

const editionDays = z.object({ editions: z.array(z.object({ date })) });

const CLAIM = `statement: Half of it.
status: verified
read: secondary
kind: survey
asOf: "2024"
sources: [gallup-2024]
`;

/** What is wrong with the claim after a change of its text, one problem a line: line, field, problem, remedy. */
function said(from: string, to: string): string[] {
  const read = parseContent('claims/ms-01.yaml', CLAIM.replace(from, to), claimSchema);
  if (!Array.isArray(read)) return [];
  return read.map(({ line, field, problem, remedy }: Problem) => `${line} ${field}: ${problem}. ${remedy}`);
}

test('a sound file is read', () => {
  expect(said('', '')).toEqual([]);
});

const mistakes: [name: string, from: string, to: string, ...expected: RegExp[]][] = [
  ['a colon', 'Half of it.', 'Half: of it.', /^1 statement: has a colon .* write "Half: of it\."/],
  ['curly quotation marks', 'Half of it.', '“Half: of it”', /^1 statement: has curly .* write "Half: of it"/],
  ['a tab', 'status:', 'a:\n\tb: 1\nstatus:', /^3 b: begins with a tab\. indent with spaces/],
  ['a wrong indentation', 'status:', '  status:', /^1 statement: cannot be read.* same column/],
  [
    'an open quotation mark',
    'Half of it.',
    '"Half of it.',
    /^1 statement: cannot be read: missing closing "quote/,
  ],
  ['text after a quotation', 'Half of it.', '"Half" of it.', /^1 statement: has a mark .* "quotation marks"/],
  ['a field twice', 'status:', 'kind: survey\nstatus:', /^5 kind: has a field that is there already/],
  ['a missing field', 'asOf: "2024"\n', '', /^1 asOf: is missing\. write the date/],
  [
    'a number sign',
    'Half of it.',
    'Half #1 of it.',
    /^1 statement: has a number sign .* write "Half #1 of it\."/,
  ],
  [
    'a text that is only a comment',
    'Half of it.',
    '#half',
    /^1 statement: has a number sign .* write "#half"/,
  ],
  [
    'a number in place of a text',
    'Half of it.',
    '2024',
    /^1 statement: is not a text\. put it in .*: "2024"/,
  ],
  ['a colon in a list', 'Half of it.', '[Half: of it]', /^1 statement: is a group .* quotation marks/],
  ['a month that no year has', '"2024"', '"2024-13"', /^5 asOf: is a date that no calendar has/],
  ['a wrong value', 'survey', 'surveys', /^4 kind: is none of meta-analysis.* did you mean "survey"/],
  ['a date in words', '"2024"', 'March 2024', /^5 asOf: is not a date/],
  ['a text in place of a list', '[gallup-2024]', 'gallup-2024', /^6 sources: is not a list/],
  ['a wrong value in a list', 'gallup-2024', 'gallup-2024, Gallup', /^6 sources\.1: is not an id/],
  ['a field of another name', 'kind:', 'knid:', /^1 kind: is none/, /^4 knid: .* did you mean "kind"/],
  ['an empty file', CLAIM, '', /^1 statement/, /^1 status/, /^1 read/, /^1 kind/, /^1 asOf/, /^1 sources/],
];

for (const [name, from, to, ...expected] of mistakes)
  test(`${name} is told with line, field and remedy`, () => {
    const found = said(from, to);
    for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern);
    expect(found).toHaveLength(expected.length);
  });

test('a comma that JSON lacks is told at the entry after it', () => {
  expect(parseContent('sources/a.json', '{\n  "a": "x"\n  "b": 2\n}', z.object({}))).toMatchObject([
    { line: 3, problem: 'lacks a comma before it' },
  ]);
});

test('the lines of front matter and of the text below are those of the file', () => {
  const file = (published: string): string =>
    `---\r\nterm: Drift\r\n${published}definition: A slow loss.\r\naliases: [a, b]\r\nrelated: []\r\n---\r\n\r\nIts text.\r\n`;
  expect(parseContent('concepts/drift.mdx', file(''), conceptSchema)).toMatchObject({
    body: '\r\nIts text.\r\n',
    bodyStart: 7,
  });
  expect(parseContent('concepts/drift.mdx', file('titel: x\r\n'), conceptSchema)).toMatchObject([
    { line: 3, field: 'titel' },
  ]);
});

test('a file without its line of three hyphens has one mistake', () => {
  for (const text of ['Its text.', 'term: Drift\n---\nIts text.', '---\nterm: Drift\nIts text.'])
    expect(parseContent('concepts/drift.mdx', text, conceptSchema), text).toMatchObject([
      { line: 1, field: 'front matter' },
    ]);
});

test('an id of another file is known with its field and line, in lists, choices and optional fields', () => {
  const read = (text: string, schema: z.ZodType) => parseContent('file.yaml', text, schema);
  expect(read(CLAIM, claimSchema)).toMatchObject({
    references: [{ of: 'source', id: 'gallup-2024', field: 'sources.0', line: 6 }],
  });
  const choice = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('a'), of: ref('lesson') }),
    z.object({ kind: z.literal('b'), of: ref('claim').optional() }),
  ]);
  const schema = z.object({ list: z.array(choice).default([]), map: z.record(z.string(), ref('concept')) });
  expect(
    read(
      'list:\n  - kind: b\n    of: ld-03\n  - kind: b\n  - kind: a\n    of: why\nmap:\n  x: drift\n',
      schema,
    ),
  ).toMatchObject({
    references: [
      { of: 'claim', id: 'ld-03', field: 'list.0.of', line: 3 },
      { of: 'lesson', id: 'why', field: 'list.2.of', line: 6 },
      { of: 'concept', id: 'drift', field: 'map.x', line: 8 },
    ],
  });
});

test('a day that no calendar has is refused', () => {
  const file = (day: string) => parseContent('editions.yaml', `editions:\n  - date: ${day}\n`, editionDays);
  for (const day of ['2026-02-30', '2026-13-45', '2026']) expect(file(day), day).toMatchObject([{ line: 2 }]);
  expect(file('2028-02-29')).toMatchObject({ data: { editions: [{ date: new Date('2028-02-29') }] } });
});

test('texts are typeset once, where they are read; addresses and sources keep their marks', () => {
  const schema = z.object({ say: z.array(z.string()) });
  const texts = ['"It isn\'t."', "https://example.org/it's"];
  const read = (file: string) => parseContent(file, JSON.stringify({ say: texts }), schema);
  expect(read('lines/a.yaml')).toMatchObject({ data: { say: ['“It isn’t.”', texts[1]] } });
  expect(read('sources/a.json')).toMatchObject({ data: { say: texts } });
});
