import { byCategory, isCategory, type Labels } from '../categories.ts';
import type { Rule } from '../rules.ts';
import { requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';

/** Clones the element in a template. */
export const copyOf = (root: ParentNode, template: string): HTMLElement =>
  requireElement(
    requireElement<HTMLTemplateElement>(root, template).content.cloneNode(true) as DocumentFragment,
    '*',
  );

/** The labels of the categories as the form shows them. */
export const categoryLabels = (root: ParentNode): Labels =>
  byCategory((id) => {
    const { label = '' } = requireElement(root, `fieldset[data-category=${id}]`).dataset;
    return label;
  });

/** The suggested rules as the page lists them. */
export const suggestedRules = (root: ParentNode): Rule[] =>
  [...root.querySelectorAll<HTMLElement>('[data-rules] > li')].flatMap((item) => {
    const category = item.dataset['category'] ?? '';
    const words = [...item.querySelectorAll('span')].map((word) => word.textContent ?? '');
    return isCategory(category) ? [{ category, words }] : [];
  });

/** "1 event", "2 events". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

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
  return h('div', { class: 'worksheet-scroll', tabIndex: 0, role: 'group', 'aria-label': caption }, table);
}
