import type { HTMLElement } from 'node-html-parser';
import { escapeHtml } from '../../utils/escape.ts';

/**
 * Takes the receipts of facts out of the text and leaves a link to each, numbered through the chapter.
 * @returns the notes as a section for the end of the chapter; empty where there are none
 */
export function takeNotes(content: HTMLElement): string {
  const notes = content.querySelectorAll('button.receipt').map((button, index) => {
    const id = button.getAttribute('popovertarget') ?? '';
    const receipt = content.getElementById(id);
    const label = `${button.text.trim()} ${index + 1}`;
    const text = receipt?.innerHTML ?? '';
    receipt?.remove();
    button.replaceWith(
      ` <a class="receipt" id="${id}-ref" href="#${id}" epub:type="noteref" role="doc-noteref">${escapeHtml(label)}</a>`,
    );
    return `<li id="${id}">${text} <a class="back" href="#${id}-ref" role="doc-backlink">Back to “${escapeHtml(label)}”</a></li>`;
  });
  return notes.length === 0
    ? ''
    : `<section id="notes" class="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="notes-title"><h2 id="notes-title">Notes on the facts</h2><ol>${notes.join('')}</ol></section>`;
}
