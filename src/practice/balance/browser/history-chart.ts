import { CHART, chartOf, chartY, type ChartLine, type DatedScores } from '../chart.ts';
import type { PerSide, SideName } from '../../../course/sides.ts';
import { scoresSaid } from '../words.ts';
import { momentText, svg } from './parts.ts';

const { width, height, left, right, bottom } = CHART;
const SCALE = [0, 50, 100];

/** Draws both scores by date: the first side with round marks, the second with square ones. */
export function drawChart(results: readonly DatedScores[], sides: PerSide<SideName>): SVGSVGElement {
  const [one, other] = chartOf(results);
  const [first, last] = [results[0], results.at(-1)];
  const said =
    last === undefined
      ? ''
      : ` The last: ${scoresSaid(last.scores, sides)} The table below has all the numbers.`;
  const day = (result: DatedScores | undefined): string =>
    result === undefined ? '' : momentText(result.at).replace(/,[^,]*$/, '');
  return svg(
    'svg',
    {
      class: 'drawing',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': `Both scores over ${results.length} times that you answered.${said}`,
    },
    svg('path', {
      class: 'fine',
      d: SCALE.map((score) => `M${left} ${chartY(score)}H${right}`).join(''),
    }),
    ...SCALE.map((score) =>
      svg('text', { class: 'small end', x: left - 6, y: chartY(score) + 4 }, String(score)),
    ),
    svg('text', { class: 'small', x: left, y: bottom + 22 }, day(first)),
    svg('text', { class: 'small end', x: right, y: bottom + 22 }, day(last)),
    ...line('side-1', sides[0].label, one),
    ...line('side-2', sides[1].label, other),
  );
}

function line(side: 'side-1' | 'side-2', name: string, { path, points, nameAt }: ChartLine): SVGElement[] {
  const marks = points.map(({ x, y }) =>
    side === 'side-1'
      ? svg('circle', { class: 'side-1-area', cx: x, cy: y, r: 5 })
      : svg('rect', { class: 'side-2-area solid', x: x - 5, y: y - 5, width: 10, height: 10 }),
  );
  return [
    svg('path', { class: side, d: path }),
    ...marks,
    svg('text', { class: `says-${side}`, x: right + 8, y: nameAt + 5 }, name),
  ];
}
