import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { CHART, chartOf } from './chart.ts';
import { codesFragment, decodeScores, encodeScores, MOST_CODES, readCodes, textOfFragment } from './code.ts';
import { inOrder, shuffled } from './order.ts';
import { nextLessons } from './reading.ts';
import { answeredOf, nearLine, scoresOf, stateOf, weakerSide } from './scores.ts';
import { spreadOf } from './spread.ts';
import { missingMessage, verdictOf } from './words.ts';
import { balanceSlice, type BalanceRecord } from './slice.ts';

const score = fc.integer({ min: 0, max: 100 });
const scores = fc.record({ leading: score, managing: score });

const STATEMENTS = [
  { id: 's-a', side: 'leading', text: 'A', lesson: 'one' },
  { id: 's-b', side: 'leading', text: 'B', lesson: 'two' },
  { id: 's-c', side: 'managing', text: 'C', lesson: 'three' },
  { id: 's-d', side: 'managing', text: 'D', lesson: 'two' },
  { id: 's-e', side: 'managing', text: 'E', lesson: 'four' },
] as const;

describe('result codes', () => {
  test('hold every pair of scores', () => {
    const lost: string[] = [];
    for (let leading = 0; leading <= 100; leading += 1) {
      for (let managing = 0; managing <= 100; managing += 1) {
        const code = encodeScores({ leading, managing });
        const read = decodeScores(code);
        if (!/^BB-[2-9A-HJKMNP-Z]{4}$/.test(code) || read?.leading !== leading || read.managing !== managing)
          lost.push(`${leading} ${managing} ${code}`);
      }
    }
    expect(lost).toEqual([]);
  });

  test('are refused with any one character changed, lost or added', () => {
    const sign = fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(scores, fc.nat({ max: 6 }), sign, (pair, place, other) => {
        const code = encodeScores(pair);
        const [before, after] = [code.slice(0, place), code.slice(place + 1)];
        const own = code.charAt(place);
        fc.pre(other.toUpperCase() !== own);
        const wrong = [before + other + after, before + after, before + own + other + after];
        expect(wrong.filter((text) => decodeScores(text) !== undefined)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('are refused with any sign changed for any other, for all scores', () => {
    const signs = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'];
    const taken: string[] = [];
    for (let number = 0; number < 101 * 101; number += 1) {
      const code = encodeScores({ leading: Math.floor(number / 101), managing: number % 101 });
      for (let place = 3; place < 7; place += 1) {
        for (const sign of signs) {
          const changed = code.slice(0, place) + sign + code.slice(place + 1);
          if (changed !== code && decodeScores(changed) !== undefined) taken.push(`${code} ${changed}`);
        }
      }
    }
    expect(taken).toEqual([]);
  });

  test('are refused with two different signs that trade places', () => {
    fc.assert(
      fc.property(scores, fc.nat({ max: 3 }), fc.nat({ max: 3 }), (pair, one, other) => {
        const signs = [...encodeScores(pair).slice(3)];
        fc.pre(signs[one] !== signs[other]);
        [signs[one], signs[other]] = [signs[other] ?? '', signs[one] ?? ''];
        expect(decodeScores(`BB-${signs.join('')}`)).toBeUndefined();
      }),
    );
  });

  test('are read from pasted text in any spacing and case; what is none is named', () => {
    fc.assert(
      fc.property(
        fc.array(scores, { maxLength: MOST_CODES }),
        fc.constantFrom(' ', '\n', '\r\n', ', ', '; ', '.'),
        (pairs, gap) => {
          const codes = pairs.map(encodeScores);
          const read = readCodes(codes.join(gap).toLowerCase());
          expect(read).toEqual({ codes, scores: pairs, wrong: [], cut: false });
        },
      ),
    );
    const code = encodeScores({ leading: 40, managing: 70 });
    expect(readCodes(`${code}\nBB-0000 hello`)).toMatchObject({
      codes: [code],
      wrong: ['BB-0000', 'hello'],
    });
    expect(readCodes('x '.repeat(MOST_CODES + 1))).toMatchObject({ cut: true });
  });

  test('survive the fragment of a link', () => {
    fc.assert(
      fc.property(fc.array(scores, { maxLength: 30 }), (pairs) => {
        const text = textOfFragment(codesFragment(pairs.map(encodeScores)));
        expect(readCodes(text ?? '').scores).toEqual(pairs);
      }),
    );
    expect(textOfFragment('#team')).toBeUndefined();
    expect(textOfFragment('#codes=%E0%A4%A')).toBe('%E0%A4%A');
  });
});

describe('scores', () => {
  test('run from 0 to 100 and count one side each', () => {
    expect(scoresOf({ 's-a': 4, 's-b': 4, 's-c': 0, 's-d': 0, 's-e': 0 }, STATEMENTS)).toEqual({
      leading: 100,
      managing: 0,
    });
    expect(scoresOf({ 's-a': 2, 's-b': 2, 's-c': 1, 's-d': 1, 's-e': 1 }, STATEMENTS)).toEqual({
      leading: 50,
      managing: 25,
    });
  });

  test('of old answers come from the statements that exist today', () => {
    const old = { 's-a': 4, 's-gone': 0, 's-c': 2 };
    expect(scoresOf(old, STATEMENTS)).toEqual({ leading: 100, managing: 50 });
    expect(answeredOf(old, STATEMENTS)).toBe(2);
    expect(scoresOf({ 's-gone': 4 }, STATEMENTS)).toBeUndefined();
    expect(scoresOf({ 's-a': 4 }, STATEMENTS)).toBeUndefined();
  });

  test('name a state, and its line belongs to the fuller side', () => {
    expect(stateOf({ leading: 50, managing: 50 })).toBe('momentum');
    expect(stateOf({ leading: 50, managing: 49 })).toBe('chaos');
    expect(stateOf({ leading: 49, managing: 50 })).toBe('stagnation');
    expect(stateOf({ leading: 0, managing: 49 })).toBe('drift');
    expect(nearLine({ leading: 59, managing: 10 })).toBe(true);
    expect(nearLine({ leading: 60, managing: 40 })).toBe(false);
  });

  test('have a weaker side only from one answer on', () => {
    expect(weakerSide({ leading: 40, managing: 49 })).toBeUndefined();
    expect(weakerSide({ leading: 40, managing: 50 })).toBe('leading');
    expect(weakerSide({ leading: 50, managing: 40 })).toBe('managing');
    expect(verdictOf({ leading: 20, managing: 80 })).toMatch(/more managing than leading/);
    expect(verdictOf({ leading: 80, managing: 20 })).toMatch(/more leading than managing/);
    expect(verdictOf({ leading: 45, managing: 45 })).toMatch(/about as much of both.*close to a line/);
  });
});

describe('lessons to read next', () => {
  const lessons = (answers: Record<string, number>): string[] => {
    const both = scoresOf(answers, STATEMENTS);
    return both === undefined ? [] : nextLessons(answers, STATEMENTS, both).map(({ lesson }) => lesson);
  };

  test('come from rare acts, the weaker side and the rarest first, each once', () => {
    expect(lessons({ 's-a': 1, 's-b': 1, 's-c': 1, 's-d': 0, 's-e': 0 })).toEqual(['two', 'four', 'three']);
    expect(lessons({ 's-a': 0, 's-b': 4, 's-c': 1, 's-d': 4, 's-e': 4 })).toEqual(['one', 'three']);
  });

  test('are none where nothing was rare', () => {
    expect(lessons({ 's-a': 2, 's-b': 3, 's-c': 4, 's-d': 2, 's-e': 2 })).toEqual([]);
  });
});

test('a spread has the median, the range, and dots with their counts', () => {
  const spread = spreadOf([
    { leading: 20, managing: 80 },
    { leading: 20, managing: 80 },
    { leading: 60, managing: 65 },
    { leading: 90, managing: 10 },
  ]);
  expect(spread).toEqual({
    people: 4,
    dots: [
      { leading: 20, managing: 80, count: 2 },
      { leading: 60, managing: 65, count: 1 },
      { leading: 90, managing: 10, count: 1 },
    ],
    states: { momentum: 1, chaos: 1, stagnation: 2, drift: 0 },
    leading: { median: 40, lowest: 20, highest: 90 },
    managing: { median: 72.5, lowest: 10, highest: 80 },
  });
  expect(spreadOf([])).toBeUndefined();
});

test('a spread counts everybody and keeps the median within the range', () => {
  fc.assert(
    fc.property(fc.array(scores, { minLength: 1, maxLength: 50 }), (pairs) => {
      const spread = spreadOf(pairs);
      expect(spread?.dots.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length);
      for (const side of ['leading', 'managing'] as const) {
        const { median = -1, lowest = 0, highest = 0 } = spread?.[side] ?? {};
        expect(lowest <= median && median <= highest).toBe(true);
      }
    }),
  );
});

test('a shuffle keeps every statement, and a kept order survives changed content', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), (ids, kept) => {
      expect(shuffled(ids, Math.random).sort()).toEqual([...ids].sort());
      expect(inOrder(ids, kept).sort()).toEqual([...ids].sort());
    }),
  );
  expect(inOrder(['a', 'b', 'c'], ['c', 'gone', 'a'])).toEqual(['c', 'a', 'b']);
});

test('the chart stays in its frame, and its names apart', () => {
  const dated = fc.record({
    at: fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    leading: score,
    managing: score,
  });
  fc.assert(
    fc.property(fc.array(dated, { minLength: 1, maxLength: 30 }), (results) => {
      const { leading, managing } = chartOf(results);
      const outside = [...leading.points, ...managing.points].filter(
        ({ x, y }) => x < CHART.left || x > CHART.right || y < CHART.top || y > CHART.bottom,
      );
      expect(outside).toEqual([]);
      expect(Math.abs(leading.nameAt - managing.nameAt)).toBeGreaterThanOrEqual(17.99);
    }),
  );
});

test('statements without an answer are named by number', () => {
  expect(missingMessage([4])).toBe('Statement 4 has no answer yet.');
  expect(missingMessage([4, 9, 12])).toBe('3 statements have no answer yet: 4, 9 and 12.');
});

describe('the stored slice', () => {
  const moment = fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const id = fc.stringMatching(/^s-[a-z]{1,5}$/);
  const answers = fc.dictionary(id, fc.integer({ min: 0, max: 4 }), { noNullPrototype: true });
  const result = fc.record({ at: moment, answers });
  const draft = fc.record({ at: moment, answers, order: fc.array(id) });
  const record: fc.Arbitrary<BalanceRecord> = fc.record(
    { results: fc.uniqueArray(result, { selector: ({ at }) => at, maxLength: 8 }), draft },
    { requiredKeys: ['results'] },
  );

  test('loses nothing when another device is merged in', () => {
    fc.assert(
      fc.property(record, record, (present, added) => {
        const merged = balanceSlice.merge(present, added);
        expect(balanceSlice.schema.safeParse(merged).success).toBe(true);
        for (const own of present.results) expect(merged.results).toContainEqual(own);
        const moments = merged.results.map(({ at }) => at);
        for (const { at } of added.results) expect(moments).toContain(at);
        expect(new Set(moments).size).toBe(moments.length);
        expect(moments).toEqual([...moments].sort());
        expect(merged.draft).toEqual(present.draft ?? added.draft);
        // A second time changes nothing.
        expect(balanceSlice.merge(merged, added)).toEqual(merged);
      }),
    );
  });

  test('refuses answers that are off the scale', () => {
    const withAnswer = (answer: unknown) => ({
      results: [{ at: '2026-11-24T09:30:00.000Z', answers: { 's-a': answer } }],
    });
    expect(balanceSlice.schema.safeParse(withAnswer(4)).success).toBe(true);
    for (const wrong of [5, -1, 1.5, '2', null])
      expect(balanceSlice.schema.safeParse(withAnswer(wrong)).success).toBe(false);
  });
});
