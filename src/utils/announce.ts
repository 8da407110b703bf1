import { h } from './elements.ts';

let region: HTMLElement | undefined;

/** Announces a short message to screen readers and shows it for a moment at the bottom of the window. */
export function announce(message: string): void {
  const shown = (region ??= h('p', { class: 'announcement', role: 'status', 'data-omit': 'print' }));
  // Content behind an open dialog is neither visible nor read.
  const parent = document.querySelector('dialog[open]') ?? document.body;
  if (shown.parentNode !== parent) parent.append(shown);
  // Screen readers ignore the initial text of a new live region, and the same text again; so the text follows a moment later.
  shown.textContent = '';
  setTimeout(() => {
    shown.textContent = message;
  }, 100);
  setTimeout(() => {
    if (shown.textContent === message) shown.textContent = '';
  }, 4000);
}
