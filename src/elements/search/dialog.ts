import { button, choice } from '../controls.ts';
import { SearchPanel } from './panel.ts';
import { setSlashKey, slashKeyIsOn } from './slash-key.ts';

let dialog: HTMLDialogElement | undefined;
let panel: SearchPanel | undefined;

/**
 * Opens search as a native dialog; focus returns to where it was when it closes.
 *
 * @param typed what was typed meanwhile, asked for once the box can be typed into
 * @returns settles when it can
 */
export async function openSearch(typed: () => string): Promise<void> {
  const shown = (dialog ??= make());
  panel ??= new SearchPanel();
  const { input, styled } = panel;
  await styled;
  if (!shown.open) shown.showModal();
  input.focus();
  input.select();
  if (typed() === '') return;
  input.value = typed();
  // Not waited for: until this settles, keys are still kept from the box.
  void panel.search(input.value);
}

/** Fetches what search needs, before it is opened. */
export function prepareSearch(): void {
  panel ??= new SearchPanel();
  panel.prepare();
}

function make(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', 'Search');
  panel ??= new SearchPanel();
  const close = button('Close', () => {
    made.close();
  });
  const slash = choice('checkbox', 'slash-key', 'on', 'Open search with the / key');
  const input = slash.querySelector('input');
  if (input !== null) {
    input.checked = slashKeyIsOn();
    input.addEventListener('change', () => {
      setSlashKey(input.checked);
    });
  }
  made.append(close, panel.element, slash);
  // A result on this very page leads to a fragment: the dialog must not stay in its way.
  made.addEventListener('click', (event) => {
    if (event.target === made || (event.target as Element).closest('a') !== null) made.close();
  });
  // A search field keeps the first Escape to empty itself; people who press it want to leave.
  panel.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    made.close();
  });
  document.body.append(made);
  return made;
}
