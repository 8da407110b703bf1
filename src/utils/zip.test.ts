import { expect, test } from 'vitest';
import { zip } from './zip.ts';

test('an archive has the same bytes in every time zone, and its entries in the given order', () => {
  const archive = (): Uint8Array =>
    zip(
      [
        ['mimetype', 'a'],
        ['b', 'b'],
      ],
      new Date('2026-11-23T00:00:00Z'),
    );
  const zone = process.env['TZ'];
  const [west, east] = ['Pacific/Honolulu', 'Pacific/Auckland'].map((name) => {
    process.env['TZ'] = name;
    return archive();
  });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(west).toEqual(east);
  expect(Buffer.from(archive().subarray(30, 38)).toString()).toBe('mimetype');
});

test('a date before 1980, which zips do not have, becomes 1980', () => {
  expect(zip([['a.txt', 'a']], new Date(0))).toEqual(zip([['a.txt', 'a']], new Date('1980-01-01')));
});
