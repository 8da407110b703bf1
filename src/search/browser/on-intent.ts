// The part of search that loads on demand: one file, to save requests before the first result.
import { choice } from '../../utils/elements.ts';
import { setSlashKey, slashKeyIsOn, type SearchBox } from './box.ts';
import { SearchPanel } from './panel.ts';

export { SearchPanel } from './panel.ts';
export { prepareSearch } from './tiers.ts';

/** Adds the rest of search to an open dialog with its box, and searches for the text typed so far. */
export function fillDialog(dialog: HTMLDialogElement, box: SearchBox): void {
  const panel = new SearchPanel(box);
  const slash = choice('checkbox', 'slash-key', 'on', 'Open search with the / key');
  slash.classList.add('slash-key');
  const input = slash.querySelector('input');
  if (input !== null) {
    input.checked = slashKeyIsOn();
    input.addEventListener('change', () => {
      setSlashKey(input.checked);
    });
  }
  dialog.append(slash);
  // A result can lead to a fragment of this page, which the dialog would hide.
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || (event.target as Element).closest('a') !== null) dialog.close();
  });
  // A search field uses the first Escape to clear itself; here it closes the dialog.
  box.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    dialog.close();
  });
  if (box.input.value !== '') void panel.search(box.input.value);
  if (box.entered) void panel.openFirst();
}
