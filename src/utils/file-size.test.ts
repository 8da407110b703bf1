import { expect, test } from 'vitest';
import { fileSize } from './file-size.ts';

test('a size is in whole kilobytes, or in megabytes with one decimal', () => {
  expect(fileSize(3_440_000)).toBe('3.4 MB');
  expect(fileSize(1_200)).toBe('2 KB');
});
