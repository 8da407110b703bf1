import { stateOf, type Scores, type Side, type State } from './scores.ts';

/** Scores shared by several people. */
export interface Dot extends Scores {
  count: number;
}

/** The middle and the ends of one side. */
export interface Range {
  median: number;
  lowest: number;
  highest: number;
}

/** A team's results without names. */
export interface Spread extends Readonly<Record<Side, Range>> {
  people: number;
  dots: Dot[];
  states: Readonly<Record<State, number>>;
}

function rangeOf(values: readonly number[]): Range {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? 0;
  const last = sorted.length - 1;
  return {
    median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2,
    lowest: at(0),
    highest: at(last),
  };
}

/** The spread of at least one pair of scores; undefined for none. */
export function spreadOf(scores: readonly Scores[]): Spread | undefined {
  if (scores.length === 0) return undefined;
  const dots = new Map<string, Dot>();
  const states: Record<State, number> = { momentum: 0, chaos: 0, stagnation: 0, drift: 0 };
  for (const { leading, managing } of scores) {
    const key = `${leading} ${managing}`;
    dots.set(key, { leading, managing, count: (dots.get(key)?.count ?? 0) + 1 });
    states[stateOf({ leading, managing })] += 1;
  }
  return {
    people: scores.length,
    dots: [...dots.values()],
    states,
    leading: rangeOf(scores.map(({ leading }) => leading)),
    managing: rangeOf(scores.map(({ managing }) => managing)),
  };
}
