import { button } from '../../../utils/browser/controls.ts';

/** Covers the cells of one side with a button each, to recall before revealing; "" uncovers everything. */
export function cover(host: HTMLElement, side: string, say: (message: string) => void): void {
  for (const covered of host.querySelectorAll<HTMLElement>('td[data-covered]')) uncover(covered);
  if (side === '') {
    say('Nothing is covered.');
    return;
  }
  const cells = [...host.querySelectorAll<HTMLElement>(`td[data-side="${side}"]`)];
  for (const cell of cells) {
    const content = document.createElement('span');
    content.append(...cell.childNodes);
    const dimension = cell.closest('tr')?.querySelector('th')?.firstChild?.textContent?.trim() ?? '';
    const show = button('Show', () => {
      uncover(cell);
      cell.tabIndex = -1;
      cell.focus();
      const left = cells.filter((other) => other.hasAttribute('data-covered')).length;
      say(left === 0 ? 'All rows are revealed.' : `Revealed. ${left} still covered.`);
    });
    show.setAttribute('aria-label', `Show: ${cell.dataset['label'] ?? ''}, ${dimension}`);
    cell.append(content, show);
    cell.setAttribute('data-covered', '');
  }
  say(`${cells.length} cells are covered. Recall each, then show it.`);
}

function uncover(cell: HTMLElement): void {
  const content = cell.querySelector(':scope > span');
  cell.replaceChildren(...(content?.childNodes ?? []));
  cell.removeAttribute('data-covered');
}
