import { quickFile } from './search/quick-file.ts';
import sheet from './search/search.css?url';
import { slashKeyIsOn } from './search/slash-key.ts';
import { addSheet } from './sheet.ts';

/**
 * `<site-search>` around the link to the search page: opens search as a dialog instead, also with "/" and Ctrl+K or
 * Cmd+K. Nothing of search is loaded before somebody means to search. Without JavaScript the link is a link.
 */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) return;
    const load = () => import('./search/dialog.ts');
    // Script, style and index set out together: on a slow line each round trip is felt.
    const prepare = (): void => {
      void addSheet(sheet);
      quickFile().catch(() => undefined);
      load().then(
        ({ prepareSearch }) => {
          prepareSearch();
        },
        () => undefined,
      );
    };
    const open = (): void => {
      const field = document.querySelector<HTMLInputElement>('search-page input[type=search]');
      if (field !== null) {
        field.focus();
        return;
      }
      prepare();
      // What is typed before the box is there belongs into it.
      let typed = '';
      const keep = (event: KeyboardEvent): void => {
        if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        typed += event.key;
      };
      document.addEventListener('keydown', keep, true);
      // Where the script cannot be loaded, the page of results still can.
      load()
        .then(
          ({ openSearch }) => openSearch(() => typed),
          () => {
            location.assign(typed === '' ? link.href : `${link.href}?q=${encodeURIComponent(typed)}`);
          },
        )
        .finally(() => {
          document.removeEventListener('keydown', keep, true);
        });
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
