import { expect, test } from 'vitest';
import { fileOf, relativeTo } from './usb-zip.ts';

test('links in a folder are relative paths from file to file', () => {
  const way = (from: string, to: string): string => relativeTo(fileOf(from), fileOf(to));
  expect(way('/', '/lessons/momentum/')).toBe('lessons/momentum/index.html');
  expect(way('/lessons/momentum/', '/')).toBe('../../index.html');
  expect(way('/lessons/momentum/', '/lessons/why-both/')).toBe('../why-both/index.html');
  expect(way('/lessons/momentum/', '/lessons/momentum/')).toBe('index.html');
});
