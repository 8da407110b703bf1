import { requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import {
  CATEGORIES,
  hoursInWords,
  leastSentence,
  LETTERS,
  totalHours,
  type Hours,
  type Labels,
} from '../hours.ts';

/** Shows a week as a bar: each kind as wide as its hours, with its letter where it has room. */
function showBar(bar: HTMLElement, name: string, hours: Hours, labels: Labels): void {
  for (const id of CATEGORIES) {
    const part = requireElement(bar, `[data-category=${id}]`);
    part.style.flexGrow = String(hours[id]);
    requireElement(part, 'span').textContent = String(hours[id]);
  }
  const inWords = CATEGORIES.map((id) => `${labels[id]} ${hoursInWords(hours[id])}`).join(', ');
  bar.ariaLabel = `A bar of ${hoursInWords(totalHours(hours))}. ${name}: ${inWords}.`;
}

/** A table in an area that scrolls. The first cell of each row is its header; cells are text or controls. */
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
  showBar(requireElement(root, '[data-bar]'), name, hours, labels);
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
