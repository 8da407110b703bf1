import { readFileSync } from 'node:fs';
import { expect, test } from '../support/any-course.ts';
import { shortPath, type ShortLinks } from '../../src/course/short-links.ts';
import { builtPages, documentOf } from '../support/site.ts';

const lockOf = (content: string) =>
  JSON.parse(readFileSync(`${content}/permalinks.lock.json`, 'utf8')) as Record<string, string[]>;

test('every address ever published still resolves', { tag: '@any-course' }, ({ dist, content }) => {
  const ids = new Map(
    builtPages(dist).map((page) => [
      page.path,
      new Set(
        documentOf(page)
          .querySelectorAll('[id]')
          .map((element) => element.id),
      ),
    ]),
  );
  const broken = Object.entries(lockOf(content)).flatMap(([path, fragments]) =>
    ids.has(path)
      ? fragments.filter((fragment) => !ids.get(path)?.has(fragment)).map((fragment) => `${path}#${fragment}`)
      : [path],
  );
  expect(broken).toEqual([]);
});

test(
  'every address of this build is in the lock (npm run permalinks adds new ones)',
  { tag: '@any-course' },
  ({ dist, content }) => {
    const lock = lockOf(content);
    const { links } = JSON.parse(readFileSync(`${dist}/links.json`, 'utf8')) as {
      links: { path: string; fragment?: string }[];
    };
    const missing = links.filter(
      ({ path, fragment }) =>
        lock[path] === undefined || (fragment !== undefined && !lock[path].includes(fragment)),
    );
    expect(missing).toEqual([]);
  },
);

const shortLinks = JSON.parse(readFileSync('src/content/short-links.lock.json', 'utf8')) as ShortLinks;

for (const [dist, base] of [
  ['dist', '/'],
  ['dist-course/course', '/course/'],
] as const)
  test(`every lasting id leads to its piece, by its page, by a redirect and in links.json, at ${base}`, () => {
    const pages = new Map(builtPages(dist).map((page) => [page.path, documentOf(page)]));
    const { links } = JSON.parse(readFileSync(`${dist}/links.json`, 'utf8')) as {
      links: { path: string; fragment?: string; short?: string }[];
    };
    const listed = new Map(
      links.map(({ path, fragment, short }) => [
        short,
        fragment === undefined ? path : `${path}#${fragment}`,
      ]),
    );
    const redirects = readFileSync(`${dist}/_redirects`, 'utf8').trimEnd().split('\n');
    const rules = new Map(redirects.map((line) => line.split(' ').slice(0, 2) as [string, string]));
    expect(Object.keys(shortLinks).length).toBeGreaterThan(300);
    const wrong = Object.entries(shortLinks).flatMap(([id, address]) => {
      const short = shortPath(id);
      const [path = '', fragment] = address.split('#');
      const to = base.slice(0, -1) + address;
      const refresh = pages.get(short)?.querySelector('meta[http-equiv=refresh]')?.getAttribute('content');
      const rule = rules.get(base.slice(0, -1) + short);
      return [
        ...(refresh === `0;url=${to}` ? [] : [`${short} has no page that leads to ${to}`]),
        ...(pages.has(path) ? [] : [`${short}: there is no page ${path}`]),
        ...(fragment === undefined || pages.get(path)?.getElementById(fragment)
          ? []
          : [`${short}: there is no ${address}`]),
        ...(listed.get(short) === address ? [] : [`${short} is not in links.json`]),
        // Hosts read so many rules at most; the pages serve the rest.
        ...(rule === to || (rule === undefined && redirects.length >= 2000)
          ? []
          : [`${short} has no redirect to ${to}`]),
      ];
    });
    expect(wrong).toEqual([]);
  });
