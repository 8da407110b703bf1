import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '../support/any-course.ts';
import type { HTMLElement } from 'node-html-parser';
import { builtPages, documentOf, kindOf } from '../support/site.ts';

const fullPages = (dist?: string) =>
  builtPages(dist).filter((page) => !/^\/(?:embed\/|go\/|\d+\/)/.test(page.path));

test(
  'every page has one h1, a description, a canonical address and Open Graph metadata',
  { tag: '@any-course' },
  ({ dist }) => {
    const wrong = fullPages(dist).flatMap((page) => {
      const root = documentOf(page);
      const content = (selector: string) => root.querySelector(selector)?.getAttribute('content') ?? '';
      const description = content('meta[name=description]').length;
      const canonical = root.querySelector('link[rel=canonical]')?.getAttribute('href');
      const image = content('meta[property="og:image"]');
      const parts = {
        h1: root.querySelectorAll('h1').length === 1,
        description: description > 20 && description <= 160,
        canonical: canonical === `https://blueprint.example${page.path}`,
        'og:title': content('meta[property="og:title"]') !== '',
        'og:image': image === '' || existsSync(`${dist}${new URL(image).pathname}`),
      };
      return Object.entries(parts).flatMap(([part, isRight]) => (isRight ? [] : [`${page.path}: ${part}`]));
    });
    expect(wrong).toEqual([]);
  },
);

test('structured data names courses, lessons and terms', { tag: '@any-course' }, ({ dist }) => {
  const types = { home: 'Course', lessons: 'LearningResource', concepts: 'DefinedTerm' } as Record<
    string,
    string
  >;
  for (const page of fullPages(dist)) {
    const type = types[kindOf(page)];
    if (type === undefined || page.path === '/lessons/' || page.path === '/concepts/') continue;
    const script = documentOf(page).querySelector('script[type="application/ld+json"]');
    expect((JSON.parse(script?.text ?? '{}') as Record<string, unknown>)['@type'], page.path).toBe(type);
  }
});

test('the machine-readable files are there', () => {
  const { links } = JSON.parse(readFileSync('dist/links.json', 'utf8')) as { links: unknown[] };
  expect(links.length).toBeGreaterThan(200);
  expect(readFileSync('dist/llms.txt', 'utf8')).toContain('/lessons/what-management-is/');
  expect(readFileSync('dist/robots.txt', 'utf8')).toContain('https://blueprint.example/sitemap-index.xml');
});

test('the short links lead to the lessons', async ({ page }) => {
  await page.goto('3/');
  await expect(page).toHaveURL(/\/lessons\/why-both\/$/);
  expect(readFileSync('dist/_redirects', 'utf8')).toContain('/3/ /lessons/why-both/ 301');
  expect(readFileSync('dist-course/course/_redirects', 'utf8')).toContain(
    '/course/3/ /course/lessons/why-both/ 301',
  );
});

test('a lasting or short link shows the picture and a text of the page that it leads to', () => {
  const pages = new Map(builtPages().map((page) => [page.path, page]));
  const links = [...pages.values()].filter(({ path }) => /^\/(?:go\/[^/]+|\d+)\/$/.test(path));
  expect(links.length).toBeGreaterThan(500);
  // Many links lead to one page.
  const wrong: string[] = [];
  const documents = new Map<string, HTMLElement>();
  for (const link of links) {
    const root = documentOf(link);
    const content = (selector: string, of = root) => of.querySelector(selector)?.getAttribute('content');
    const to = content('meta[http-equiv=refresh]')?.replace(/^0;url=|#.*$/g, '') ?? '';
    const target = pages.get(to);
    if (target === undefined) throw new Error(`${link.path} leads to ${to}, which is no page.`);
    const document = documents.get(to) ?? documentOf(target);
    documents.set(to, document);
    const picture = 'meta[property="og:image"]';
    const text = content('meta[property="og:description"]') ?? '';
    if (content(picture) !== content(picture, document)) wrong.push(`${link.path}: another picture`);
    if (content(picture) !== undefined && text.length <= 20) wrong.push(`${link.path}: "${text}"`);
  }
  expect(wrong).toEqual([]);
});
