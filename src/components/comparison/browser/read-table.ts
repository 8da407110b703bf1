/** The text of a header or cell without its links for copying, and with nothing of what is covered lost. */
export function cellText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('copy-link, small, button, .sr-only')) extra.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The table as rows of text, the header row first; rows that a filter hides are left out. */
export function readGrid(table: HTMLTableElement): string[][] {
  return [...table.rows]
    .filter((row) => !row.hasAttribute('data-filtered'))
    .map((row) => [...row.cells].map(cellText));
}
