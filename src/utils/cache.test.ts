import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheFile, readCached, writeCached } from './cache.ts';

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
