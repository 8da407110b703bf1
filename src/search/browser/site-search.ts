import { button } from '../../utils/browser/controls.ts';
import { searchBox } from './box.ts';
import { instantFile } from './instant-file.ts';
import sheet from './search.css?url';
import { slashKeyIsOn } from './slash-key.ts';
import { addSheet } from '../../utils/browser/sheet.ts';

/**
 * `<site-search>` around the link to the search page: opens search as a dialog instead, also with "/" and Ctrl+K or
 * Cmd+K. The dialog opens at once with its box, so that the keys of whoever types on find it, and a phone its keyboard.
 * Nothing else of search is loaded before somebody means to search. Without JavaScript the link is a link.
 */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) return;
    const load = () => import('./on-intent.ts');
    // Style, script and index set out together, as on a slow line each round trip is felt; the index, which is the
    // largest, comes last, while the rest is made ready.
    const prepare = (): void => {
      void addSheet(sheet);
      load().then(
        ({ prepareSearch }) => {
          prepareSearch();
        },
        () => undefined,
      );
      instantFile().catch(() => undefined);
    };
    const dialog = document.createElement('dialog');
    const box = searchBox();
    const { input } = box;
    const open = (): void => {
      const field = document.querySelector<HTMLInputElement>('search-page input[type=search]');
      if (field !== null) {
        field.focus();
        return;
      }
      if (!dialog.isConnected) {
        dialog.className = 'search-dialog';
        dialog.ariaLabel = 'Search';
        dialog.replaceChildren(
          button('Close', () => {
            dialog.close();
          }),
          box.element,
        );
        document.body.append(dialog);
        prepare();
        load().then(
          ({ fillDialog }) => {
            fillDialog(dialog, box);
          },
          // Where the script cannot be loaded, the page of results still can; whoever closed the box stays.
          () => {
            const { open } = dialog;
            dialog.remove();
            if (!open) return;
            location.assign(
              input.value === '' ? link.href : `${link.href}?q=${encodeURIComponent(input.value)}`,
            );
          },
        );
      }
      if (!dialog.open) dialog.showModal();
      input.focus();
      input.select();
    };
    link.addEventListener('pointerenter', prepare, { once: true });
    link.addEventListener('focus', prepare, { once: true });
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    document.addEventListener('keydown', (event) => {
      const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]') !== null;
      const slash =
        event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && slashKeyIsOn();
      if (!slash && !(event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) return;
      event.preventDefault();
      open();
    });
  }
}

customElements.define('site-search', SiteSearch);
