import { newPlan, sideOf, type PlanStretch } from '../plan.ts';
import { localDay } from '../../../utils/days.ts';
import { PlanEditor } from './editor.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';

/**
 * `<growth-plan>` makes a plan of a rendered stretch. Its steps can be edited, checked off, printed, and downloaded as
 * Markdown or a calendar file. This browser stores all plans; one is active. `#side=<id>` in the address picks a side.
 *
 * Without JavaScript all stretches with their steps can be read.
 */
class GrowthPlan extends HTMLElement {
  #editor: PlanEditor | undefined;
  #followAddress: (() => void) | undefined;
  readonly #onFragment = (): void => this.#followAddress?.();

  connectedCallback(): void {
    addEventListener('hashchange', this.#onFragment);
    if (this.#editor !== undefined) return;
    const editor = new PlanEditor(this);
    this.#editor = editor;
    this.#followAddress = wireFilters(this);
    for (const article of this.querySelectorAll<HTMLElement>('.stretch'))
      actionButton(article, 'plan').addEventListener('click', () => {
        const now = new Date();
        editor.start(newPlan(readStretch(article), localDay(now), now.toISOString()));
      });
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onFragment);
  }
}

/**
 * Makes the list show the stretches of one side and one kind.
 * @returns a function that follows the address, which can contain the side
 */
function wireFilters(host: HTMLElement): () => void {
  const filters = requireElement(host, '[data-place="filters"]');
  const status = requireElement(filters, '[role="status"]');
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
    requireElement<HTMLInputElement>(filters, `[name="${name}"][value="${value}"]`).checked = true;
  };
  const fromAddress = (): void => {
    const side = sideOf(location.hash);
    const named = document.getElementById(location.hash.slice(1));
    if (side !== undefined) choose('side', side);
    else if (named?.matches('.stretch') === true && named.hidden) {
      // Clears the filters, so that the stretch of the address is visible.
      choose('side', '');
      choose('kind', '');
    } else return;
    filter();
    (named ?? requireElement(host, '#choose')).scrollIntoView();
  };

  filters.addEventListener('change', () => {
    const shown = filter();
    status.textContent = `${shown} ${shown === 1 ? 'stretch' : 'stretches'} to choose from.`;
    const side = chosen('side');
    const address = side === '' ? location.pathname + location.search : `#side=${side}`;
    history.replaceState(history.state, '', address);
  });
  fromAddress();
  return fromAddress;
}

const textOf = (host: ParentNode, selector: string): string =>
  requireElement(host, selector).textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** Reads a stretch from its rendered markup, so that the page contains its text once. */
const readStretch = (article: HTMLElement): PlanStretch => ({
  id: article.id,
  title: textOf(article, '[data-title]'),
  side: article.dataset['side'] ?? '',
  steps: [...article.querySelectorAll('ol > li')].map((item) => ({
    if: textOf(item, '[data-if]'),
    then: textOf(item, '[data-then]'),
  })),
});

customElements.define('growth-plan', GrowthPlan);
