import { describe, expect, test } from 'vitest';
import { toCsv, toHtml, toMarkdown } from './table-formats.ts';

describe('table formats', () => {
  test('Markdown escapes pipes and keeps a cell on one line', () => {
    expect(
      toMarkdown([
        ['', 'Leading'],
        ['a|b', 'two\nlines'],
      ]),
    ).toBe('|  | Leading |\n| --- | --- |\n| a\\|b | two lines |\n');
  });

  test('CSV quotes commas, quotes and line breaks, and starts with a byte order mark', () => {
    expect(toCsv([['a,b', 'say "no"', 'two\nlines', 'plain']])).toBe(
      '\uFEFF"a,b","say ""no""","two\nlines",plain\r\n',
    );
  });

  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx']) {
    test(`CSV does not turn ${JSON.stringify(formula)} into a formula`, () => {
      expect(toCsv([[formula]])).toBe(`\uFEFF'${formula}\r\n`);
    });
  }

  test('HTML escapes text and marks header cells', () => {
    const html = toHtml(
      [
        ['', 'Leading'],
        ['Risk', 'a < b & "c"'],
      ],
      'Tom & Co',
    );
    expect(html).toContain('<caption>Tom &amp; Co</caption>');
    expect(html).toContain('<th scope="col">Leading</th>');
    expect(html).toContain('<th scope="row">Risk</th><td>a &lt; b &amp; &quot;c&quot;</td>');
  });

  // A replacement string would interpret "$&", so `toHtml` must not use one.
  test('HTML does not change dollar signs in a row header', () => {
    expect(
      toHtml(
        [
          ['', 'x'],
          ["$& and $'", 'y'],
        ],
        'c',
      ),
    ).toContain(`<th scope="row">$&amp; and $'</th>`);
  });
});
