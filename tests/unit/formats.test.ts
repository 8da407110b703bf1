import { expect, test } from '@playwright/test';
import { pickStatements, shuffle } from '../../src/lib/comparison-practice.ts';
import { formatAsOf } from '../../src/lib/dates.ts';
import { outlineOf } from '../../src/lib/mdx.ts';
import { toBase, withBase, withoutBase } from '../../src/lib/paths.ts';
import { addToLock, brokenPromises } from '../../src/lib/permalink-lock.ts';
import { parsePersonal } from '../../src/lib/personal-store.ts';
import { answersOf, score } from '../../src/lib/questions.ts';
import { passageFragment } from '../../src/lib/text-fragment.ts';
import { toCsv, toHtml, toMarkdown } from '../../src/lib/table-formats.ts';

test('a table becomes Markdown, CSV and HTML that nothing in a cell can break', () => {
  const grid = [
    ['', 'Leading', 'Managing'],
    ['Risk', 'a | b', '=SUM(A1)'],
    ['Say', 'He said "no", twice', '<b>&'],
  ];
  expect(toMarkdown(grid).split('\n')[2]).toBe('| Risk | a \\| b | =SUM(A1) |');
  expect(toCsv(grid)).toBe(
    '\uFEFF,Leading,Managing\r\nRisk,a | b,\'=SUM(A1)\r\nSay,"He said ""no"", twice",<b>&\r\n',
  );
  expect(toHtml(grid, 'A & B')).toContain('<caption>A &amp; B</caption>');
  expect(toHtml(grid, '')).toContain('<td>&lt;b&gt;&amp;</td>');
});

test('paths get the base path once, and outside addresses never', () => {
  expect(withBase('/course/', '/lessons/')).toBe('/course/lessons/');
  expect(withBase('/', '/lessons/')).toBe('/lessons/');
  expect(withBase('/course/', '//evil.example')).toBe('//evil.example');
  expect(withoutBase('/course/', '/course/lessons/')).toBe('/lessons/');
});

test('a base path has both its slashes, however it was written', () => {
  for (const written of ['course', '/course', 'course/', '/course/', '//course//'])
    expect(toBase(written), written).toBe('/course/');
  for (const written of ['', '/']) expect(toBase(written), written).toBe('/');
});

test('the outline of a lesson is read from its MDX', () => {
  const outline = outlineOf(
    'Hi there.\n\n## One point {#one}\n\n<Term id="trust">trust</Term> <Comparison id="t" rows="a b" />\n\n### Bare\n',
  );
  expect(outline.headings).toEqual([{ depth: 2, text: 'One point', id: 'one' }]);
  expect(outline.headingsWithoutId).toEqual(['Bare']);
  expect(outline.terms).toEqual(['trust']);
  expect(outline.comparisons).toEqual([{ id: 't', rows: ['a', 'b'] }]);
});

test('what was stored is read whatever it is', () => {
  for (const text of [
    null,
    '',
    '{',
    '[]',
    '{"lessons":[]}',
    '{"lessons":{"a b":{"title":"x"}}}',
    '{"lessons":{"x":{"title":5}}}',
  ]) {
    expect(parsePersonal(text)).toEqual({ version: 1, lessons: {} });
  }
  const personal = parsePersonal(
    '{"version":9,"streak":3,"lessons":{"why-both":{"title":"Why","at":"cost","finished":"2026-01-01","notes":["n"]}},"last":"why-both"}',
  );
  // A newer version's own entries stay.
  expect(personal).toEqual({
    version: 9,
    streak: 3,
    lessons: { 'why-both': { title: 'Why', at: 'cost', finished: '2026-01-01', notes: ['n'] } },
    last: 'why-both',
  });
});

test('the permalink lock grows and never shrinks', () => {
  const lock = addToLock({ '/a/': ['x'] }, [
    { path: '/a/', fragment: 'b', title: '', kind: 'section' },
    { path: '/c/', title: '', kind: 'page' },
  ]);
  expect(lock).toEqual({ '/a/': ['b', 'x'], '/c/': [] });
  expect(brokenPromises(lock, [{ path: '/a/', title: '', kind: 'page' }])).toEqual(['/a/#b', '/a/#x', '/c/']);
});

test('answers are scored by what was given for each', () => {
  expect(score(['right', 'wrong'], ['right', 'wrong'])).toBe(2);
  const recall = answersOf({
    id: 'q-a',
    kind: 'recall',
    prompt: '',
    explains: '#a',
    answer: '',
    points: [{ text: 'One', feedback: 'Two' }],
  });
  expect(recall).toEqual([{ text: 'One', verdict: '', label: 'One', feedback: 'Two' }]);
});

test('dates read as Americans write them', () => {
  expect([formatAsOf('2024'), formatAsOf('2024-02'), formatAsOf('2024-02-04')]).toEqual([
    '2024',
    'February 2024',
    'February 4, 2024',
  ]);
});

test('a round has each row at most once, in an order that chance decides', () => {
  const statements = ['a', 'b', 'c'].flatMap((dimension) =>
    ['x', 'y'].map((side) => ({ dimension, side, text: dimension + side })),
  );
  const round = pickStatements(statements, 2, () => 0.99);
  expect(new Set(round.map((item) => item.dimension)).size).toBe(2);
  expect(shuffle([1, 2, 3], Math.random).toSorted()).toEqual([1, 2, 3]);
});

test('a passage is found by its section and by the words at its ends', () => {
  expect(passageFragment('cost', 'well-known words')).toBe('#cost:~:text=well%2Dknown%20words');
  expect(passageFragment('cost', 'a b c d e f g h i j k')).toBe(
    '#cost:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k',
  );
});
