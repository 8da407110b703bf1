import { expect, test } from 'vitest';
import { realCourse } from '../../tests/fixtures/real-course.ts';
import { claimsByKind, standingOf, citingPages } from './citing-pages.ts';

test('a claim is as firm as it was read, and a dispute comes first of all', () => {
  expect(standingOf({ status: 'verified', read: 'abstract' })).toBe('read');
  expect(standingOf({ status: 'verified', read: 'secondary' })).toBe('reported');
  expect(standingOf({ status: 'known', read: 'known' })).toBe('reported');
  expect(standingOf({ status: 'disputed', read: 'abstract' })).toBe('disputed');
});

test('each claim that a page shows is in one kind, with its pages', () => {
  const course = realCourse();
  const sorted = claimsByKind(course).flatMap(({ claims }) => claims);
  expect(sorted).toHaveLength(citingPages(course).claims.size);
  expect(new Set(sorted.map(({ claim }) => claim.id)).size).toBe(sorted.length);
  for (const { pages } of sorted) expect(pages.length).toBeGreaterThan(0);
  for (const { kind, claims } of claimsByKind(course))
    expect(claims.every(({ claim }) => claim.kind === kind)).toBe(true);
});
