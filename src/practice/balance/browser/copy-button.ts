import { copyText } from '../../../utils/clipboard.ts';
import { button, h } from '../../../utils/elements.ts';

/**
 * A button that copies a text; if the browser refuses, the text appears after it.
 * @param what names the text: "the code"
 */
export function copyButton(what: string, text: () => string): HTMLSpanElement {
  const shown = h('code');
  const copy = button(`Copy ${what}`, () => {
    shown.textContent = '';
    void copyText(text(), what, undefined, () => {
      shown.textContent = text();
      getSelection()?.selectAllChildren(shown);
    });
  });
  return h('span', { class: 'tool-actions', 'data-omit': 'print' }, copy, shown);
}
