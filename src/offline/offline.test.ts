import { expect, test } from 'vitest';
import {
  inOrder,
  isHashed,
  isCacheable,
  isOwnPage,
  meantPage,
  assetsIn,
  reachedFrom,
  hashOf,
} from './files.ts';
import { addressIn, pathIn } from './paths.ts';

test('pages and the files they need are cached; redirects, embeds, social images and downloads are not', () => {
  for (const path of [
    '/',
    '/lessons/momentum/',
    '/_astro/a.js',
    '/pagefind/pagefind.js',
    '/search/quick.json',
  ])
    expect(isCacheable(path), path).toBe(true);
  for (const path of [
    '/3/',
    '/go/k3x9/',
    '/embed/concepts/drift/',
    '/lessons/course.epub',
    '/social/home.png',
    '/e/1.0/',
    '/e/1.0/lessons/momentum/',
    '/sw.js',
    '',
  ])
    expect(isCacheable(path), path).toBe(false);
  expect(isHashed('/_astro/a.hash.js')).toBe(true);
  expect(isHashed('/pagefind/pagefind-entry.json')).toBe(false);
});

test('a page of another site, or one cut short, is not taken for a page of this site', () => {
  const page = '<html lang="en"><script src="/course/_astro/a.js"></script></html>';
  expect(isOwnPage(`${page}\n`)).toBe(true);
  expect(isOwnPage(`${page} <script type="module" src="/_astro/b.js"></script>`)).toBe(true);
  expect(isOwnPage(`${page} <script type="module" src="/_astro/b`)).toBe(false);
  expect(isOwnPage(page.slice(0, -10))).toBe(false);
  expect(isOwnPage('<html><body>Sign in to the Wi-Fi</body></html>')).toBe(false);
});

test('an address without its last slash, or with the file name, leads to the page', () => {
  expect(['/lessons/', '/lessons', '/lessons/index.html', '/index.html', '/e/1.0'].map(meantPage)).toEqual([
    '/lessons/',
    '/lessons/',
    '/lessons/',
    '/',
    undefined,
  ]);
  expect(meantPage('/e/1.0/lessons')).toBe('/e/1.0/lessons/');
  expect(['/links.json', '/lessons/momentum/handout.pdf'].map(meantPage)).toEqual([undefined, undefined]);
});

test('a path has one address, on this site; an address with a double slash has no path', () => {
  const origin = 'https://blueprint.example';
  expect(addressIn(origin, '/', '/lessons/')).toBe(`${origin}/lessons/`);
  expect(addressIn(origin, '/course/', '/lessons/')).toBe(`${origin}/course/lessons/`);
  expect(new URL(addressIn(origin, '/', '//elsewhere.example/')).origin).toBe(origin);
  expect(pathIn('/', `${origin}/lessons/?a#b`)).toBe('/lessons/');
  expect(pathIn('/course/', `${origin}/course/`)).toBe('/');
  for (const address of ['/lessons/', '/course//lessons/', '/course/lessons//momentum/'])
    expect(pathIn('/course/', origin + address), address).toBe('');
  expect(pathIn('/', `${origin}//lessons/`)).toBe('');
});

test('the hash of a file is the start of its SHA-256', async () => {
  // The example of FIPS 180-2: "abc" is ba7816bf 8f01cfea and so on.
  expect(await hashOf(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01');
});

test('files are cached before the pages that need them', () => {
  const paths = ['/search/quick.json', '/lessons/momentum/', '/_astro/a.js'];
  expect(inOrder(paths.map((path) => [path, '', 1])).map(([path]) => path)).toEqual(paths.toReversed());
});

test('the files of a page are found through all its scripts and style sheets', async () => {
  expect(assetsIn('<script src="/course/_astro/a.1.js"></script><a href="/lessons/x.js/">')).toEqual([
    '/_astro/a.1.js',
  ]);
  const files: Record<string, string> = {
    '/_astro/a.js': 'import"./b.js";import(`./c.js`)',
    '/_astro/b.js': 'import"./a.js";["_astro/d.css"]',
    '/_astro/d.css': 'src:url(/_astro/face.woff2)',
  };
  expect([...(await reachedFrom(['"/_astro/a.js"'], (path) => Promise.resolve(files[path])))].sort()).toEqual(
    ['/_astro/a.js', '/_astro/b.js', '/_astro/c.js', '/_astro/d.css', '/_astro/face.woff2'],
  );
});
