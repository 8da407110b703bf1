import { choice } from '../../utils/browser/controls.ts';
import type { SearchBox } from './box.ts';
import { SearchPanel } from './panel.ts';
import { setSlashKey, slashKeyIsOn } from './slash-key.ts';

/** Makes search of an open dialog with its box, and answers what was typed into it meanwhile. */
export function fillDialog(dialog: HTMLDialogElement, box: SearchBox): void {
  const panel = new SearchPanel(box);
  const slash = choice('checkbox', 'slash-key', 'on', 'Open search with the / key');
  const input = slash.querySelector('input');
  if (input !== null) {
    input.checked = slashKeyIsOn();
    input.addEventListener('change', () => {
      setSlashKey(input.checked);
    });
  }
  dialog.append(slash);
  // A result on this very page leads to a fragment: the dialog must not stay in its way.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('a') !== null) dialog.close();
  });
  // A search field keeps the first Escape to empty itself; people who press it want to leave.
  box.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dialog.close();
  });
  if (box.input.value !== '') void panel.search(box.input.value);
}
