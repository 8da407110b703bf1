/** The box of search as it stands before anything else of search has arrived. */
export interface SearchBox {
  /** Results come into it, below the field. */
  element: HTMLElement;
  input: HTMLInputElement;
}

export function searchBox(): SearchBox {
  const element = document.createElement('div');
  element.className = 'search-panel';
  const label = document.createElement('label');
  label.textContent = 'Search in your own words';
  const input = document.createElement('input');
  Object.assign(input, { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false });
  label.append(input);
  element.append(label);
  return { element, input };
}
