import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allPages, entryPages, FILES, kindPages, isIndexed, isInternal, routeOf } from './routes.ts';
import { TOOLS } from './practice/tools.ts';
import { PAGES } from '../tests/accessibility/pages.ts';

/** The address that Astro gives a file of `src/pages`. */
const addressOfFile = (file: string): string =>
  file.endsWith('.ts')
    ? `/${file.slice(0, -3)}`
    : file === '404.astro'
      ? '/404.html'
      : `/${file.replace(/(?:index)?\.astro$/, '').replace(/(?<=[^/])$/, '/')}`;

test('every page has one file in src/pages, src/practice or src/collections, and every file one entry in src/routes.ts', () => {
  const files = readdirSync('src/pages', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice('src/pages/'.length));
  const tools = readdirSync('src/practice', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('page.astro'))
    .map((name) => name.replace(/page\.astro$/, ''))
    .map((folder) => Object.values(TOOLS).find(({ path }) => path.endsWith(`/${folder}`))?.path ?? folder);
  const declared = [...allPages(), ...Object.values(FILES)]
    .map(({ path }) => path)
    // Made by [...file].ts and by the build.
    .filter((path) => path !== '/course.json' && path !== '/downloads.json');
  // Made by the two pages of src/collections, for each kind.
  const entries = [...kindPages(), ...entryPages()].map(({ path }) => path);
  expect(declared.toSorted()).toEqual([...files.map(addressOfFile), ...tools, ...entries].sort());
  expect(new Set(declared).size).toBe(declared.length);
});

test('a path leads to the entry of its page', () => {
  const path = (of: string): string | undefined => routeOf(of)?.path;
  expect(path('/trainers/plan/')).toBe('/trainers/plan/');
  expect(path('/trainers/momentum/')).toBe('/trainers/[lesson]/');
  expect(path('/3/')).toBe('/[number]/');
  expect(path('/lessons/')).toBe('/lessons/');
  expect(path('/tools/balance/')).toBe(TOOLS.balance.path);
  expect(path('/none/')).toBeUndefined();
});

test('search finds what readers read, and no redirects, frames or pages for the makers of the site', () => {
  for (const found of ['/', '/lessons/momentum/', '/about/', '/offline/', '/trainers/momentum/glance/'])
    expect(isIndexed(found), found).toBe(true);
  for (const internal of ['/12/', '/go/k3x9/', '/embed/questions/q-one/', '/about/design/', '/404.html']) {
    expect(isInternal(internal), internal).toBe(true);
    expect(isIndexed(internal), internal).toBe(false);
  }
  expect(isIndexed('/search/')).toBe(false);
  expect(isInternal('/search/')).toBe(false);
});

test('one page of every entry is among the pages that are tested for access', () => {
  const tested = new Set(Object.values(PAGES).map((page) => routeOf(`/${page.replace(/\?.*/, '')}`)?.path));
  expect(allPages().filter(({ path, budget }) => budget !== 'redirect' && !tested.has(path))).toEqual([]);
});
