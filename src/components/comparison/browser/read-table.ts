/** The text of a header or cell, including covered text, without its controls. */
export function cellText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('copy-link, small, button, .sr-only')) extra.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The table as rows of text: the header row, then all rows that the filter does not hide. */
export function readGrid(table: HTMLTableElement): string[][] {
  return [...table.rows]
    .filter((row) => !row.hasAttribute('data-filtered'))
    .map((row) => [...row.cells].map(cellText));
}
