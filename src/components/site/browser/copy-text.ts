import { announce } from '../../../utils/browser/announce.ts';
import { copyText } from '../../../utils/browser/clipboard.ts';
import { button } from '../../../utils/browser/controls.ts';

/** `<copy-text data-name="the APA reference">` around a text in `[data-copied]`: adds a button that copies the text. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector<HTMLElement>('[data-copied]');
    const { name = 'the text' } = this.dataset;
    if (text === null || this.querySelector('button') !== null) return;
    const copy = button('Copy', () => {
      void copyText(text.textContent).then((copied) => {
        if (!copied) getSelection()?.selectAllChildren(text);
        announce(
          copied
            ? `Copied ${name}.`
            : 'This browser does not let the page copy. The text is selected instead.',
        );
      });
    });
    copy.setAttribute('aria-label', `Copy ${name}`);
    copy.dataset['omit'] = 'print';
    this.append(' ', copy);
  }
}

customElements.define('copy-text', CopyText);
