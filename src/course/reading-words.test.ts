import { expect, test } from 'vitest';
import {
  READING_MEANINGS,
  READING_WORDS,
  receiptLabel,
  receiptName,
  sourcesByReading,
} from './reading-words.ts';
import type { Source } from './types.ts';

test('every level of reading has its own words, and none claims that a work was read whole', () => {
  for (const words of [READING_WORDS, READING_MEANINGS]) {
    expect(new Set(Object.values(words)).size).toBe(6);
    expect(Object.values(words).join(' ')).not.toMatch(/checked|verified/i);
  }
});

test('a fact ends in "source", a disputed one in "disputed", and our own reasoning in "ours" in any case', () => {
  expect(receiptLabel({ read: 'abstract', status: 'verified' })).toBe('source');
  expect(receiptLabel({ read: 'secondary', status: 'disputed' })).toBe('disputed');
  expect(receiptLabel({ read: 'our reasoning', status: 'disputed' })).toBe('ours');
  expect(receiptName({ read: 'our reasoning', status: 'verified' })).toContain('Our own reasoning');
  expect(receiptName({ read: 'known', status: 'known' })).toBe('Source of this statement');
});

test('facts that were read alike name each source once, and say when one is disputed', () => {
  const source = { id: 'a' } as Source;
  expect(
    sourcesByReading([
      { read: 'abstract', status: 'verified', sources: [source] },
      { read: 'abstract', status: 'disputed', sources: [source] },
    ]),
  ).toEqual([{ words: 'Disputed. Read in an abstract: ', sources: [source] }]);
});
