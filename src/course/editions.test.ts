import { expect, test } from 'vitest';
import { readEditions } from './editions.ts';
import type { Permalink } from './permalinks.ts';
import { editionsSchema } from './schemas/editions.ts';

const links: Permalink[] = [
  { path: '/lessons/momentum/', title: 'Momentum', kind: 'lesson', number: 10 },
  { path: '/concepts/drift/', title: 'Drift', kind: 'concept' },
];
const ids = { '7xyz': '/concepts/drift/' };
const edition = (number: string, date: string, at: string) => ({
  number,
  date,
  summary: 'Mended.',
  changes: [{ at, what: 'New words.' }],
});
const said = (editions: object[]): string =>
  editionsSchema
    .safeParse({ editions })
    .error?.issues.map(({ message }) => message)
    .join() ?? '';

test('an edition names what changed by lasting id or by address, with title and address of today', () => {
  const { editions: data } = editionsSchema.parse({
    editions: [edition('1.1', '2027-02-01', '7xyz'), edition('1.0', '2026-11-24', '/lessons/momentum/')],
  });
  const { editions, problems } = readEditions(data, links, ids);
  expect(problems).toEqual([]);
  expect(editions.map(({ changes }) => changes)).toEqual([
    [{ what: 'New words.', title: 'Drift', address: '/concepts/drift/', id: '7xyz' }],
    [{ what: 'New words.', title: 'Momentum', address: '/lessons/momentum/', id: undefined }],
  ]);
});

test('an edition that names nothing of the course is told with the nearest address', () => {
  const { editions: data } = editionsSchema.parse({
    editions: [edition('1.1', '2027-02-01', '/concepts/drifts/'), edition('1.0', '2026-11-24', 'zzzz')],
  });
  expect(readEditions(data, links, ids).problems).toEqual([
    expect.objectContaining({
      field: 'editions.1.1.changes.0.at',
      remedy: expect.stringContaining('/concepts/drift/'),
    }),
    expect.objectContaining({ problem: expect.stringContaining('lasting id "zzzz"') }),
  ]);
});

test('editions are newest first, and each number is there once', () => {
  const [newer, older] = [edition('1.1', '2027-02-01', '7xyz'), edition('1.0', '2026-11-24', '7xyz')];
  expect(said([newer, older])).toBe('');
  expect(said([older, newer])).toContain('put the newest edition first');
  expect(said([older, older])).toContain('"1.0"');
  expect(said([{ ...older, number: '1' }])).toContain('two numbers with a dot');
});
