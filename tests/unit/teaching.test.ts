import { expect, test } from '@playwright/test';
import { readEditions } from '../../src/lib/editions.ts';
import { choiceOf, choiceQuery, heightOf } from '../../src/lib/embed-choice.ts';
import { embedCode } from '../../src/lib/embed-code.ts';
import { HEIGHT_MESSAGE, readHeight } from '../../src/lib/embed-height.ts';
import { runningOrder } from '../../src/lib/guide/running-order.ts';
import type { Permalink } from '../../src/lib/permalinks.ts';
import { editionsSchema } from '../../src/lib/schemas/editions.ts';

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
  const data = editionsSchema.parse({
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
  const data = editionsSchema.parse({
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

test('editions stand newest first, and a number stands once', () => {
  const [newer, older] = [edition('1.1', '2027-02-01', '7xyz'), edition('1.0', '2026-11-24', '7xyz')];
  expect(said([newer, older])).toBe('');
  expect(said([older, newer])).toContain('put the newest edition first');
  expect(said([older, older])).toContain('"1.0"');
  expect(said([{ ...older, number: '1' }])).toContain('two numbers with a dot');
});

test('a message tells a height, or it is none of an embed', () => {
  const told = (height: unknown, type: unknown = HEIGHT_MESSAGE): unknown => JSON.stringify({ type, height });
  for (const height of [0.5, 411, 19_999]) expect(readHeight(told(height))).toBe(height);
  for (const height of ['<img>', '411', 0, -50, 20_000, 1e9, null, [411], {}, undefined, true])
    expect(readHeight(told(height)), String(height)).toBeUndefined();
  for (const type of ['height', '', null, 1]) expect(readHeight(told(411, type))).toBeUndefined();
  for (const data of [
    'not json',
    'null',
    '7',
    '[]',
    '""',
    '',
    null,
    undefined,
    411,
    { type: HEIGHT_MESSAGE, height: 411 },
  ])
    expect(readHeight(data), String(data)).toBeUndefined();
  expect(
    readHeight(JSON.stringify({ type: HEIGHT_MESSAGE, height: 411, more: 'x'.repeat(500) })),
  ).toBeUndefined();
});

test('the code of an embed holds whatever stands in a title, and finds the script beside it', () => {
  const src = 'https://x.example/course/embed/compare/embed/';
  expect(embedCode({ title: '"A" <b> & c', src, height: 480, grows: true, theme: 'dark' })).toBe(
    '<script src="https://x.example/course/embed.js"></script>\n' +
      '<iframe src="https://x.example/course/embed/compare/embed/?theme=dark" title="&quot;A&quot; &lt;b&gt; &amp; c" width="100%" height="480" loading="lazy" allow="clipboard-write"></iframe>',
  );
  expect(embedCode({ title: 'A', src, height: 480, grows: false })).not.toContain('<script');
});

test('a choice of an embed survives the address, and what nobody can have is left out', () => {
  const choice = { piece: 'compare/in-practice', theme: 'dark', height: 500, grows: false } as const;
  expect(choiceQuery(choice)).toBe('piece=compare/in-practice&theme=dark&height=500&grows=no');
  expect(choiceOf(`?${choiceQuery(choice)}`)).toEqual(choice);
  expect(choiceQuery({ piece: 'a/b' })).toBe('piece=a/b');
  expect(choiceOf('?theme=dark')).toBeUndefined();
  expect(choiceOf('?piece=a&theme=pink&height=1e9')).toEqual({
    piece: 'a',
    theme: undefined,
    height: undefined,
    grows: true,
  });
  expect(['', ' ', '0', '-5', '12.5', '119', '4001', '120', '4000'].map(heightOf)).toEqual([
    ...Array<undefined>(7).fill(undefined),
    120,
    4000,
  ]);
});

test('a session is as short as its core blocks, and as long as all', () => {
  const block = (least: number, most: number, core: boolean) =>
    ({ id: 'b', title: 'B', kind: 'tell', do: 'Tell.', least, most, core }) as const;
  expect(runningOrder([block(3, 6, true), block(5, 10, false), block(2, 4, true)])).toMatchObject({
    shortest: 5,
    longest: 20,
  });
});
