import { expect, test } from 'vitest';
import { choiceOf, choiceQuery } from './embed-choice.ts';
import { embedCode } from './embed-code.ts';
import { HEIGHT_MESSAGE, readHeight } from './embed-height.ts';

test('only messages of embeds have a height', () => {
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

test('the code of an embed is valid with any title, and finds the script', () => {
  const src = 'https://x.example/course/embed/compare/embed/';
  expect(embedCode({ title: '"A" <b> & c', src, height: 480, grows: true, theme: 'dark' })).toBe(
    '<script src="https://x.example/course/embed.js"></script>\n' +
      '<iframe src="https://x.example/course/embed/compare/embed/?theme=dark" title="&quot;A&quot; &lt;b&gt; &amp; c" width="100%" height="480" loading="lazy" allow="clipboard-write"></iframe>',
  );
  expect(embedCode({ title: 'A', src, height: 480, grows: false })).not.toContain('<script');
});

test('a choice survives the round trip through an address, and invalid values are ignored', () => {
  const choice = { piece: 'compare/in-practice', theme: 'dark' } as const;
  expect(choiceQuery(choice)).toBe('piece=compare/in-practice&theme=dark');
  expect(choiceOf(`?${choiceQuery(choice)}`)).toEqual(choice);
  expect(choiceQuery({ piece: 'a/b' })).toBe('piece=a/b');
  expect(choiceOf('?theme=dark')).toBeUndefined();
  // Height and growth were choices once.
  expect(choiceOf('?piece=a&theme=pink&height=411&grows=no')).toEqual({ piece: 'a', theme: undefined });
});
