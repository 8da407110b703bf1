import type { PerSide } from '../../course/sides.ts';
import { stateOf, type Scores, type State } from './scores.ts';

/** A dot on the grid, for one or more people with the same scores. */
export interface Dot {
  scores: Scores;
  count: number;
}

/** The median and the range of the scores of one side. */
export interface Range {
  median: number;
  lowest: number;
  highest: number;
}

/** A team's results without names. */
export interface Spread {
  people: number;
  dots: Dot[];
  states: Readonly<Record<State, number>>;
  ranges: PerSide<Range>;
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

/** Computes the spread of a team's scores; undefined for an empty list. */
export function spreadOf(results: readonly Scores[]): Spread | undefined {
  if (results.length === 0) return undefined;
  const dots = new Map<string, Dot>();
  const states: Record<State, number> = { momentum: 0, chaos: 0, stagnation: 0, drift: 0 };
  for (const scores of results) {
    const key = scores.join(' ');
    dots.set(key, { scores, count: (dots.get(key)?.count ?? 0) + 1 });
    states[stateOf(scores)] += 1;
  }
  return {
    people: results.length,
    dots: [...dots.values()],
    states,
    ranges: [rangeOf(results.map(([first]) => first)), rangeOf(results.map(([, second]) => second))],
  };
}
