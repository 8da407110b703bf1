import { readFileSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import {
  readInstantIndex,
  readLaterEntries,
  readVocabulary,
  type InstantIndex,
  type LaterIndex,
} from '../../src/search/instant-index.ts';
import { SEARCH_QUERIES, type QueryClass } from '../fixtures/search-queries.ts';
import { SEARCH_FLOORS } from '../fixtures/search-floors.ts';
import { promises } from '../support/alias-rule.ts';
import { builtSearch } from '../support/built-search.ts';
import { explained } from '../support/search-explain.ts';
import { searchTable, tableLines } from '../support/search-table.ts';

const MAX_INDEX_BYTES = 9_500;
const DIST = process.env['TEST_DIST'] ?? 'dist';

test(`the small index is at most ${MAX_INDEX_BYTES} bytes, and the later one at most 96,000`, () => {
  expect(statSync(`${DIST}/search/quick.json.br`).size).toBeLessThanOrEqual(MAX_INDEX_BYTES);
  expect(statSync(`${DIST}/search/later.json.br`).size).toBeLessThanOrEqual(96_000);
});

test('every expected address exists', () => {
  for (const { query, expect: expected, passage } of Object.values(SEARCH_QUERIES).flat())
    for (const [path = '', fragment] of [...expected, ...passage].map((address) => address.split('#'))) {
      const html = readFileSync(`${DIST}${path}index.html`, 'utf8');
      if (fragment !== undefined) expect(html, `${query}: ${path}#${fragment}`).toContain(`id="${fragment}"`);
    }
});

test('an alias names a method, a theory, a person or a product only where its page does', () => {
  const index = (name: string): unknown => JSON.parse(readFileSync(`${DIST}/search/${name}.json`, 'utf8'));
  const later = index('later') as LaterIndex;
  const entries = [
    ...readInstantIndex(index('quick') as InstantIndex),
    ...readLaterEntries(later),
    ...readVocabulary(later).asked.map(({ url, phrases }) => ({ kind: 'asked', url, aliases: phrases })),
  ].filter(({ kind }) => kind !== 'source' && kind !== 'page');
  const broken = entries.flatMap(({ url, aliases }) =>
    promises(url, aliases, DIST).map((alias) => `${url}: ${alias}`),
  );
  expect(broken).toEqual([]);
});

test('real queries find what they should, class by class, no fewer than before', async () => {
  const search = await builtSearch(DIST);
  const { counts, misses } = await searchTable(search);
  console.log(tableLines(counts).join('\n'));
  for (const group of Object.keys(SEARCH_FLOORS) as QueryClass[]) {
    const missed = misses.filter((miss) => miss.group === group);
    // The reasons for the first misses, to help find what went wrong.
    const reasons = await Promise.all(
      missed.slice(0, 3).map(async ({ query }) => explained(query, await search(query))),
    );
    const message = [...missed.map(({ query, found }) => `${query} → ${found.join('  ')}`), ...reasons].join(
      '\n',
    );
    for (const [measure, floor] of Object.entries(SEARCH_FLOORS[group]))
      expect
        .soft(counts[group][measure as keyof (typeof counts)[QueryClass]], `${group}, ${measure}\n${message}`)
        .toBeGreaterThanOrEqual(floor);
  }
});
