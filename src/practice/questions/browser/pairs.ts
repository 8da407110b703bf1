import type { CardQuestion } from '../card.ts';
import { pairOf, type SideName } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { doer, place } from '../../../utils/browser/place.ts';

const textOf = (half: Element): string => half.querySelector('[data-text]')?.textContent?.trim() ?? '';

/**
 * Shows one half of a pair and a button that turns it to the other. The halves are a live region, so the question
 * that comes up is read; the button says where it leads.
 */
function turnable(pair: HTMLElement, add: (question: CardQuestion) => void): void {
  const halves = place(pair, '.pair-halves');
  const turn = doer(pair, 'turn');
  const [why, what] = pairOf(SIDE_NAMES);
  const half = ({ id }: SideName): HTMLElement => place(halves, `[data-side="${id}"]`);
  let shown = what;
  const show = (side: SideName): void => {
    shown = side;
    half(what).hidden = side !== what;
    half(why).hidden = side !== why;
    turn.textContent = side === what ? 'Turn to the why' : 'Turn to the what';
  };
  halves.setAttribute('aria-live', 'polite');
  show(what);
  turn.addEventListener('click', () => {
    show(shown === what ? why : what);
  });
  doer(pair, 'add').addEventListener('click', () => {
    add({ side: shown.id, text: textOf(half(shown)) });
  });
}

/** Makes every pair turnable, and shows one situation alone where the address names it. */
export function wirePairs(host: HTMLElement, add: (question: CardQuestion) => void): void {
  for (const pair of host.querySelectorAll<HTMLElement>('.pair')) turnable(pair, add);
  const sections = [...host.querySelectorAll<HTMLElement>('.situation')];
  const links = [...host.querySelectorAll<HTMLAnchorElement>('.situations a')];
  const heading = (section: HTMLElement): string => section.getAttribute('aria-labelledby') ?? '';
  let chosen = 'pairs';
  const filter = (): void => {
    const named = location.hash.slice(1);
    if (named === 'pairs' || sections.some((section) => heading(section) === named)) chosen = named;
    // A pair that the address names is shown, wherever it stands.
    else if (
      sections.some((section) => section.hidden && section.querySelector(`[id="${CSS.escape(named)}"]`))
    )
      chosen = 'pairs';
    for (const section of sections) section.hidden = chosen !== 'pairs' && chosen !== heading(section);
    for (const link of links)
      if (link.hash === `#${chosen}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    if (named.startsWith('p-')) document.getElementById(named)?.scrollIntoView();
  };
  filter();
  addEventListener('hashchange', filter);
}
