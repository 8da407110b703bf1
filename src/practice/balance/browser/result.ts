import { pairOf } from '../../../course/sides.ts';
import { gridPoint } from '../../../figures/grid-points.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { svg } from '../../../utils/svg.ts';
import { h } from '../../../utils/elements.ts';
import { codesFragment, encodeScores, MOST_CODES, readCodes, type ReadCodes } from '../code.ts';
import {
  nextLessons,
  spreadOf,
  stateOf,
  weakerFirst,
  type Dot,
  type Range,
  type BalanceResult,
  type Scores,
  type Statement,
} from '../scores.ts';
import { momentText, scoresText, spreadText, verdictOf, wrongCodesMessage } from '../words.ts';

/** Makes a button copy a text; if the browser refuses, the text appears after it. */
function wireCopy(root: ParentNode, action: string, what: string, text: () => string): void {
  const shown = h('code');
  const copy = actionButton(root, action);
  copy.after(shown);
  copy.addEventListener('click', () => {
    shown.textContent = '';
    void copyText(text(), what, undefined, () => {
      shown.textContent = text();
      getSelection()?.selectAllChildren(shown);
    });
  });
}

/** Replaces the dots on a rendered grid and describes them in its caption. */
function showDots(root: ParentNode, dots: readonly Dot[], caption: string): void {
  const figure = requireElement(root, '.balance-grid');
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

/** Shows a result: scores, dot, lessons to read and plan next, and the code for a team. */
export function showResult(
  tool: ParentNode,
  { answers, at }: BalanceResult,
  scores: Scores,
  statements: readonly Statement[],
): void {
  const sides = pairOf(SIDE_NAMES);
  const section = requireElement(tool, '.balance-result');
  const find = (selector: string): HTMLElement => requireElement(section, selector);
  find('h2').textContent = `Where you stood in the week to ${momentText(at)}`;
  sides.forEach(({ id }, place) => {
    find(`[data-score="${id}"]`).textContent = `${scores[place]} of 100`;
  });
  find('.balance-verdict').textContent = verdictOf(scores, sides);
  const state = stateOf(scores);
  for (const item of section.querySelectorAll<HTMLElement>('[data-state]'))
    item.hidden = item.dataset['state'] !== state;
  const name = find(`[data-state=${state}] a`).textContent ?? '';
  showDots(section, [{ scores, count: 1 }], `${scoresText(scores, sides)} The field: ${name}.`);
  const [weaker] = weakerFirst(scores, sides) ?? [];
  for (const link of section.querySelectorAll<HTMLAnchorElement>('[data-plan]')) {
    const { plan } = link.dataset;
    link.hidden = weaker !== undefined && plan !== weaker.id;
    // The fragment is a setting for the script of that page, not an id on it.
    link.hash = `side=${plan}`;
  }
  const lessons = nextLessons(answers, statements, scores, sides);
  find('.balance-next').hidden = lessons.length === 0;
  find('.balance-none-rare').hidden = lessons.length > 0;
  find('.balance-next ul').replaceChildren(
    ...lessons.map(([lesson, acts]) =>
      h(
        'li',
        {},
        requireElement(tool, `.balance-lessons [data-lesson="${lesson}"] a`).cloneNode(true),
        h('ul', {}, ...acts.map(({ text }) => h('li', {}, text))),
      ),
    ),
  );
  find('.balance-code-text').textContent = encodeScores(scores);
}

/** The facilitator's section: reads codes, shows their spread, and gives links. Stores nothing. */
export class TeamView {
  readonly #section: HTMLElement;
  readonly #codes: HTMLTextAreaElement;
  /** The fragment of the codes that are shown. */
  #fragment = '';

  constructor(tool: ParentNode) {
    const section = requireElement(tool, '.balance-team');
    this.#section = section;
    this.#codes = requireElement(section, 'textarea');
    const page = location.origin + location.pathname;
    wireCopy(
      tool,
      'copy-code',
      'the code',
      () => requireElement(tool, '.balance-code-text').textContent ?? '',
    );
    wireCopy(section, 'copy-link', 'the link for your team', () => `${page}#team`);
    wireCopy(section, 'copy-picture', 'a link to this picture', () => page + this.#fragment);
    requireElement(section, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      const read = readCodes(this.#codes.value);
      this.#render(read);
      // The fragment contains the codes, for reloads and the link to the picture. It is never sent to a server.
      history.replaceState(null, '', read.codes.length > 0 ? this.#fragment : '#spread');
    });
  }

  /** Shows the spread of the codes in a link. */
  open(text: string): void {
    const read = readCodes(text);
    this.#codes.value = read.codes.join('\n');
    this.#render(read);
  }

  #find(selector: string): HTMLElement {
    return requireElement(this.#section, selector);
  }

  #render({ codes, scores, wrong, cut }: ReadCodes): void {
    this.#fragment = codesFragment(codes);
    const spread = spreadOf(scores);
    const found =
      spread === undefined
        ? 'No right code was found. A code looks like BB-7K2Q.'
        : `${spread.people === 1 ? '1 code' : `${spread.people} codes`} read.`;
    const rest = cut ? ` Only the first ${MOST_CODES} entries were read.` : '';
    this.#find('.balance-team-status').textContent = found + wrongCodesMessage(wrong) + rest;
    this.#find('.balance-spread').hidden = spread === undefined;
    if (spread === undefined) return;
    showDots(this.#section, spread.dots, spreadText(spread));
    pairOf(SIDE_NAMES).forEach(({ id }, place) => {
      for (const cell of this.#section.querySelectorAll<HTMLElement>(`tr[data-side="${id}"] td`))
        cell.textContent = String(spread.ranges[place]?.[cell.dataset['of'] as keyof Range]);
    });
    this.#find('.balance-dots-table tbody').replaceChildren(
      ...spread.dots.map(({ scores: both, count }) =>
        h('tr', {}, ...[...both, count].map((value) => h('td', {}, String(value)))),
      ),
    );
  }
}
