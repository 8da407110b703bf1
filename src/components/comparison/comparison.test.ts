import { describe, expect, test } from 'vitest';
import { pickStatements, type PracticeStatement } from './practice.ts';

/** Pseudorandom numbers that are the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The statements of a table with two sides. */
const statements = (rows: number): PracticeStatement[] =>
  Array.from({ length: rows }, (_, row) =>
    ['leading', 'managing'].map((side) => ({ dimension: `Row ${row}`, side, text: `${side} ${row}` })),
  ).flat();

describe('Which is it?', () => {
  test('a round asks no row twice before all others, and each side equally often', () => {
    for (let seed = 1; seed < 30; seed += 1) {
      const round = pickStatements(statements(14), 8, seeded(seed));
      expect(new Set(round.map(({ dimension }) => dimension)).size).toBe(8);
      expect(round.filter(({ side }) => side === 'leading')).toHaveLength(4);
    }
  });

  test('a round of a short table has all statements, each once', () => {
    const round = pickStatements(statements(3), 8, seeded(7));
    expect(new Set(round.map(({ text }) => text)).size).toBe(6);
    expect(round).toHaveLength(6);
  });
});
