import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';
import { formatAsOf } from './dates.ts';
import { description } from './description.ts';
import { fileSize } from './file-size.ts';
import { shortLessons } from './number-words.ts';

test('dates are formatted in US English', () => {
  expect([formatAsOf('2024'), formatAsOf('2024-02'), formatAsOf('2024-02-04')]).toEqual([
    '2024',
    'February 2024',
    'February 4, 2024',
  ]);
});

test('a short text is its own description', () => {
  expect(description('Two kinds of work.')).toBe('Two kinds of work.');
});

test('a long text ends with a sentence where that says enough', () => {
  const first = 'Ask for the two dates that matter most, and write them down where both of you can see them.';
  expect(description(`${first} ${'And then more of it '.repeat(10)}.`)).toBe(first);
});

test('otherwise it ends with a whole word', () => {
  const text = `Yes. ${'leadership '.repeat(30)}`;
  const cut = description(text);
  expect(cut.length).toBeLessThanOrEqual(160);
  expect(cut).toMatch(/ leadership…$/);
});

test('a size is in whole kilobytes, or in megabytes with one decimal', () => {
  expect(fileSize(3_440_000)).toBe('3.4 MB');
  expect(fileSize(1_200)).toBe('2 KB');
});

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
