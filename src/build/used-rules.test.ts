import { expect, test } from 'vitest';
import { usedRules } from './used-rules.ts';

const used = (css: string): string => usedRules(css, (name) => ['here', 'too'].includes(name));

test.each([
  ['a rule of a class that the page has', '.here{a:b}', '.here{a:b}'],
  ['a rule of a class that it lacks', '.gone{a:b}p{a:b}', 'p{a:b}'],
  ['one selector of several', '.gone .here,.too{a:b}', '.too{a:b}'],
  [
    'classes that may be there or not',
    ':is(.gone,.here) p:not(.gone){a:b}',
    ':is(.gone,.here) p:not(.gone){a:b}',
  ],
  ['a group', '@media print{.gone{a:b}.here{a:b}}', '@media print{.here{a:b}}'],
  ['a group of which nothing is left', '@media print{.gone{a:b}}p{a:b}', 'p{a:b}'],
  ['comments', '/*! license */p{a:b}', 'p{a:b}'],
  ['what has no selector', '@layer a,b;@keyframes x{to{a:b}}', '@layer a,b;@keyframes x{to{a:b}}'],
])('%s', (_, css, kept) => {
  expect(used(css)).toBe(kept);
});
