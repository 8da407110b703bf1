import type { HTMLElement } from 'node-html-parser';
import { escapeHtml } from '../../utils/escape.ts';

/** What only a screen with scripts can do, and what stands elsewhere in the book. */
const LEFT_OUT = `script, nav, .anchor, [hidden], [popover][id^=term-], .told, .thread, ${['print', 'file', 'book'].map((word) => `[data-omit~=${word}]`).join()}`;

/** Makes the content of a page ready for a book, in its place: what cannot work there goes. */
export function prepare(content: HTMLElement): void {
  // Its heading has nothing left below it.
  content.querySelectorAll('.teach').forEach((teach) => teach.previousElementSibling?.remove());
  content.querySelectorAll(LEFT_OUT).forEach((element) => element.remove());
  content.querySelectorAll('a.term').forEach((term) => {
    term.setAttribute('role', 'doc-glossref');
    term.removeAttribute('aria-describedby');
  });
  content.querySelectorAll('.figure-sheet').forEach((sheet) => {
    for (const name of ['tabindex', 'role', 'aria-labelledby']) sheet.removeAttribute(name);
  });
}

/** Opens what is folded on the page: many readers cannot. */
export function openFolded(content: HTMLElement): void {
  content.querySelectorAll('details').forEach((details) => {
    details.tagName = 'div';
    details.setAttribute('class', 'opened');
    const summary = details.querySelector('summary');
    summary?.replaceWith(`<p class="label">${summary.innerHTML}</p>`);
  });
}

/** Gives a drawing its name and its description inside, for readers that do not follow references, and each of its links. */
export function nameDrawings(content: HTMLElement): void {
  for (const svg of content.querySelectorAll('figure svg')) {
    const textOf = (attribute: string): string =>
      (content.getElementById(svg.getAttribute(attribute) ?? '')?.text ?? '').trim();
    svg.insertAdjacentHTML(
      'afterbegin',
      `<title>${escapeHtml(textOf('aria-labelledby'))}</title><desc>${escapeHtml(textOf('aria-describedby'))}</desc>`,
    );
    // A group of marks has no role that every checker of books knows; "img" would hide its links.
    if (svg.getAttribute('role') === 'group') svg.removeAttribute('role');
    for (const link of svg.querySelectorAll('a'))
      if (link.querySelector('title') === null) {
        const words = link.querySelectorAll('text').map((text) => text.text.trim());
        link.insertAdjacentHTML('afterbegin', `<title>${escapeHtml(words.join(', '))}</title>`);
      }
  }
}

/** Gives the data of a figure a caption, and each captioned table an id. */
export function nameTables(content: HTMLElement): void {
  for (const figure of content.querySelectorAll('figure'))
    figure
      .querySelector('table')
      ?.insertAdjacentHTML(
        'afterbegin',
        `<caption><strong>The data of the figure: ${figure.querySelector('[id$=-title]')?.innerText.trim() ?? ''}</strong></caption>`,
      );
  content.querySelectorAll('table').forEach((table, index) => table.setAttribute('id', `table-${index + 1}`));
}
