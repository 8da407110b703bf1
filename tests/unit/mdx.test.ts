import { expect, test } from 'vitest';
import { outlineOf } from '../../src/lib/mdx.ts';

test('the outline of a lesson is read from its MDX', () => {
  const outline = outlineOf(
    'Hi there.\n\n## One point {#one}\n\n<Term id="trust">trust</Term> <Comparison id="t" rows="a b" />\n\n### Bare\n',
  );
  expect(outline.headings).toEqual([{ depth: 2, text: 'One point', id: 'one' }]);
  expect(outline.headingsWithoutId).toEqual(['Bare']);
  expect(outline.terms).toEqual(['trust']);
  expect(outline.comparisons).toEqual([{ id: 't', rows: ['a', 'b'] }]);
});
