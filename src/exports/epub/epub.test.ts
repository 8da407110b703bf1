import { expect, test } from 'vitest';
import { bookHref } from './links.ts';

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
