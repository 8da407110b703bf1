import type { PracticeRow } from '../../lib/comparison-practice.ts';
import type { Grid } from '../../lib/table-formats.ts';

export interface Side {
  id: string;
  label: string;
}

/** A row as it was rendered. Its texts are read once, before a cover puts buttons into its cells. */
export interface Row extends PracticeRow {
  element: HTMLTableRowElement;
  ask: string;
}

export interface TableView {
  sides: Side[];
  rows: Row[];
}

/** Text of a cell without its links and small print: that of its first node. */
const leadText = (cell: Element | null | undefined): string => cell?.firstChild?.textContent?.trim() ?? '';

/** Reads sides and rows from the rendered table, which stays the one place of the content. */
export function readTable(table: HTMLTableElement): TableView {
  const sides = [...table.querySelectorAll<HTMLElement>('thead [data-side]')].map((head) => ({
    id: head.dataset['side'] ?? '',
    label: leadText(head),
  }));
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((element) => ({
    element,
    dimension: leadText(element.querySelector('th')),
    texts: Object.fromEntries(
      [...element.querySelectorAll<HTMLElement>('[data-side]')].map((cell) => [
        cell.dataset['side'] ?? '',
        leadText(cell),
      ]),
    ),
    ask: leadText(element.lastElementChild),
  }));
  return { sides, rows };
}

/** The same grid that `toGrid` of lib/comparison-views.ts makes from the content. */
export function readGrid({ sides, rows }: TableView): Grid {
  return [
    ['', ...sides.map((side) => side.label), 'Ask yourself'],
    ...rows.map((row) => [row.dimension, ...sides.map((side) => row.texts[side.id] ?? ''), row.ask]),
  ];
}

/** Safari drops table semantics when CSS stacks the cells; explicit roles keep them. */
export function keepSemantics(table: HTMLTableElement): void {
  const roles = {
    'thead, tbody': 'rowgroup',
    tr: 'row',
    'thead th': 'columnheader',
    'tbody th': 'rowheader',
    td: 'cell',
  };
  table.setAttribute('role', 'table');
  for (const [selector, role] of Object.entries(roles)) {
    for (const part of table.querySelectorAll(selector)) part.setAttribute('role', role);
  }
}
