import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { codesFragment, decodeScores, encodeScores, MOST_CODES, readCodes, textOfFragment } from './code.ts';
import {
  inOrder,
  nextLessons,
  answeredOf,
  missingMessage,
  nearLine,
  scoresOf,
  scoresText,
  stateOf,
  weakerFirst,
  spreadOf,
  verdictOf,
} from './scores.ts';
import { slice, type BalanceRecord } from './slice.ts';
import { OTHER_SIDES } from '../../../tests/fixtures/other-sides.ts';
import { pairOf, type PerSide, type SideName } from '../../course/sides.ts';
import { SIDE_NAMES } from '../../site.ts';
import { shuffled } from '../../utils/shuffled.ts';

const score = fc.integer({ min: 0, max: 100 });
const scores = fc.tuple(score, score);

const SIDES: PerSide<SideName>[] = [pairOf(SIDE_NAMES), OTHER_SIDES];
const statementsOf = ([{ id: first }, { id: second }]: PerSide<{ id: string }>) => [
  { id: 's-a', side: first, text: 'A', lesson: 'one' },
  { id: 's-b', side: first, text: 'B', lesson: 'two' },
  { id: 's-c', side: second, text: 'C', lesson: 'three' },
  { id: 's-d', side: second, text: 'D', lesson: 'two' },
  { id: 's-e', side: second, text: 'E', lesson: 'four' },
];

