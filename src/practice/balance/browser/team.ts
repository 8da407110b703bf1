import { codesFragment, MOST_CODES, readCodes, type ReadCodes } from '../code.ts';
import { spreadOf, type Range, type Spread } from '../spread.ts';
import { spreadText, wrongCodesMessage } from '../words.ts';
import { pairOf } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyButton } from './copy-button.ts';
import { showDots } from './dots.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';

/** The facilitator's section: reads codes, shows their spread, and gives links. Stores nothing. */
export class TeamView {
  readonly #section: HTMLElement;
  readonly #codes: HTMLTextAreaElement;

  constructor(section: HTMLElement) {
    this.#section = section;
    this.#codes = requireElement(section, 'textarea');
    const page = location.origin + location.pathname;
    requireElement(section, '.balance-team-link').append(
      copyButton('the link for your team', () => `${page}#team`),
    );
    requireElement(section, '.balance-spread-actions').append(
      copyButton('a link to this picture', () => page + location.hash),
      button('Print this picture', () => {
        print();
      }),
    );
    requireElement(section, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      const read = readCodes(this.#codes.value);
      this.#render(read);
      // The fragment contains the codes, for reloads and the link to the picture. It is never sent to a server.
      history.replaceState(null, '', read.codes.length > 0 ? codesFragment(read.codes) : '#spread');
    });
  }

  /** Shows the spread of the codes in a link. */
  open(text: string): void {
    const read = readCodes(text);
    this.#codes.value = read.codes.join('\n');
    this.#render(read);
  }

  #render({ scores, wrong, cut }: ReadCodes): void {
    const spread = spreadOf(scores);
    const found =
      spread === undefined
        ? 'No right code was found. A code looks like BB-7K2Q.'
        : `${spread.people === 1 ? '1 code' : `${spread.people} codes`} read.`;
    const rest = cut ? ` Only the first ${MOST_CODES} entries were read.` : '';
    requireElement(this.#section, '.balance-team-status').textContent =
      found + wrongCodesMessage(wrong) + rest;
    requireElement(this.#section, '.balance-spread').hidden = spread === undefined;
    if (spread !== undefined) this.#spread(spread);
  }

  #spread(spread: Spread): void {
    showDots(requireElement(this.#section, '.balance-grid'), spread.dots, spreadText(spread));
    pairOf(SIDE_NAMES).forEach(({ id }, place) => {
      for (const cell of this.#section.querySelectorAll<HTMLElement>(`tr[data-side="${id}"] td`))
        cell.textContent = String(spread.ranges[place]?.[cell.dataset['of'] as keyof Range]);
    });
    requireElement(this.#section, '.balance-dots-table tbody').replaceChildren(
      ...spread.dots.map(({ scores, count }) =>
        h('tr', {}, ...[...scores, count].map((value) => h('td', {}, String(value)))),
      ),
    );
  }
}
