import type { PerSide } from '../../course/sides.ts';
import type { Scores } from './scores.ts';

/** Scores with their time. */
export interface DatedScores {
  at: string;
  scores: Scores;
}

/** The line of one side in the chart. */
export interface ChartLine {
  points: { x: number; y: number }[];
  /** Path data through the points. */
  path: string;
  /** Vertical position of the label at the end of the line. */
  nameAt: number;
}

/** Dimensions of the chart in pixels; labels are to the right of it. */
export const CHART = { width: 560, height: 220, left: 36, right: 470, top: 12, bottom: 190 } as const;
const LEAST_BETWEEN_NAMES = 18;

/** The vertical position of a score. */
export const chartY = (score: number): number => CHART.bottom - (score / 100) * (CHART.bottom - CHART.top);

/**
 * The lines of both scores by time, the earliest on the left. If all times are the same, the points are in the middle.
 * @param results at least one, sorted by time
 */
export function chartOf(results: readonly DatedScores[]): PerSide<ChartLine> {
  const times = results.map(({ at }) => Date.parse(at));
  const earliest = Math.min(...times);
  const span = Math.max(...times) - earliest;
  const width = CHART.right - CHART.left - 16;
  const x = (time: number): number => CHART.left + 8 + (span === 0 ? 0.5 : (time - earliest) / span) * width;
  const line = (scores: readonly number[]): ChartLine => {
    const points = scores.map((score, index) => ({ x: x(times[index] ?? earliest), y: chartY(score) }));
    const path = points.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('L');
    return { points, path: `M${path}`, nameAt: points.at(-1)?.y ?? 0 };
  };
  const first = line(results.map(({ scores: [score] }) => score));
  const second = line(results.map(({ scores: [, score] }) => score));
  const apart = LEAST_BETWEEN_NAMES - Math.abs(first.nameAt - second.nameAt);
  if (apart > 0) {
    const [upper, lower] = first.nameAt <= second.nameAt ? [first, second] : [second, first];
    upper.nameAt -= apart / 2;
    lower.nameAt += apart / 2;
  }
  return [first, second];
}
