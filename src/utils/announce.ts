import { h } from './elements.ts';

let region: HTMLElement | undefined;
let next: ReturnType<typeof setTimeout> | undefined;

/** Announces a short message to screen readers and shows it for a moment at the bottom of the window. */
export function announce(message: string): void {
  const shown = (region ??= h('p', { class: 'announcement', role: 'status', 'data-omit': 'print' }));
  // Content behind an open dialog is neither visible nor read.
  const parent = document.querySelector('dialog[open]') ?? document.body;
  if (shown.parentNode !== parent) parent.append(shown);
  clearTimeout(next);
  // Screen readers ignore the initial text of a new live region, and the same text again; so the text follows a moment later.
  shown.textContent = '';
  next = setTimeout(() => {
    shown.textContent = message;
    next = setTimeout(() => {
      shown.textContent = '';
    }, 4000);
  }, 100);
}
