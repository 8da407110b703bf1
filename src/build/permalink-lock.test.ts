import { expect, test } from 'vitest';
import { addToLock, brokenPromises } from './permalink-lock.ts';

test('the permalink lock grows and never shrinks', () => {
  const lock = addToLock({ '/a/': ['x'] }, [
    { path: '/a/', fragment: 'b', title: '', kind: 'section' },
    { path: '/c/', title: '', kind: 'page' },
  ]);
  expect(lock).toEqual({ '/a/': ['b', 'x'], '/c/': [] });
  expect(brokenPromises(lock, [{ path: '/a/', title: '', kind: 'page' }])).toEqual(['/a/#b', '/a/#x', '/c/']);
});
