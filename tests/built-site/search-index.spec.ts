import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { readInstantIndex, readLaterIndex, type InstantIndex } from '../../src/search/instant-index.ts';
import { InstantSearch } from '../../src/search/instant-search.ts';
import { searchQueries } from '../fixtures/search-queries.ts';

const MAX_INDEX_BYTES = 10_000;

test.describe('the index of the built site', () => {
  const file = readFileSync('dist/search/quick.json', 'utf8');
  const search = new InstantSearch(readInstantIndex(JSON.parse(file) as InstantIndex));
  search.addEntries(readLaterIndex(JSON.parse(readFileSync('dist/search/later.json', 'utf8')) as string));
  // The page adds these before it takes a word for a typo.
  search.addWords((JSON.parse(readFileSync('dist/search/words.json', 'utf8')) as string[]).join(' '));

  test(`is at most ${MAX_INDEX_BYTES} bytes`, () => {
    expect(brotliCompressSync(file).length).toBeLessThanOrEqual(MAX_INDEX_BYTES);
  });

  for (const { query, expect: expected, within = 1 } of searchQueries) {
    test(`finds: ${query}`, () => {
      const urls = search.search(query).hits.map(({ entry }) => entry.url);
      const place = urls.findIndex((url) => expected.includes(url));
      expect(place, `found instead: ${urls.slice(0, 4).join(', ')}`).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThan(within);
    });
  }
});
