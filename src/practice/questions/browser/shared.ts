import { type Card, CARD_FRAGMENT, cardFromFragment } from '../card.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button } from '../../../utils/elements.ts';
import { readableCard } from './card-list.ts';

/**
 * Shows the card of a shared link; it is stored only if the reader agrees.
 * @returns a function that follows the address
 */
export function wireShared(host: HTMLElement, keep: (card: Card) => void): () => void {
  const panel = requireElement(host, '[data-place="shared"]');
  const heading = requireElement(panel, 'h2');
  const close = (): void => {
    panel.hidden = true;
    // Removed from the address too, so that a reload does not show the card again.
    history.replaceState(history.state, '', location.pathname + location.search);
  };
  const show = (): void => {
    if (!location.hash.startsWith(CARD_FRAGMENT)) return;
    const card = cardFromFragment(location.hash);
    panel.hidden = false;
    requireElement(panel, '[role="status"]').textContent =
      card === undefined
        ? 'This link holds no card that we can read. It may have been cut off on its way: ask for it again. Your own cards are as they were.'
        : 'It came with the link that you opened. Keep it only if you trust who sent it; your own cards stay as they are.';
    requireElement(panel, '[data-place="shared-card"]').replaceChildren(
      ...(card === undefined ? [] : readableCard(card)),
    );
    requireElement(panel, '.tool-actions').replaceChildren(
      ...(card === undefined
        ? []
        : [
            button('Keep this card', () => {
              close();
              keep(card);
            }),
          ]),
      button('Close', () => {
        close();
        requireElement(host, '.situations a').focus();
      }),
    );
    heading.focus();
  };
  show();
  return show;
}
