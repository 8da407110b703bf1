import { pairOf } from '../../../course/sides.ts';
import { gridPoint } from '../../../figures/drawing.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import { countOf } from '../../../utils/count-of.ts';
import { codesFragment, encodeScores, MOST_CODES, type ReadCodes } from '../code.ts';
import {
  momentText,
  nextLessons,
  scoresText,
  spreadOf,
  spreadText,
  stateOf,
  verdictOf,
  weakerFirst,
  wrongCodesMessage,
  type Dot,
  type Range,
  type Scores,
  type Statement,
} from '../scores.ts';
import type { BalanceResult } from '../slice.ts';

/** Replaces the dots on a rendered grid and describes them in its caption. */
function showDots(root: ParentNode, dots: readonly Dot[], caption: string): void {
  const figure = requireElement(root, '.balance-grid');
  const drawing = requireElement<SVGSVGElement>(figure, 'svg');
  drawing.querySelector('.balance-dots')?.remove();
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.setAttribute('class', 'balance-dots');
  group.innerHTML = dots
    .map(({ scores, count }) => {
      const { x, y } = gridPoint(...scores);
      const number = count > 1 ? `<text class="mid" x="${x}" y="${y + 5}">${count}</text>` : '';
      return `<circle cx="${x}" cy="${y}" r="${count > 1 ? 13 : 9}"/>${number}`;
    })
    .join('');
  drawing.append(group);
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
        requireElement(tool, `[data-lessons] [data-lesson="${lesson}"] a`).cloneNode(true),
        h('ul', {}, ...acts.map(({ text }) => h('li', {}, text))),
      ),
    ),
  );
  find('.balance-code-text').textContent = encodeScores(scores);
}

/** Shows a team's codes in the facilitator's section: their spread, and the link to it. Stores nothing. */
export function showTeam(tool: ParentNode, { codes, scores, wrong, cut }: ReadCodes): void {
  const section = requireElement(tool, '.balance-team');
  const find = (selector: string): HTMLElement => requireElement(section, selector);
  const spread = spreadOf(scores);
  const found =
    spread === undefined
      ? 'No right code was found. A code looks like BB-7K2Q.'
      : `${countOf(spread.people, 'code')} read.`;
  const rest = cut ? ` Only the first ${MOST_CODES} entries were read.` : '';
  find('.balance-team-status').textContent = found + wrongCodesMessage(wrong) + rest;
  find('.balance-spread').hidden = spread === undefined;
  if (spread === undefined) return;
  showDots(section, spread.dots, spreadText(spread));
  requireElement<HTMLAnchorElement>(section, '[data-picture]').hash = codesFragment(codes);
  pairOf(SIDE_NAMES).forEach(({ id }, place) => {
    for (const cell of section.querySelectorAll<HTMLElement>(`tr[data-side="${id}"] td`))
      cell.textContent = String(spread.ranges[place]?.[cell.dataset['of'] as keyof Range]);
  });
  find('.balance-dots-table tbody').replaceChildren(
    ...spread.dots.map(({ scores: both, count }) =>
      h('tr', {}, ...[...both, count].map((value) => h('td', {}, String(value)))),
    ),
  );
}
