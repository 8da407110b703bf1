import { printOnly } from '../../../components/site/browser/print-only.ts';
import { pairOf, type SideName } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import type { CardQuestion } from '../card.ts';

/** Wires the buttons of the team's form. */
export function wireTeamForm(host: HTMLElement): void {
  const form = requireElement(host, '.team-feedback');
  actionButton(form, 'print-form').addEventListener('click', () => {
    printOnly('team-feedback');
  });
  actionButton(form, 'copy-form').addEventListener('click', () => {
    const area = requireElement<HTMLTextAreaElement>(form, 'textarea');
    void copyText(area.value, 'the form', undefined, () => {
      requireElement<HTMLDetailsElement>(form, 'details').open = true;
      area.select();
    });
  });
}

/**
 * Makes every pair show one half, with a button that turns to the other. The halves are a live region, so screen readers
 * read the new question.
 */
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
    turn.addEventListener('click', () => {
      show(shown === what ? why : what);
    });
    actionButton(pair, 'add').addEventListener('click', () => {
      const text = half(shown).querySelector('[data-text]')?.textContent?.trim() ?? '';
      add({ side: shown.id, text });
    });
  }
}

/** Shows the situation that the address names alone, or all. A pair that the address names is always shown. */
export function showSituation(host: HTMLElement): void {
  const sections = [...host.querySelectorAll<HTMLElement>('.situation')];
  const heading = (section: HTMLElement): string => section.getAttribute('aria-labelledby') ?? '';
  const named = location.hash.slice(1);
  const isSituation = named === 'pairs' || sections.some((section) => heading(section) === named);
  const pair = host.querySelector(`.pair[id="${CSS.escape(named)}"]`);
  if (isSituation || pair?.closest<HTMLElement>('.situation')?.hidden === true)
    host.dataset['situation'] = isSituation ? named : 'pairs';
  const { situation = 'pairs' } = host.dataset;
  for (const section of sections) section.hidden = situation !== 'pairs' && situation !== heading(section);
  for (const link of host.querySelectorAll<HTMLAnchorElement>('.situations a'))
    if (link.hash === `#${situation}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  pair?.scrollIntoView();
}
