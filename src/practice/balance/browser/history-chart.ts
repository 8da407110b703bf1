import { pairOf } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { svg } from '../../../utils/svg.ts';
import { CHART, chartOf, chartY, type ChartLine, type DatedScores } from '../chart.ts';
import { dayText, scoresText } from '../words.ts';

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
  return svg(
    'svg',
    {
      class: 'drawing',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': `Both scores over ${results.length} times that you answered.${latest} The table below has all the numbers.`,
    },
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
