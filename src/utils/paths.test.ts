import { expect, test } from 'vitest';
import { toBase, withBase, withoutBase } from './paths.ts';

test('paths get the base path once, and external addresses never', () => {
  expect(withBase('/course/', '/lessons/')).toBe('/course/lessons/');
  expect(withBase('/', '/lessons/')).toBe('/lessons/');
  expect(withBase('/course/', '//evil.example')).toBe('//evil.example');
  expect(withoutBase('/course/', '/course/lessons/')).toBe('/lessons/');
});

test('a base path gets both slashes, however it was written', () => {
  for (const written of ['course', '/course', 'course/', '/course/', '//course//'])
    expect(toBase(written), written).toBe('/course/');
  for (const written of ['', '/']) expect(toBase(written), written).toBe('/');
});

test('a path that only begins like the base path keeps it', () => {
  expect(withoutBase('/course/', '/courses/bread/')).toBe('/courses/bread/');
});
