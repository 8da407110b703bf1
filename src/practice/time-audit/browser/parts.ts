import { byCategory, isCategory, type CategoryId } from '../categories.ts';
import type { Rule } from '../rules.ts';
import type { CategoryView } from '../target.ts';

/** A part that the component always renders. */
export function part<Kind extends Element = HTMLElement>(root: ParentNode, selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (found === null) throw new Error(`<time-audit> lacks ${selector}.`);
  return found;
}

/** A fresh copy of the one element in a template. */
export const copyOf = (root: ParentNode, template: string): HTMLElement =>
  part(part<HTMLTemplateElement>(root, template).content.cloneNode(true) as DocumentFragment, '*');

/** The categories, as the form shows them. */
export const categoryViews = (root: ParentNode): Record<CategoryId, CategoryView> =>
  byCategory((id) => {
    const { label = '', target = '0' } = part(root, `fieldset[data-category=${id}]`).dataset;
    return { label, target: Number(target) };
  });

/** The suggested rules, as the page lists them. */
export const suggestedRules = (root: ParentNode): Rule[] =>
  [...root.querySelectorAll<HTMLElement>('[data-rules] > li')].flatMap((item) => {
    const category = item.dataset['category'] ?? '';
    const words = [...item.querySelectorAll('span')].map((word) => word.textContent ?? '');
    return isCategory(category) ? [{ category, words }] : [];
  });

/** "1 event", "2 events". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/**
 * A table under a caption, which scrolls by itself where it is too wide; the first cell of each row is its header.
 * Cells are text or controls.
 */
export function tableOf(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Node)[])[],
): HTMLElement {
  const scoped = (scope: string, content: string | Node): HTMLTableCellElement => {
    const cell = element('th', content);
    cell.scope = scope;
    return cell;
  };
  const table = element(
    'table',
    element('caption', caption),
    element('thead', element('tr', ...columns.map((column) => scoped('col', column)))),
    element(
      'tbody',
      ...rows.map(([first = '', ...others]) =>
        element('tr', scoped('row', first), ...others.map((content) => element('td', content))),
      ),
    ),
  );
  table.className = 'week-table';
  const scroll = element('div', table);
  scroll.className = 'worksheet-scroll';
  // With nothing in it to focus, what scrolls must take the keyboard.
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'group');
  scroll.setAttribute('aria-label', caption);
  return scroll;
}
