import { pairOf } from '../../../course/sides.ts';
import { gridPoint } from '../../../figures/grid-points.ts';
import { codesFragment, encodeScores, MOST_CODES, readCodes, type ReadCodes } from '../code.ts';
import {
  type Answers,
  type Dot,
  nextLessons,
  type Range,
  scoresOf,
  type Spread,
  spreadOf,
  stateOf,
  type Taught,
  weakerFirst,
} from '../scores.ts';
import { momentText, scoresText, spreadText, verdictOf, wrongCodesMessage } from '../words.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import { svg } from '../../../utils/svg.ts';

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

/** Replaces the dots on a rendered grid and describes them in its caption. */
export function showDots(figure: ParentNode, dots: readonly Dot[], caption: string): void {
  const drawing = requireElement<SVGSVGElement>(figure, 'svg');
  drawing.querySelector('.balance-dots')?.remove();
  const marks = dots.flatMap(({ scores, count }) => {
    const { x, y } = gridPoint(...scores);
    const dot = svg('circle', { cx: x, cy: y, r: count > 1 ? 13 : 9 });
    return count > 1 ? [dot, svg('text', { class: 'mid', x, y: y + 5 }, String(count))] : [dot];
  });
  drawing.append(svg('g', { class: 'balance-dots' }, ...marks));
  requireElement(figure, 'figcaption span').textContent = caption;
}

/** The result section: scores, dot, lessons to read and plan next, and the code for a team. */
export class ResultView {
  readonly #section: HTMLElement;
  readonly #statements: readonly Taught[];
  readonly #lessonLinks: ParentNode;
  readonly #notStored = h(
    'p',
    { class: 'balance-not-kept', hidden: true },
    'This browser could not keep this result. It is here until you leave the page; print it or note the two scores.',
  );

  /** @param lessonLinks element that contains a rendered link to each lesson */
  constructor(
    section: HTMLElement,
    statements: readonly Taught[],
    lessonLinks: ParentNode,
    onAgain: () => void,
  ) {
    this.#section = section;
    this.#statements = statements;
    this.#lessonLinks = lessonLinks;
    requireElement(section, 'h2').after(this.#notStored);
    const code = (): string => requireElement(section, '.balance-code-text').textContent ?? '';
    requireElement(section, '.balance-code').append(copyButton('the code', code));
    requireElement(section, '.balance-result-actions').append(
      button('Answer again', onAgain),
      button('Print this result', () => {
        print();
      }),
    );
  }

  /**
   * Shows the result of some answers.
   * @returns whether they can be scored with the current statements
   */
  show(answers: Answers, at: string, stored: boolean): boolean {
    const sides = pairOf(SIDE_NAMES);
    const scores = scoresOf(answers, this.#statements, sides);
    if (scores === undefined) return false;
    const section = this.#section;
    requireElement(section, 'h2').textContent = `Where you stood in the week to ${momentText(at)}`;
    this.#notStored.hidden = stored;
    sides.forEach(({ id }, place) => {
      requireElement(section, `[data-score="${id}"]`).textContent = `${scores[place]} of 100`;
    });
    requireElement(section, '.balance-verdict').textContent = verdictOf(scores, sides);
    const state = stateOf(scores);
    for (const item of section.querySelectorAll<HTMLElement>('[data-state]'))
      item.hidden = item.dataset['state'] !== state;
    const name = requireElement(section, `[data-state=${state}] a`).textContent ?? '';
    showDots(section, [{ scores, count: 1 }], `${scoresText(scores, sides)} The field: ${name}.`);
    const [weaker] = weakerFirst(scores, sides) ?? [];
    for (const link of section.querySelectorAll<HTMLAnchorElement>('[data-plan]')) {
      const { plan } = link.dataset;
      link.hidden = weaker !== undefined && plan !== weaker.id;
      // The fragment is a setting for the script of that page, not an id on it.
      link.hash = `side=${plan}`;
    }
    const lessons = nextLessons(answers, this.#statements, scores, sides);
    requireElement(section, '.balance-next').hidden = lessons.length === 0;
    requireElement(section, '.balance-none-rare').hidden = lessons.length > 0;
    requireElement(section, '.balance-next ul').replaceChildren(
      ...lessons.map(({ lesson, statements }) => this.#lesson(lesson, statements)),
    );
    requireElement(section, '.balance-code-text').textContent = encodeScores(scores);
    return true;
  }

  #lesson(lesson: string, statements: readonly Taught[]): HTMLLIElement {
    const link = requireElement(this.#lessonLinks, `[data-lesson="${lesson}"] a`).cloneNode(true);
    return h('li', {}, link, h('ul', {}, ...statements.map(({ text }) => h('li', {}, text))));
  }
}

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
