import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/any-course.ts';
import { builtPages, documentOf } from '../support/site.ts';

const SITE = 'https://blueprint.example';

for (const [dist, base] of [
  ['dist', '/'],
  ['dist-course/course', '/course/'],
] as const) {
  test(`every internal link and fragment leads somewhere, served at ${base}`, () => {
    const pages = builtPages(dist);
    const ids = new Map(
      pages.map((page) => [
        page.path,
        new Set(
          documentOf(page)
            .querySelectorAll('[id]')
            .map((element) => element.id),
        ),
      ]),
    );
    const broken: string[] = [];
    for (const page of pages) {
      for (const element of documentOf(page).querySelectorAll('[href], [src]')) {
        const target = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
        const url = new URL(target, `${SITE}${base.slice(0, -1)}${page.path}`);
        if (url.origin !== SITE || url.protocol === 'data:') continue;
        const report = (why: string) => broken.push(`${page.path}: ${target} ${why}`);
        if (!url.pathname.startsWith(base)) {
          report('leaves the base path');
          continue;
        }
        const path = decodeURIComponent(`/${url.pathname.slice(base.length)}`);
        if (!ids.has(path) && !existsSync(join(dist, path))) report('leads to no file');
        // A fragment with "=" is the state of a tool, which its script reads.
        else if (url.hash !== '' && !url.hash.includes('=') && !ids.get(path)?.has(url.hash.slice(1)))
          report('leads to no fragment');
      }
    }
    expect(broken).toEqual([]);
  });
}

test('no page loads anything from another origin', { tag: '@any-course' }, ({ dist }) => {
  const foreign: string[] = [];
  for (const page of builtPages(dist)) {
    for (const element of documentOf(page).querySelectorAll(
      'script[src], img[src], iframe[src], link[rel=stylesheet], link[rel=icon], link[rel=preload]',
    )) {
      const target = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
      if (/^(?:https?:)?\/\//.test(target)) foreign.push(`${page.path}: ${target}`);
    }
  }
  expect(foreign).toEqual([]);
});

test('ids are unique on every page', { tag: '@any-course' }, ({ dist }) => {
  const doubled: string[] = [];
  for (const page of builtPages(dist)) {
    const seen = new Set<string>();
    for (const { id } of documentOf(page).querySelectorAll('[id]')) {
      if (seen.has(id)) doubled.push(`${page.path}#${id}`);
      seen.add(id);
    }
  }
  expect(doubled).toEqual([]);
});
