import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { headerPolicy } from '../components/site/security.ts';
import { securityUntil } from './host-files.ts';

test.each(['hosting/nginx.conf', 'hosting/Caddyfile'])(
  '%s allows the early script of this version, and no other',
  async (file) => {
    const hashes = (text: string) => [...text.matchAll(/sha256-[^']*/g)].map(([hash]) => hash);
    expect(hashes(readFileSync(file, 'utf8'))).toEqual(hashes(headerPolicy()));
  },
);

test('security.txt is valid for less than a year, and the same in all builds of a month', () => {
  expect(securityUntil(new Date('2026-11-29T12:00:00Z'))).toEqual(new Date('2027-10-01'));
  expect(securityUntil(new Date('2026-11-01T00:00:00Z'))).toEqual(new Date('2027-10-01'));
  expect(securityUntil(new Date('2027-01-31T23:59:59Z'))).toEqual(new Date('2027-12-01'));
});
