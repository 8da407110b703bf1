import { copyText } from '../../../utils/clipboard.ts';

/** `<copy-link>` around a link: a click also copies the absolute address and announces it. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.hasAttribute('data-copy')) event.preventDefault();
      void copyText(link.href, 'the link');
    });
  }
}

customElements.define('copy-link', CopyLink);
