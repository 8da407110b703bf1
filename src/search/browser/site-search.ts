import { button, h } from '../../utils/elements.ts';
import { searchBox, searchFile, slashKeyIsOn } from './box.ts';
import sheet from './search.css?url';
import { addSheet } from '../../utils/styles.ts';

/** Whether a key press asks for search: "/", Ctrl+K or Cmd+K, outside of fields, where they have a meaning of their own. */
function asksForSearch({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if ((target as Element).closest('input, textarea, select, [contenteditable]') !== null) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k';
  return key === '/' && !altKey && slashKeyIsOn();
}

const load = () => import('./on-intent.ts');
/** Milliseconds after which search without its script opens the page of results. */
const PATIENCE = 8000;

/** Loads the style, script and index in parallel; the index is the largest and last, while the script starts. */
const prepare = (): void => {
  void addSheet(sheet);
  load().then(
    ({ prepareSearch }) => {
      prepareSearch();
    },
    () => undefined,
  );
  searchFile('quick').catch(() => undefined);
};

/**
 * `<site-search>` around the link to the search page: opens search as a dialog instead, also with "/" and Ctrl+K or
 * Cmd+K. The dialog opens at once with its box, so that it gets the next keys, and phones show their keyboard. The rest
 * of search loads on demand. Without JavaScript the link is a link.
 */
class SiteSearch extends HTMLElement {
  #open: (() => void) | undefined;

  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.#open === undefined || !asksForSearch(event)) return;
    event.preventDefault();
    this.#open();
  };

  connectedCallback(): void {
    document.addEventListener('keydown', this.#onKey);
    const link = this.querySelector('a');
    if (link === null || this.#open !== undefined) return;
    const box = searchBox();
    const { input } = box;
    const close = button('Close', () => {
      dialog.close();
    });
    const dialog = h('dialog', { class: 'search-dialog', ariaLabel: 'Search' });
    const openPage = (): void => {
      location.assign(`${link.href}?q=${encodeURIComponent(input.value)}`);
    };
    const open = (): void => {
      const field = document.querySelector<HTMLInputElement>('search-page input[type=search]');
      if (field !== null) {
        field.focus();
        return;
      }
      if (!dialog.isConnected) {
        dialog.replaceChildren(close, box.element);
        document.body.append(dialog);
        prepare();
        load().then(
          ({ fillDialog }) => {
            fillDialog(dialog, box);
          },
          // Opens the page of results if the script cannot be loaded, unless the reader has closed the dialog.
          () => {
            if (dialog.open) openPage();
            dialog.remove();
          },
        );
      }
      if (!dialog.open) dialog.showModal();
      // The script has added a third child. One that hangs fails only after minutes.
      setTimeout(() => {
        if (dialog.open && dialog.childElementCount < 3) openPage();
      }, PATIENCE);
      input.focus();
      input.select();
    };
    this.#open = open;
    // Each repeats nothing that is there.
    link.addEventListener('pointerenter', prepare);
    link.addEventListener('focus', prepare);
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
  }
}

customElements.define('site-search', SiteSearch);
