import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { builtPages, documentOf } from '../site.ts';

const lock = JSON.parse(readFileSync('src/permalinks.lock.json', 'utf8')) as Record<string, string[]>;

test('every address ever published still resolves', () => {
  const ids = new Map(
    builtPages().map((page) => [
      page.path,
      new Set(
        documentOf(page)
          .querySelectorAll('[id]')
          .map((element) => element.id),
      ),
    ]),
  );
  const broken = Object.entries(lock).flatMap(([path, fragments]) =>
    ids.has(path)
      ? fragments.filter((fragment) => !ids.get(path)?.has(fragment)).map((fragment) => `${path}#${fragment}`)
      : [path],
  );
  expect(broken).toEqual([]);
});

test('every address of this build is in the lock (npm run permalinks adds new ones)', () => {
  const { links } = JSON.parse(readFileSync('dist/links.json', 'utf8')) as {
    links: { path: string; fragment?: string }[];
  };
  const missing = links.filter(
    ({ path, fragment }) =>
      lock[path] === undefined || (fragment !== undefined && !lock[path].includes(fragment)),
  );
  expect(missing).toEqual([]);
});
