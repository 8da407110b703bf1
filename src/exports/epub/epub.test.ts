import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { bodyOf, bookHref, chapterOfMany, idsOf, linkChapter, slugOf, type BookPage } from './chapter.ts';

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

test('receipts of pages that share a chapter become notes with links of their own', () => {
  const page = (path: string): BookPage => ({
    path,
    root: parse(
      '<main><div class="prose"><h1>Entry</h1><p>A fact<button class="receipt" popovertarget="receipt-a">source</button><span popover id="receipt-a">As of 1990.</span></p></div></main>',
    ),
  });
  const pages = ['/concepts/drift/', '/concepts/chaos/'].map(page);
  const chapter = chapterOfMany(pages, 'Glossary', { file: 'glossary.xhtml', type: 'glossary' });
  const places = pages.map(
    ({ path }) => [path, { file: 'glossary.xhtml', id: slugOf(path), prefix: `${slugOf(path)}-` }] as const,
  );
  linkChapter(chapter, {
    pages: new Map(places),
    ids: new Map([['glossary.xhtml', idsOf(chapter)]]),
    origin: 'https://blueprint.example',
    base: '/',
  });
  const { markup } = bodyOf(chapter);
  for (const slug of ['drift', 'chaos']) {
    expect(markup).toContain(`href="#${slug}-receipt-a"`);
    expect(markup).toContain(`<li id="${slug}-receipt-a">`);
    expect(markup).toContain(`href="#${slug}-receipt-a-ref"`);
  }
});
