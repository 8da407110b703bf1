import { expect, test } from '@playwright/test';
import { pickStatements, score, shuffle, type PracticeStatement } from '../../src/lib/comparison-practice.ts';
import { toCsv, toHtml, toMarkdown } from '../../src/lib/table-formats.ts';

/** Random numbers that repeat from run to run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A table of so many rows and two sides, as statements. */
const statements = (rows: number): PracticeStatement[] =>
  Array.from({ length: rows }, (_, row) =>
    ['leading', 'managing'].map((side) => ({ dimension: `Row ${row}`, side, text: `${side} ${row}` })),
  ).flat();

test.describe('table formats', () => {
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
    test(`CSV makes no formula of ${JSON.stringify(formula)}`, () => {
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

  // `toHtml` puts the value in with a string pattern, which reads "$&"; `replace('%', () => ...)` would not.
  test('HTML keeps dollar signs of a row header as they are', () => {
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

test.describe('Which is it?', () => {
  test('shuffle keeps every item and leaves its list alone', () => {
    const items = [1, 2, 3, 4, 5];
    expect(shuffle(items, seeded(3)).toSorted((a, b) => a - b)).toEqual(items);
    expect(items).toEqual([1, 2, 3, 4, 5]);
    expect(shuffle(items, () => 0)).toEqual(items);
    expect(shuffle([], Math.random)).toEqual([]);
  });

  test('a round asks no row twice while others are left, and each side as often', () => {
    for (let seed = 1; seed < 30; seed += 1) {
      const round = pickStatements(statements(14), 8, seeded(seed));
      expect(new Set(round.map(({ dimension }) => dimension)).size).toBe(8);
      expect(round.filter(({ side }) => side === 'leading')).toHaveLength(4);
    }
  });

  test('a short table gives all its statements, each once', () => {
    const round = pickStatements(statements(3), 8, seeded(7));
    expect(new Set(round.map(({ text }) => text)).size).toBe(6);
    expect(round).toHaveLength(6);
  });

  test('the score counts right answers and those still missing', () => {
    const round = statements(2);
    expect(score(round, ['leading', 'leading', undefined, 'managing'])).toEqual({
      right: 2,
      total: 4,
      missing: 1,
    });
  });
});
