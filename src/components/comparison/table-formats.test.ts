import { describe, expect, test } from 'vitest';
import { toCsv, toHtml, toMarkdown } from './table-formats.ts';

test('a table becomes valid Markdown, CSV and HTML, whatever its cells contain', () => {
  const grid = [
    ['', 'Leading', 'Managing'],
    ['Risk', 'a | b', '=SUM(A1)'],
    ['Say', 'He said "no", twice', '<b>&'],
  ];
  expect(toMarkdown(grid).split('\n')[2]).toBe('| Risk | a \\| b | =SUM(A1) |');
  expect(toCsv(grid)).toBe(
    '\uFEFF,Leading,Managing\r\nRisk,a | b,\'=SUM(A1)\r\nSay,"He said ""no"", twice",<b>&\r\n',
  );
  expect(toHtml(grid, 'A & B')).toContain('<caption>A &amp; B</caption>');
  expect(toHtml(grid, '')).toContain('<td>&lt;b&gt;&amp;</td>');
});

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
