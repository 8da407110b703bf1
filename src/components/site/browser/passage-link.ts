import { passageFragment } from '../text-fragment.ts';
import { announce } from '../../../utils/browser/announce.ts';
import { copyText } from '../../../utils/browser/clipboard.ts';
import { button } from '../../../utils/browser/controls.ts';

/**
 * `<passage-link>` at the end of a lesson: when a reader selects words of it, by mouse, touch or keyboard, offers to
 * copy a link to that very passage. Nothing without JavaScript; the heading's link then does.
 */
class PassageLink extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild !== null) return;
    const copy = button('Copy link to this passage', () => {
      const address = this.#address();
      if (address === undefined) return;
      void copyText(address).then((copied) => {
        announce(copied ? 'Link to the passage copied' : `Copy this link: ${address}`);
      });
    });
    copy.hidden = true;
    // Pressing the button must not take the selection away.
    copy.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    this.append(copy);
    document.addEventListener('selectionchange', () => {
      copy.hidden = this.#address() === undefined;
    });
  }

  /** The address of the words selected, if they are a passage of this lesson. */
  #address(): string | undefined {
    const selection = getSelection();
    const article = this.closest('article');
    // Every key typed anywhere moves the selection, and its text can be read only after a layout.
    if (selection === null || selection.isCollapsed || article === null) return undefined;
    const passage = selection.toString().trim();
    if (passage.length < 4) return undefined;
    const start = selection.getRangeAt(0).startContainer;
    if (!article.contains(start)) return undefined;
    const headings = [...article.querySelectorAll('h2[id]')];
    const section = headings.findLast(
      (heading) => heading.compareDocumentPosition(start) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const { origin, pathname } = location;
    return origin + pathname + passageFragment(section?.id ?? 'objectives', passage);
  }
}

customElements.define('passage-link', PassageLink);
