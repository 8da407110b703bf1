import type { CardQuestion } from '../card.ts';
import { pairOf, type SideName } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { printOnly } from '../../../components/site/browser/print-only.ts';
import { CardEditor } from './editor.ts';
import { wireShared } from './shared.ts';

/**
 * `<question-cards>` turns each rendered pair from what to why and back, shows one situation alone, stores cards that
 * the reader builds, and reads a card from the fragment of a link (`#card=...`).
 *
 * Without JavaScript both halves of each pair are shown, and the situations are links.
 */
class QuestionCards extends HTMLElement {
  #editor: CardEditor | undefined;
  #followAddress: (() => void)[] = [];
  readonly #onFragment = (): void => {
    for (const follow of this.#followAddress) follow();
  };

  connectedCallback(): void {
    addEventListener('hashchange', this.#onFragment);
    if (this.#editor !== undefined) return;
    const editor = new CardEditor(this);
    this.#editor = editor;
    wireTeamForm(this);
    this.#followAddress = [
      wirePairs(this, (question) => {
        editor.add(question);
      }),
      wireShared(this, (card) => {
        editor.keep(card);
      }),
    ];
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onFragment);
  }
}

/** Wires the buttons of the team's form. */
function wireTeamForm(host: HTMLElement): void {
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

const textOf = (half: Element): string => half.querySelector('[data-text]')?.textContent?.trim() ?? '';

/**
 * Shows one half of a pair and a button that turns to the other half. The halves are a live region, so screen readers
 * read the new question.
 */
function turnable(pair: HTMLElement, add: (question: CardQuestion) => void): void {
  const halves = requireElement(pair, '.pair-halves');
  const turn = actionButton(pair, 'turn');
  const [why, what] = pairOf(SIDE_NAMES);
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
    add({ side: shown.id, text: textOf(half(shown)) });
  });
}

/**
 * Makes every pair turnable.
 * @returns a function that follows the address, which can name one situation to show alone
 */
function wirePairs(host: HTMLElement, add: (question: CardQuestion) => void): () => void {
  for (const pair of host.querySelectorAll<HTMLElement>('.pair')) turnable(pair, add);
  const sections = [...host.querySelectorAll<HTMLElement>('.situation')];
  const links = [...host.querySelectorAll<HTMLAnchorElement>('.situations a')];
  const heading = (section: HTMLElement): string => section.getAttribute('aria-labelledby') ?? '';
  let chosen = 'pairs';
  const filter = (): void => {
    const named = location.hash.slice(1);
    if (named === 'pairs' || sections.some((section) => heading(section) === named)) chosen = named;
    // The pair of the address is shown, whatever its situation.
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
  return filter;
}

customElements.define('question-cards', QuestionCards);
