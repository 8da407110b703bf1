import { pairOf, type PerSide } from '../../../course/sides.ts';
import type { Scores } from '../scores.ts';
import { dayText, scoresText } from '../words.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { drawing, svg } from '../../../utils/svg.ts';

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

const { width, height, left, right, bottom } = CHART;
const SCALE = [0, 50, 100];

/**
 * Draws both scores by date: the first side with round marks, the second with square ones.
 * @param results at least two, the earliest first
 */
export function drawChart(results: readonly DatedScores[]): SVGSVGElement {
  const sides = pairOf(SIDE_NAMES);
  const [one, other] = chartOf(results);
  const day = (result: DatedScores | undefined): string => (result === undefined ? '' : dayText(result.at));
  const last = results.at(-1);
  const latest = last === undefined ? '' : ` The last: ${scoresText(last.scores, sides)}`;
  return drawing(
    width,
    height,
    `Both scores over ${results.length} times that you answered.${latest} The table below has all the numbers.`,
    svg('path', { class: 'fine', d: SCALE.map((score) => `M${left} ${chartY(score)}H${right}`).join('') }),
    ...SCALE.map((score) =>
      svg('text', { class: 'small end', x: left - 6, y: chartY(score) + 4 }, String(score)),
    ),
    svg('text', { class: 'small', x: left, y: bottom + 22 }, day(results[0])),
    svg('text', { class: 'small end', x: right, y: bottom + 22 }, day(last)),
    ...line('side-1', sides[0].label, one),
    ...line('side-2', sides[1].label, other),
  );
}

const line = (side: 'side-1' | 'side-2', name: string, { path, points, nameAt }: ChartLine): SVGElement[] => [
  svg('path', { class: side, d: path }),
  ...points.map(({ x, y }) =>
    side === 'side-1'
      ? svg('circle', { class: 'side-1-area', cx: x, cy: y, r: 5 })
      : svg('rect', { class: 'side-2-area solid', x: x - 5, y: y - 5, width: 10, height: 10 }),
  ),
  svg('text', { class: `says-${side}`, x: right + 8, y: nameAt + 5 }, name),
];
