import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unpackEdition } from './unpack-editions.ts';

let place = '';
beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'edition-'))));
afterEach(() => rmSync(place, { recursive: true }));

/** Unpacks a zip that has a page, and a file of the given name. */
function unpack(name: string): void {
  const about = JSON.stringify({ base: '/e/1.0/' });
  const zip = zipSync({
    'edition.json': strToU8(about),
    'index.html': strToU8('page'),
    [name]: strToU8('evil'),
  });
  unpackEdition(zip, { out: join(place, 'site'), base: '/', number: '1.0', newest: '1.0' });
}

test.each(['../../../evil.txt', '../1.0-more/evil.txt', 'a/../../evil.txt', '/evil.txt'])(
  'an archive with the name %s is refused, and nothing of it is written',
  (name) => {
    expect(() => unpack(name)).toThrow(/leads out of the folder/);
    expect(existsSync(join(place, 'site'))).toBe(false);
    expect(existsSync(join(place, 'evil.txt'))).toBe(false);
  },
);

test('names within the folder of the edition are written there', () => {
  unpack('a/..b/c.txt');
  expect(readFileSync(join(place, 'site/e/1.0/a/..b/c.txt'), 'utf8')).toBe('evil');
});
