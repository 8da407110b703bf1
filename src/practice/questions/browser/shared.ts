import type { Card } from '../card.ts';
import { CARD_FRAGMENT, cardFromFragment } from '../share.ts';
import { button } from '../../../utils/browser/controls.ts';
import { place } from '../../../utils/browser/place.ts';
import { readableCard } from './card-list.ts';

/** Shows the card that a link carries, to look at first: it is kept only where the reader says so. */
export function wireShared(host: HTMLElement, keep: (card: Card) => void): void {
  const panel = place(host, '[data-place="shared"]');
  const heading = place(panel, 'h2');
  const close = (): void => {
    panel.hidden = true;
    // The card leaves the address too, so that a reload does not bring it back.
    history.replaceState(history.state, '', location.pathname + location.search);
  };
  const show = (): void => {
    if (!location.hash.startsWith(CARD_FRAGMENT)) return;
    const card = cardFromFragment(location.hash);
    panel.hidden = false;
    place(panel, '[role="status"]').textContent =
      card === undefined
        ? 'This link holds no card that we can read. It may have been cut off on its way: ask for it again. Your own cards are as they were.'
        : 'It came with the link that you opened. Keep it only if you trust who sent it; your own cards stay as they are.';
    place(panel, '[data-place="shared-card"]').replaceChildren(
      ...(card === undefined ? [] : readableCard(card)),
    );
    place(panel, '.tool-actions').replaceChildren(
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
        place(host, '.situations a').focus();
      }),
    );
    heading.focus();
  };
  show();
  addEventListener('hashchange', show);
}
