import { expect, test } from 'vitest';
import { rulesFor } from './inline-sheets.ts';

const START = '<html><body><p class="here too">A start.';

test.each([
  ['a rule of a class that it has', '.here{color:red}', '.here{color:red}'],
  ['a rule of a class that it lacks', '.gone{color:red}p{color:red}', 'p{color:red}'],
  ['a rule of an element that it lacks', 'table{color:red}body{color:red}', 'body{color:red}'],
  ['a rule with one selector of several', '.gone .here,.too{color:red}', '.gone .here,.too{color:red}'],
  [
    'classes that may be there or not',
    ':is(.gone,.here) p:not(.gone){color:red}',
    ':is(.gone,.here) p:not(.gone){color:red}',
  ],
  ['attributes that a script may add', '[data-theme=dark] p{color:red}', '[data-theme=dark] p{color:red}'],
  ['a group', '@media print{.gone{color:red}.here{color:red}}', '@media print{.here{color:red}}'],
  ['a group of which nothing is left', '@media print{.gone{color:red}}p{color:red}', 'p{color:red}'],
  ['comments', '/*! license */p{color:red}', 'p{color:red}'],
  ['what has no selector', '@keyframes x{to{color:red}}', '@keyframes x{to{color:red}}'],
])('keeps of the rules for a start: %s', (_, css, kept) => {
  expect(rulesFor(START, css)).toBe(kept);
});
