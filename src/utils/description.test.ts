import { expect, test } from 'vitest';
import { description } from './description.ts';

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
