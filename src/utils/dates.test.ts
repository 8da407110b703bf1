import { expect, test } from 'vitest';
import { formatAsOf } from './dates.ts';

test('dates are formatted in US English', () => {
  expect([formatAsOf('2024'), formatAsOf('2024-02'), formatAsOf('2024-02-04')]).toEqual([
    '2024',
    'February 2024',
    'February 4, 2024',
  ]);
});
