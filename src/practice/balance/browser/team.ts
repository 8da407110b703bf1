import { codesFragment, MOST_CODES, readCodes, type ReadCodes } from '../code.ts';
import { spreadOf, type Range, type Spread } from '../spread.ts';
import { spreadSaid, wrongCodesMessage } from '../words.ts';
import { pairOf } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyButton } from './copy-button.ts';
import { button } from '../../../utils/browser/controls.ts';
import { showDots } from './dots.ts';
import { part, worded } from './parts.ts';

/** The facilitator's section: reads codes, shows their spread, and gives links. Keeps nothing. */
export class TeamView {
  readonly #section: HTMLElement;
  readonly #codes: HTMLTextAreaElement;

  constructor(section: HTMLElement) {
    this.#section = section;
    this.#codes = part(section, 'textarea');
    const page = location.origin + location.pathname;
    part(section, '.balance-team-link').append(
      copyButton('Copy the link for your team', () => `${page}#team`),
    );
    part(section, '.balance-spread-actions').append(
      copyButton('Copy a link to this picture', () => page + location.hash),
      button('Print this picture', () => {
        print();
      }),
    );
    part(section, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      const read = readCodes(this.#codes.value);
      this.#render(read);
      // A reload, and the link to the picture, find the codes here; a fragment is sent nowhere.
      history.replaceState(null, '', read.codes.length > 0 ? codesFragment(read.codes) : '#spread');
    });
  }

  /** Shows the codes that came with a link. */
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
    part(this.#section, '.balance-team-status').textContent = found + wrongCodesMessage(wrong) + rest;
    part(this.#section, '.balance-spread').hidden = spread === undefined;
    if (spread !== undefined) this.#spread(spread);
  }

  #spread(spread: Spread): void {
    showDots(part(this.#section, '.balance-grid'), spread.dots, spreadSaid(spread));
    pairOf(SIDE_NAMES).forEach(({ id }, place) => {
      for (const cell of this.#section.querySelectorAll<HTMLElement>(`tr[data-side="${id}"] td`))
        cell.textContent = String(spread.ranges[place]?.[cell.dataset['of'] as keyof Range]);
    });
    part(this.#section, '.balance-dots-table tbody').replaceChildren(
      ...spread.dots.map(({ scores, count }) => {
        const row = document.createElement('tr');
        row.append(...[...scores, count].map((value) => worded('td', String(value))));
        return row;
      }),
    );
  }
}
