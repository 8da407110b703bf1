import { sideOf } from '../plan.ts';
import { place } from '../../../utils/browser/place.ts';

/** Shows the stretches of one side and one kind; the side can come with the address. */
export function wireFilters(host: HTMLElement): void {
  const filters = place(host, '[data-place="filters"]');
  const status = place(filters, '[role="status"]');
  const chosen = (name: string): string =>
    filters.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value ?? '';

  const filter = (): number => {
    const [side, kind] = [chosen('side'), chosen('kind')];
    let shown = 0;
    for (const stretch of host.querySelectorAll<HTMLElement>('.stretch')) {
      const { side: its, kind: sort } = stretch.dataset;
      stretch.hidden = (side !== '' && its !== side) || (kind !== '' && sort !== kind);
      if (!stretch.hidden) shown += 1;
    }
    for (const section of host.querySelectorAll<HTMLElement>('.stretch-side'))
      section.hidden = section.querySelector('.stretch:not([hidden])') === null;
    return shown;
  };
  const choose = (name: string, value: string): void => {
    place<HTMLInputElement>(filters, `[name="${name}"][value="${value}"]`).checked = true;
  };
  const fromAddress = (): void => {
    const side = sideOf(location.hash);
    const named = document.getElementById(location.hash.slice(1));
    if (side !== undefined) choose('side', side);
    else if (named?.matches('.stretch') === true && named.hidden) {
      // A stretch that the address names is shown, whatever was chosen.
      choose('side', '');
      choose('kind', '');
    } else return;
    filter();
    (named ?? place(host, '#choose')).scrollIntoView();
  };

  filters.addEventListener('change', () => {
    const shown = filter();
    status.textContent = `${shown} ${shown === 1 ? 'stretch' : 'stretches'} to choose from.`;
    const side = chosen('side');
    const address = side === '' ? location.pathname + location.search : `#side=${side}`;
    history.replaceState(history.state, '', address);
  });
  fromAddress();
  addEventListener('hashchange', fromAddress);
}
