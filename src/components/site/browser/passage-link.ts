import { passageFragment } from '../text-fragment.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { button } from '../../../utils/elements.ts';

/** `<passage-link>` at the end of a lesson offers to copy a link to the passage that a reader selects. */
class PassageLink extends HTMLElement {
  #copy: HTMLButtonElement | undefined;
  readonly #onSelection = (): void => {
    if (this.#copy !== undefined) this.#copy.hidden = this.#address() === undefined;
  };

  connectedCallback(): void {
    document.addEventListener('selectionchange', this.#onSelection);
    if (this.firstChild !== null) return;
    const copy = button('Copy link to this passage', () => {
      const address = this.#address();
      if (address !== undefined) void copyText(address, 'the link to this passage');
    });
    // Pressing the button must not clear the selection.
    copy.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    this.#copy = copy;
    this.append(copy);
    this.#onSelection();
  }

  disconnectedCallback(): void {
    document.removeEventListener('selectionchange', this.#onSelection);
  }

  /** The address of the selected passage, if the selection is in this lesson. */
  #address(): string | undefined {
    const selection = getSelection();
    const article = this.closest('article');
    // Selections change with every key press, and reading their text forces a layout, so the cheap checks come first.
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