describe('result codes', () => {
  test('encode every pair of scores', () => {
    const lost: string[] = [];
    for (let first = 0; first <= 100; first += 1) {
      for (let second = 0; second <= 100; second += 1) {
        const code = encodeScores([first, second]);
        const read = decodeScores(code);
        if (!/^BB-[2-9A-HJKMNP-Z]{4}$/.test(code) || read?.[0] !== first || read[1] !== second)
          lost.push(`${first} ${second} ${code}`);
      }
    }
    expect(lost).toEqual([]);
  });

  test('are refused if one character is changed, lost or added', () => {
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

  test('are refused if any character is replaced by any other, for all scores', () => {
    const signs = [...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'];
    const taken: string[] = [];
    for (let number = 0; number < 101 * 101; number += 1) {
      const code = encodeScores([Math.floor(number / 101), number % 101]);
      for (let place = 3; place < 7; place += 1) {
        for (const sign of signs) {
          const changed = code.slice(0, place) + sign + code.slice(place + 1);
          if (changed !== code && decodeScores(changed) !== undefined) taken.push(`${code} ${changed}`);
        }
      }
    }
    expect(taken).toEqual([]);
  });

  test('are refused if two different characters are swapped', () => {
    fc.assert(
      fc.property(scores, fc.nat({ max: 3 }), fc.nat({ max: 3 }), (pair, one, other) => {
        const signs = [...encodeScores(pair).slice(3)];
        fc.pre(signs[one] !== signs[other]);
        [signs[one], signs[other]] = [signs[other] ?? '', signs[one] ?? ''];
        expect(decodeScores(`BB-${signs.join('')}`)).toBeUndefined();
      }),
    );
  });

  test('are read from pasted text in any spacing and case; other words are listed', () => {
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
    const code = encodeScores([40, 70]);
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

describe.each(SIDES)('scores of $id and $id', (...sides) => {
  const statements = statementsOf(sides);

  test('are from 0 to 100 and count one side each', () => {
    expect(scoresOf({ 's-a': 4, 's-b': 4, 's-c': 0, 's-d': 0, 's-e': 0 }, statements, sides)).toEqual([
      100, 0,
    ]);
    expect(scoresOf({ 's-a': 2, 's-b': 2, 's-c': 1, 's-d': 1, 's-e': 1 }, statements, sides)).toEqual([
      50, 25,
    ]);
  });

  test('of old answers are computed from the current statements', () => {
    const old = { 's-a': 4, 's-gone': 0, 's-c': 2 };
    expect(scoresOf(old, statements, sides)).toEqual([100, 50]);
    expect(answeredOf(old, statements)).toBe(2);
    expect(scoresOf({ 's-gone': 4 }, statements, sides)).toBeUndefined();
    expect(scoresOf({ 's-a': 4 }, statements, sides)).toBeUndefined();
  });

  test('give a state, and a score on a line counts as the higher one', () => {
    expect(stateOf([50, 50])).toBe('momentum');
    expect(stateOf([50, 49])).toBe('chaos');
    expect(stateOf([49, 50])).toBe('stagnation');
    expect(stateOf([0, 49])).toBe('drift');
    expect(nearLine([59, 10])).toBe(true);
    expect(nearLine([60, 40])).toBe(false);
  });

  test('have a weaker side only if the difference is at least one answer', () => {
    const [first, second] = sides;
    expect(weakerFirst([40, 49], sides)).toBeUndefined();
    expect(weakerFirst([40, 50], sides)).toEqual([first, second]);
    expect(weakerFirst([50, 40], sides)).toEqual([second, first]);
    expect(verdictOf([20, 80], sides)).toContain(`more ${second.noun} than ${first.noun} `);
    expect(verdictOf([80, 20], sides)).toContain(`more ${first.noun} than ${second.noun} `);
    expect(verdictOf([45, 45], sides)).toMatch(/about as much of both.*close to a line/);
  });
});

describe.each(SIDES)('lessons to read next for %j and %j', (...sides) => {
  const statements = statementsOf(sides);
  const lessons = (answers: Record<string, number>): string[] => {
    const both = scoresOf(answers, statements, sides);
    return both === undefined ? [] : nextLessons(answers, statements, both, sides).map(([lesson]) => lesson);
  };

  test('are those of rare acts, each once, with the weaker side and the rarest acts first', () => {
    expect(lessons({ 's-a': 1, 's-b': 1, 's-c': 1, 's-d': 0, 's-e': 0 })).toEqual(['two', 'four', 'three']);
    expect(lessons({ 's-a': 0, 's-b': 4, 's-c': 1, 's-d': 4, 's-e': 4 })).toEqual(['one', 'three']);
  });

  test('are empty if no act was rare', () => {
    expect(lessons({ 's-a': 2, 's-b': 3, 's-c': 4, 's-d': 2, 's-e': 2 })).toEqual([]);
  });
});

test('a spread has the median, the range, and dots with their counts', () => {
  const spread = spreadOf([
    [20, 80],
    [20, 80],
    [60, 65],
    [90, 10],
  ]);
  expect(spread).toEqual({
    people: 4,
    dots: [
      { scores: [20, 80], count: 2 },
      { scores: [60, 65], count: 1 },
      { scores: [90, 10], count: 1 },
    ],
    states: { momentum: 1, chaos: 1, stagnation: 2, drift: 0 },
    ranges: [
      { median: 40, lowest: 20, highest: 90 },
      { median: 72.5, lowest: 10, highest: 80 },
    ],
  });
  expect(spreadOf([])).toBeUndefined();
});

test('a spread counts everybody, and its median is within the range', () => {
  fc.assert(
    fc.property(fc.array(scores, { minLength: 1, maxLength: 50 }), (pairs) => {
      const spread = spreadOf(pairs);
      expect(spread?.dots.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length);
      for (const { median, lowest, highest } of spread?.ranges ?? []) {
        expect(lowest <= median && median <= highest).toBe(true);
      }
    }),
  );
});

test('a shuffle loses no statement, and a saved order survives changed content', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.array(fc.string()), (ids, saved) => {
      expect(shuffled(ids, Math.random).sort()).toEqual([...ids].sort());
      expect(inOrder(ids, saved).sort()).toEqual([...ids].sort());
    }),
  );
  expect(inOrder(['a', 'b', 'c'], ['c', 'gone', 'a'])).toEqual(['c', 'a', 'b']);
});

test('scores as text name the sides of the course', () => {
  expect(scoresText([40, 70], pairOf(SIDE_NAMES))).toBe('Leading 40 of 100, managing 70 of 100.');
  expect(scoresText([40, 70], OTHER_SIDES)).toBe('Sowing 40 of 100, harvesting 70 of 100.');
});

test('unanswered statements are listed by number', () => {
  expect(missingMessage([4])).toBe('Statement 4 has no answer yet.');
  expect(missingMessage([4, 9, 12])).toBe('3 statements have no answer yet: 4, 9, and 12.');
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

  test('loses nothing in a merge with another device', () => {
    fc.assert(
      fc.property(record, record, (present, added) => {
        const merged = slice.merge(present, added);
        expect(slice.schema.safeParse(merged).success).toBe(true);
        for (const own of present.results) expect(merged.results).toContainEqual(own);
        const moments = merged.results.map(({ at }) => at);
        for (const { at } of added.results) expect(moments).toContain(at);
        expect(new Set(moments).size).toBe(moments.length);
        expect(moments).toEqual([...moments].sort());
        expect(merged.draft).toEqual(present.draft ?? added.draft);
        // A second merge changes nothing.
        expect(slice.merge(merged, added)).toEqual(merged);
      }),
    );
  });

  test('refuses answers that are off the scale', () => {
    const withAnswer = (answer: unknown) => ({
      results: [{ at: '2026-11-24T09:30:00.000Z', answers: { 's-a': answer } }],
    });
    expect(slice.schema.safeParse(withAnswer(4)).success).toBe(true);
    for (const wrong of [5, -1, 1.5, '2', null])
      expect(slice.schema.safeParse(withAnswer(wrong)).success).toBe(false);
  });
});

test('a code of scores above 100 is refused, and the most codes are not cut', () => {
  expect(decodeScores('BB-ZZZB')).toBeUndefined();
  const most = Array.from({ length: MOST_CODES }, () => encodeScores([50, 50]));
  expect(readCodes(most.join(' ')).cut).toBe(false);
  expect(readCodes([...most, 'BB-2222'].join(' ')).cut).toBe(true);
});
