import { h } from '../../utils/elements.ts';

/** The search box before the rest of search has loaded. */
export interface SearchBox {
  /** Contains the field; results are added below it. */
  element: HTMLElement;
  input: HTMLInputElement;
  /** Whether Enter was pressed last, before there were results to open. */
  entered: boolean;
}

/** Makes the search box. */
export function searchBox(): SearchBox {
  const input = h('input', {
    type: 'search',
    name: 'q',
    autocomplete: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
  });
  const element = h('div', { class: 'search-panel' }, h('label', {}, 'Search in your own words', input));
  const box: SearchBox = { element, input, entered: false };
  input.addEventListener('keydown', ({ key, isComposing }) => {
    box.entered = key === 'Enter' && !isComposing;
  });
  return box;
}
