import { linesOf } from '../../../figures/drawing.ts';
import { requireElement } from '../../../utils/dom.ts';
import { drawing, svg } from '../../../utils/svg.ts';
import { h } from '../../../utils/elements.ts';
import {
  CATEGORIES,
  hoursInWords,
  leastSentence,
  LETTERS,
  segments,
  totalHours,
  type CategoryId,
  type Hours,
  type Labels,
  type Segment,
} from '../hours.ts';

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
  const [x, widest] = [LEFT + left, Math.max(width - 2, 1)];
  const area = svg('rect', { class: AREAS[id], x, y: TOP, width: widest, height: HEIGHT });
  const drawn: SVGElement[] = width > 0 ? [area] : [];
  if (width >= ROOM)
    drawn.push(
      svg('text', { class: 'mid', x: middle, y: TOP + 22 }, letter),
      svg('text', { class: 'large mid', x: middle, y: TOP + 44 }, String(hours)),
    );
  else if (middle - 20 >= named.upTo) {
    drawn.push(
      svg('path', { class: 'ink thin', d: `M${middle} ${TOP - 8}v8` }),
      svg('text', { class: 'small mid', x: middle, y: TOP - 12 }, `${letter} ${hours}`),
    );
    named.upTo = middle + 20;
  }
  return drawn;
}

/** Draws the week as a bar, like those of the lesson's figure, as wide as the screen has room. */
function weekBar(name: string, hours: Hours, labels: Labels): SVGElement {
  const width = Math.min(WIDEST, innerWidth - EDGES);
  const key = CATEGORIES.map((id) => `${LETTERS[id]}: ${labels[id].toLowerCase()}`).join(' · ');
  const lines = linesOf(key, width / 6.5);
  const hour = (width - 2 * LEFT) / totalHours(hours);
  const bottom = TOP + HEIGHT;
  const height = bottom + 24 + 16 * lines.length;
  const inWords = CATEGORIES.map((id) => `${labels[id]} ${hoursInWords(hours[id])}`).join(', ');
  const named = { upTo: LEFT - 20 };
  return drawing(
    width,
    height,
    `A bar of ${hoursInWords(totalHours(hours))}. ${name}: ${inWords}.`,
    svg('text', { x: LEFT, y: TOP - 30 }, name),
    ...segments(hours, hour).flatMap((segment) => drawSegment(segment, named)),
    ...lines.map((line, index) =>
      svg('text', { class: 'small muted', x: LEFT, y: bottom + 26 + 16 * index }, line),
    ),
  );
}

/**
 * A table with a caption, in an area that scrolls if the table is too wide. The first cell of each row is its header;
 * cells are text or controls.
 */
export function tableOf(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Node)[])[],
): HTMLElement {
  const table = h(
    'table',
    { class: 'week-table' },
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', { scope: 'col' }, column)))),
    h(
      'tbody',
      {},
      ...rows.map(([first = '', ...others]) =>
        h('tr', {}, h('th', { scope: 'row' }, first), ...others.map((content) => h('td', {}, content))),
      ),
    ),
  );
  // A scrolling area without focusable content must be focusable itself.
  return h('div', { class: 'scrolls', tabIndex: 0, role: 'group', 'aria-label': caption }, table);
}

/** Shows a week: the bar, the table, and the kind of work that got least. */
export function showWeek(root: HTMLElement, name: string, hours: Hours, labels: Labels): void {
  const total = totalHours(hours);
  const rows = CATEGORIES.map((id) => [
    `${LETTERS[id]}: ${labels[id]}`,
    String(hours[id]),
    `${Math.round((hours[id] / total) * 100)}%`,
  ]);
  requireElement(root, '[data-least]').textContent = leastSentence(hours, labels);
  requireElement(root, '[data-bar]').replaceChildren(weekBar(name, hours, labels));
  requireElement(root, '[data-table]').replaceChildren(
    tableOf(
      `${name}, in hours`,
      ['Kind of hour', 'Your hours', 'Share'],
      [...rows, ['All', String(total), '100%']],
    ),
  );
  requireElement(root, '[data-result]').hidden = false;
  root.toggleAttribute('data-shown', true);
  requireElement(root, '#result').focus();
}
