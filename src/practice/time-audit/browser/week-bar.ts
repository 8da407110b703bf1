import { segments, type Segment } from '../bar.ts';
import { CATEGORIES, LETTERS, type CategoryId, type Hours, type Labels } from '../categories.ts';
import { hoursInWords, totalHours } from '../hours.ts';
import { svg } from '../../../utils/svg.ts';
import { linesOf } from '../../../figures/drawing.ts';

const WIDEST = 640;
/** What is beside the drawing on a narrow screen: the edges of the page and of the sheet. */
const EDGES = 72;
const LEFT = 10;
const TOP = 46;
const HEIGHT = 56;
/** Minimum width for a label with a number. */
const ROOM = 30;
const AREAS: Readonly<Record<CategoryId, string>> = {
  running: 'side-2-area',
  shaping: 'side-1-area',
  growing: 'both-area',
  other: 'paper',
};

/** Draws a category in its bar. A label that does not fit goes above the bar if its neighbor leaves space. */
function drawSegment({ id, letter, hours, left, width }: Segment, named: { upTo: number }): SVGElement[] {
  const middle = LEFT + left + width / 2;
  const drawn: SVGElement[] = [];
  if (width > 0)
    drawn.push(
      svg('rect', {
        class: AREAS[id],
        x: LEFT + left,
        y: TOP,
        width: Math.max(width - 2, 1),
        height: HEIGHT,
      }),
    );
  if (width >= ROOM) {
    drawn.push(svg('text', { class: 'mid', x: middle, y: TOP + 22 }, letter));
    drawn.push(svg('text', { class: 'large mid', x: middle, y: TOP + 44 }, String(hours)));
  } else if (middle - 20 >= named.upTo) {
    drawn.push(svg('path', { class: 'ink thin', d: `M${middle} ${TOP - 8}v8` }));
    drawn.push(svg('text', { class: 'small mid', x: middle, y: TOP - 12 }, `${letter} ${hours}`));
    named.upTo = middle + 20;
  }
  return drawn;
}

const inWords = (name: string, hours: Hours, labels: Labels): string =>
  `${name}: ${CATEGORIES.map((id) => `${labels[id]} ${hoursInWords(hours[id])}`).join(', ')}.`;

/** Draws the week as a bar, like those of the lesson's figure, as wide as the screen has room. */
export function weekBar(name: string, hours: Hours, labels: Labels): SVGElement {
  const width = Math.min(WIDEST, innerWidth - EDGES);
  const key = CATEGORIES.map((id) => `${LETTERS[id]}: ${labels[id].toLowerCase()}`).join(' · ');
  const lines = linesOf(key, width / 6.5);
  const hour = (width - 2 * LEFT) / totalHours(hours);
  const bottom = TOP + HEIGHT;
  const height = bottom + 24 + 16 * lines.length;
  const drawing = svg('svg', {
    class: 'drawing',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': `A bar of ${hoursInWords(totalHours(hours))}. ${inWords(name, hours, labels)}`,
  });
  drawing.append(svg('text', { x: LEFT, y: TOP - 30 }, name));
  const named = { upTo: LEFT - 20 };
  for (const segment of segments(hours, hour)) drawing.append(...drawSegment(segment, named));
  drawing.append(
    ...lines.map((line, index) =>
      svg('text', { class: 'small muted', x: LEFT, y: bottom + 26 + 16 * index }, line),
    ),
  );
  return drawing;
}
