import { searchBox } from './box.ts';

// Not a static import, which would cost the dialog of the other pages a request before its first result.
const { prepareSearch, SearchPanel } = await import('./on-intent.ts');

/** Milliseconds that a query in the address waits for the whole index, so that all results are ranked at once. */
const WAIT = 400;

/** `<search-page>` on /search/: shows the results of `?q=` (and `?kind=`) and updates the address while typing. */
class SearchPage extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('.search-panel') !== null) return;
    const panel = new SearchPanel(searchBox(), (query, kind) => {
      const url = new URL(location.href);
      if (query === '') url.searchParams.delete('q');
      // A longer address may be refused by servers and mail programs.
      else url.searchParams.set('q', query.slice(0, 500));
      if (kind === '') url.searchParams.delete('kind');
      else url.searchParams.set('kind', kind);
      history.replaceState(history.state, '', url);
    });
    const asked = new URLSearchParams(location.search);
    const query = asked.get('q') ?? '';
    panel.choose(asked.get('kind') ?? '');
    panel.input.value = query;
    prepareSearch(query !== '');
    if (query !== '') void panel.search(query, WAIT);
    void panel.styled.then(() => {
      this.replaceChildren(panel.element);
      if (query === '') panel.input.focus();
    });
  }
}

customElements.define('search-page', SearchPage);
