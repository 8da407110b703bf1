import { expect, test } from 'vitest';
import { securityUntil } from './host-files.ts';

test('security.txt is valid for less than a year, and the same in all builds of a month', () => {
  expect(securityUntil(new Date('2026-11-29T12:00:00Z'))).toEqual(new Date('2027-10-01'));
  expect(securityUntil(new Date('2026-11-01T00:00:00Z'))).toEqual(new Date('2027-10-01'));
  expect(securityUntil(new Date('2027-01-31T23:59:59Z'))).toEqual(new Date('2027-12-01'));
});
