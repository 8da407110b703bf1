import { pairOf, type SideName } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import type { CardQuestion } from '../slice.ts';

/** Makes every pair show one half, with a button that turns to the other; screen readers read the new one. */
export function wirePairs(host: HTMLElement, add: (question: CardQuestion) => void): void {
  const [why, what] = pairOf(SIDE_NAMES);
  for (const pair of host.querySelectorAll<HTMLElement>('.pair')) {
    const halves = requireElement(pair, '.pair-halves');
    const turn = actionButton(pair, 'turn');
    const half = ({ id }: SideName): HTMLElement => requireElement(halves, `[data-side="${id}"]`);
    let shown = what;
    const show = (side: SideName): void => {
      shown = side;
      half(what).hidden = side !== what;
      half(why).hidden = side !== why;
      turn.textContent = side === what ? 'Turn to the why' : 'Turn to the what';
    };
    halves.setAttribute('aria-live', 'polite');
    show(what);
    turn.addEventListener('click', () => show(shown === what ? why : what));
    actionButton(pair, 'add').addEventListener('click', () => {
      const text = half(shown).querySelector('[data-text]')?.textContent?.trim() ?? '';
      add({ side: shown.id, text });
    });
  }
}

/** Marks the pairs of which a question is on the open card. */
export function markPairs(host: HTMLElement, questions: ReadonlySet<string>): void {
  for (const pair of host.querySelectorAll<HTMLElement>('.pair')) {
    const texts = [...pair.querySelectorAll('[data-text]')].map(({ textContent }) => textContent.trim());
    requireElement(pair, '.on-card').hidden = !texts.some((text) => questions.has(text));
  }
}

/** Shows the situation that the address names, or all; on a narrow screen the first, as they are very long. */
export function showSituation(host: HTMLElement): void {
  const sections = [...host.querySelectorAll<HTMLElement>('.situation')];
  const heading = (section: Element | null | undefined): string =>
    section?.getAttribute('aria-labelledby') ?? 'pairs';
  const named = location.hash.slice(1);
  const pair = host.querySelector(`.pair[id="${CSS.escape(named)}"]`);
  const isNarrow = matchMedia('(width < 40rem)').matches;
  let { situation = isNarrow ? heading(sections[0]) : 'pairs' } = host.dataset;
  if (named === 'pairs' || sections.some((section) => heading(section) === named)) situation = named;
  else if (pair !== null && situation !== 'pairs')
    situation = isNarrow ? heading(pair.closest('.situation')) : 'pairs';
  host.dataset['situation'] = situation;
  for (const section of sections) section.hidden = situation !== 'pairs' && situation !== heading(section);
  for (const link of host.querySelectorAll<HTMLAnchorElement>('.situations a'))
    if (link.hash === `#${situation}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  pair?.scrollIntoView();
}
