import { expect, test } from '@playwright/test';
import { bookHref } from '../../src/lib/epub/links.ts';
import { assetsIn, reachedFrom } from '../../src/lib/offline/assets.ts';
import { fileSize } from '../../src/lib/file-size.ts';
import { inOrder, isHashed, isKept, meantPage } from '../../src/lib/offline/files.ts';
import { fileOf, relativeTo } from '../../src/lib/stick/links.ts';
import { hashOf } from '../../src/lib/offline/hash.ts';
import { addressIn, pathIn } from '../../src/lib/offline/paths.ts';
import { zip } from '../../src/lib/zip.ts';

test('a device keeps pages and what they need, and no redirects, frames, pictures or downloads', () => {
  for (const path of [
    '/',
    '/lessons/momentum/',
    '/_astro/a.js',
    '/pagefind/pagefind.js',
    '/search/quick.json',
  ])
    expect(isKept(path), path).toBe(true);
  for (const path of [
    '/3/',
    '/go/k3x9/',
    '/embed/concepts/drift/',
    '/lessons/course.epub',
    '/social/home.png',
    '/sw.js',
    '',
  ])
    expect(isKept(path), path).toBe(false);
  expect(isHashed('/_astro/a.hash.js')).toBe(true);
  expect(isHashed('/pagefind/pagefind-entry.json')).toBe(false);
});

test('a page is meant by its address without the last slash, and by the name of its file', () => {
  expect(['/lessons/', '/lessons', '/lessons/index.html', '/index.html'].map(meantPage)).toEqual([
    '/lessons/',
    '/lessons/',
    '/lessons/',
    '/',
  ]);
  expect(['/links.json', '/lessons/momentum/handout.pdf'].map(meantPage)).toEqual([undefined, undefined]);
});

test('a path has one address, on its own site; an address with a double slash has no path', () => {
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

test('a file is known by the start of its SHA-256', async () => {
  // The example of FIPS 180-2: "abc" is ba7816bf 8f01cfea and so on.
  expect(await hashOf(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01');
});

test('files are stored so that no page comes before what it needs', () => {
  const paths = ['/search/quick.json', '/lessons/momentum/', '/_astro/a.js'];
  expect(inOrder(paths.map((path) => [path, '', 1])).map(([path]) => path)).toEqual(paths.toReversed());
  expect(fileSize(3_440_000)).toBe('3.4 MB');
  expect(fileSize(1_200)).toBe('2 KB');
});

test('what a page asks for is found through all its scripts and sheets', async () => {
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

test('links of a folder are ways from file to file', () => {
  const way = (from: string, to: string): string => relativeTo(fileOf(from), fileOf(to));
  expect(way('/', '/lessons/momentum/')).toBe('lessons/momentum/index.html');
  expect(way('/lessons/momentum/', '/')).toBe('../../index.html');
  expect(way('/lessons/momentum/', '/lessons/why-both/')).toBe('../why-both/index.html');
  expect(way('/lessons/momentum/', '/lessons/momentum/')).toBe('index.html');
});

test('a link of a page leads to its place in the book, or to the whole address', () => {
  const links = {
    pages: new Map([
      ['/lessons/momentum/', { file: 'lesson-momentum.xhtml' }],
      ['/concepts/drift/', { file: 'glossary.xhtml', id: 'drift', prefix: 'drift-' }],
      ['/concepts/chaos/', { file: 'glossary.xhtml', id: 'chaos', prefix: 'chaos-' }],
    ]),
    ids: new Map([
      ['lesson-momentum.xhtml', new Set(['bottom-line'])],
      ['glossary.xhtml', new Set(['drift', 'drift-definition', 'chaos'])],
    ]),
    origin: 'https://blueprint.example',
    base: '/course/',
  };
  const at = (href: string): string => bookHref(href, '/concepts/drift/', links);
  expect(at('/course/lessons/momentum/#bottom-line')).toBe('lesson-momentum.xhtml#bottom-line');
  expect(at('/course/concepts/chaos/')).toBe('#chaos');
  expect(at('#definition')).toBe('#drift-definition');
  expect(at('/course/lessons/momentum/#gone')).toBe(
    'https://blueprint.example/course/lessons/momentum/#gone',
  );
  expect(at('/course/tools/balance/')).toBe('https://blueprint.example/course/tools/balance/');
  expect(at('https://example.org/')).toBe('https://example.org/');
});

test('an archive has the same bytes in every time zone, and its entries as they were given', () => {
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
