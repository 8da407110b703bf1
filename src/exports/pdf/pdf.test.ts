import { expect, test } from 'vitest';
import { withContentDates, withOlderTags, withStableIds } from './pdf-bytes.ts';
import { pageMargins, printPage } from './print-page.ts';

test('a PDF gets the dates of its content without changing length', () => {
  const pdf = "/CreationDate (D:20261124221353+00'00')\n/ModDate (D:20261124221353+00'00')";
  const fixed = withContentDates(pdf, new Date('2026-11-23'));
  expect(fixed).toBe("/CreationDate (D:20261123000000+00'00')\n/ModDate (D:20261123000000+00'00')");
  expect(fixed).toHaveLength(pdf.length);
  expect(() => withContentDates('/ModDate (D:2026)', new Date())).toThrow('unknown form');
  expect(() => withContentDates('', new Date())).toThrow('0 dates');
});

test('ids of tags are numbered from 1, in order', () => {
  expect(withStableIds('[(node00000212) (node00000097)] /ID (node00000212)')).toBe(
    '[(node00000002) (node00000001)] /ID (node00000002)',
  );
});

test('tags of a later PDF version become known ones of the same length', () => {
  const pdf = '<</Type /StructElem\n/S /Strong\n/P 1 0 R>> <</S /Em\n/P 2 0 R>> <</S /Emphatic /P 3 0 R>>';
  const known = withOlderTags(pdf);
  expect(known).toHaveLength(pdf.length);
  expect(known.match(/\/Span/g)).toHaveLength(2);
  expect(known).toContain('/Emphatic');
});

test('a printed page describes its drawings, has plain spaces in headings, and an escaped title in its margins', () => {
  const frame = pageMargins('Say "why" \\ what', 'blueprint.example/');
  const page = printPage(
    '<head></head><figure class="figure" aria-labelledby="figure-x-title"></figure><h2 id="a">\n  Two\n lines </h2>',
    frame,
  );
  expect(page).toContain('aria-labelledby="figure-x-title figure-x-alt"');
  expect(page).toContain('<h2 id="a">Two lines</h2>');
  expect(page).toContain('@top-left { content: "Say \\"why\\" \\\\ what"');
});
