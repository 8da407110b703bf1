import { segments, type Segment } from '../bar.ts';
import { CATEGORIES, LETTERS, type CategoryId, type Hours } from '../categories.ts';
import { hoursInWords, totalHours } from '../hours.ts';
import type { CategoryView } from '../target.ts';
import { svg } from '../../../utils/svg.ts';

const WIDTH = 640;
const LEFT = 10;
const TOP = 46;
const HEIGHT = 56;
const GAP = 64;
/** Minimum width for a label with a number. */
const ROOM = 30;
const AREAS: Readonly<Record<CategoryId, string>> = {
  running: 'side-2-area',
  shaping: 'side-1-area',
  growing: 'both-area',
  other: 'paper',
};

/** Draws a category in its bar. A label that does not fit goes above the bar if its neighbor leaves space. */
function drawSegment(
  { id, letter, hours, left, width }: Segment,
  top: number,
  named: { upTo: number },
): SVGElement[] {
  const middle = LEFT + left + width / 2;
  const drawn: SVGElement[] = [];
  if (width > 0)
    drawn.push(
      svg('rect', {
        class: AREAS[id],
        x: LEFT + left,
        y: top,
        width: Math.max(width - 2, 1),
        height: HEIGHT,
      }),
    );
  if (width >= ROOM) {
    drawn.push(svg('text', { class: 'mid', x: middle, y: top + 22 }, letter));
    drawn.push(svg('text', { class: 'large mid', x: middle, y: top + 44 }, String(hours)));
  } else if (middle - 20 >= named.upTo) {
    drawn.push(svg('path', { class: 'ink thin', d: `M${middle} ${top - 8}v8` }));
    drawn.push(svg('text', { class: 'small mid', x: middle, y: top - 12 }, `${letter} ${hours}`));
    named.upTo = middle + 20;
  }
  return drawn;
}

const inWords = (name: string, hours: Hours, views: Readonly<Record<CategoryId, CategoryView>>): string =>
  `${name}: ${CATEGORIES.map((id) => `${views[id].label} ${hoursInWords(hours[id])}`).join(', ')}.`;

/** Draws the week and the suggestion as two bars on one scale, like the lesson's figure. */
export function weekBar(
  week: { name: string; hours: Hours },
  target: Hours,
  views: Readonly<Record<CategoryId, CategoryView>>,
): SVGElement {
  const hour = (WIDTH - 2 * LEFT) / totalHours(week.hours);
  const bars: [name: string, hours: Hours][] = [
    [week.name, week.hours],
    ['Suggestion, for as many hours', target],
  ];
  const bottom = TOP + bars.length * (HEIGHT + GAP) - GAP;
  const drawing = svg('svg', {
    class: 'drawing wide-drawing',
    viewBox: `0 0 ${WIDTH} ${bottom + 40}`,
    width: WIDTH,
    height: bottom + 40,
    role: 'img',
    'aria-label': `Two bars of ${hoursInWords(totalHours(week.hours))}. ${bars.map(([name, hours]) => inWords(name, hours, views)).join(' ')}`,
  });
  bars.forEach(([name, hours], index) => {
    const top = TOP + index * (HEIGHT + GAP);
    drawing.append(svg('text', { x: LEFT, y: top - 30 }, name));
    const named = { upTo: LEFT - 20 };
    for (const segment of segments(hours, hour)) drawing.append(...drawSegment(segment, top, named));
  });
  const key = CATEGORIES.map((id) => `${LETTERS[id]}: ${views[id].label.toLowerCase()}`).join(' · ');
  drawing.append(svg('text', { class: 'small muted', x: LEFT, y: bottom + 26 }, key));
  return drawing;
}
