import { announce } from '../../../utils/browser/announce.ts';
import { copyText } from '../../../utils/browser/clipboard.ts';
import { button } from '../../../utils/browser/controls.ts';
import { worded } from './parts.ts';

/** A button that copies a text; where the browser refuses, the text is shown after it. */
export function copyButton(label: string, text: () => string): HTMLSpanElement {
  const place = worded('span', '', 'tool-actions');
  place.dataset['omit'] = 'print';
  const shown = worded('code', '');
  place.append(
    button(label, () => {
      void copyText(text()).then((copied) => {
        shown.textContent = copied ? '' : text();
        announce(copied ? 'Copied.' : 'This browser does not let the page copy. The text is shown instead.');
      });
    }),
    shown,
  );
  return place;
}
