import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFile, dropUnused, readCached, writeCached } from './cache.ts';

test('a result is found again by all that it is made from, and by nothing else', () => {
  const names = [
    cacheFile('brotli', 'page'),
    cacheFile('brotlipage'),
    cacheFile('brotli', 'pag', 'e'),
    cacheFile('brotli', 'Page'),
    cacheFile('gzip', 'page'),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(cacheFile('brotli', new TextEncoder().encode('page'))).toBe(names[0]);
});

test('a result comes back as it was written, and what was never made is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cache-'));
  const bytes = Uint8Array.from([0, 255, 13, 10]);
  expect(readCached(join(folder, 'a'))).toBeUndefined();
  expect(writeCached(join(folder, 'a'), bytes)).toBe(bytes);
  expect([...(readCached(join(folder, 'a')) ?? [])]).toEqual([...bytes]);
  rmSync(folder, { recursive: true });
});

test('a result that no build has used for a month is deleted, and a use keeps it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cache-'));
  const longAgo = new Date(Date.now() - 31 * 86_400_000);
  for (const name of ['unused', 'used', 'new']) writeCached(join(folder, name), name);
  for (const name of ['unused', 'used']) utimesSync(join(folder, name), longAgo, longAgo);
  readCached(join(folder, 'used'));
  dropUnused(folder);
  expect(readdirSync(folder).sort()).toEqual(['new', 'used']);
  rmSync(folder, { recursive: true });
});
