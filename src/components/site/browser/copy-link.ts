import { announce } from '../../../utils/browser/announce.ts';
import { copyText } from '../../../utils/browser/clipboard.ts';

/**
 * `<copy-link>` around a link: activating it also copies the absolute address and says so. The link still works
 * as a link, so that modified clicks and pages without JavaScript behave as ever.
 */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (link.hasAttribute('data-copy')) event.preventDefault();
      void copyText(link.href).then((copied) => {
        announce(copied ? 'Link copied' : `Copy this link: ${link.href}`);
      });
    });
  }
}

customElements.define('copy-link', CopyLink);
