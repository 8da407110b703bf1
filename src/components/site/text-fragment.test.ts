import { expect, test } from 'vitest';
import { passageFragment } from './text-fragment.ts';

test('a link to a passage has its section and its first and last words', () => {
  expect(passageFragment('cost', 'well-known words')).toBe('#cost:~:text=well%2Dknown%20words');
  expect(passageFragment('cost', 'a b c d e f g h i j')).toBe(
    '#cost:~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j',
  );
  expect(passageFragment('cost', 'a b c d e f g h i j k')).toBe(
    '#cost:~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k',
  );
});
