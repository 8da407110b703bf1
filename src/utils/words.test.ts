import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';
import { shortLessons } from './number-words.ts';

test('a clock does not run below zero', () => {
  expect(['-1', '7.9', '4500'].map((seconds) => clockText(Number(seconds)))).toEqual([
    '0:00',
    '0:07',
    '75:00',
  ]);
});

test('lessons are counted in words', () => {
  expect([1, 3].map((count) => shortLessons(count))).toEqual(['one short lesson', 'three short lessons']);
});
