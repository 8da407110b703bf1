import { copyText } from '../../../utils/clipboard.ts';
import { button } from '../../../utils/elements.ts';

/** `<copy-text data-name="the APA reference">` around a text in `[data-copied]`: adds a button that copies the text. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector<HTMLElement>('[data-copied]');
    const { name = 'the text' } = this.dataset;
    if (text === null || this.querySelector('button') !== null) return;
    const copy = button(
      'Copy',
      () => {
        void copyText(text.textContent, name, undefined, () => getSelection()?.selectAllChildren(text));
      },
      { 'aria-label': `Copy ${name}`, 'data-omit': 'print' },
    );
    this.append(' ', copy);
  }
}

customElements.define('copy-text', CopyText);
