import { CHART, chartOf, chartY, type ChartLine, type DatedScores } from '../chart.ts';
import { answeredOf, scoresOf, stateOf, type Scored } from '../scores.ts';
import { balanceSlice, type BalanceResult } from '../slice.ts';
import { pairOf, type PerSide, type SideName } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { announce } from '../../../utils/announce.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { momentText, scoresText } from '../words.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import { svg } from '../../../utils/svg.ts';

const { width, height, left, right, bottom } = CHART;
const SCALE = [0, 50, 100];

/** The section with the reader's answers over time: a chart once there are two, and a table. */
export class HistoryView {
  readonly #section: HTMLElement;
  readonly #statements: readonly Scored[];
  readonly #sides = pairOf(SIDE_NAMES);
  readonly #show: (result: BalanceResult) => void;
  readonly #emptied: () => void;

  /**
   * @param show called to show an earlier result again
   * @param emptied called after the last result is deleted, to move the focus
   */
  constructor(
    section: HTMLElement,
    statements: readonly Scored[],
    show: (result: BalanceResult) => void,
    emptied: () => void,
  ) {
    this.#section = section;
    this.#statements = statements;
    this.#show = show;
    this.#emptied = emptied;
  }

  render(): void {
    const { results } = readSlice(balanceSlice);
    this.#section.hidden = results.length === 0;
    const scored = results.flatMap(({ at, answers }): DatedScores[] => {
      const scores = scoresOf(answers, this.#statements, this.#sides);
      return scores === undefined ? [] : [{ at, scores }];
    });
    requireElement(this.#section, '.balance-chart').replaceChildren(
      ...(scored.length < 2 ? [] : [drawChart(scored, this.#sides)]),
    );
    requireElement(this.#section, 'tbody').replaceChildren(
      ...results.toReversed().map((result) => this.#row(result)),
    );
    const changed = results.some(({ answers }) => !this.#isWhole(answers));
    const note = requireElement(this.#section, '.balance-rescored');
    note.hidden = !changed;
    note.textContent = changed
      ? 'Statements have changed since some of these were answered. An answer counts as long as its statement is still asked.'
      : '';
  }

  /** Whether the answers match the current statements exactly. */
  #isWhole(answers: BalanceResult['answers']): boolean {
    const answered = answeredOf(answers, this.#statements);
    return answered === this.#statements.length && answered === Object.keys(answers).length;
  }

  #row(result: BalanceResult): HTMLTableRowElement {
    const { at, answers } = result;
    const date = momentText(at);
    const head = h('th', { scope: 'row' }, date);
    if (!this.#isWhole(answers)) {
      const counts = `${answeredOf(answers, this.#statements)} of ${this.#statements.length}`;
      head.append(h('small', {}, ` (${counts} statements)`));
    }
    const scores = scoresOf(answers, this.#statements, this.#sides);
    const values = scores === undefined ? ['–', '–', 'None'] : [...scores, stateName(scores)];
    const show = button(
      'Show',
      () => {
        this.#show(result);
      },
      { 'aria-label': `Show ${date}` },
    );
    const erase = button(
      'Delete',
      () => {
        void this.#delete(at, row);
      },
      { 'aria-label': `Delete ${date}` },
    );
    const actions = h('td', { 'data-omit': 'print' }, ...(scores === undefined ? [] : [show, ' ']), erase);
    const row = h('tr', {}, head, ...values.map((value) => h('td', {}, String(value))), actions);
    return row;
  }

  async #delete(at: string, row: HTMLTableRowElement): Promise<void> {
    const place = row.sectionRowIndex;
    const stored = changeSlice(balanceSlice, (data) => ({
      ...data,
      results: data.results.filter((result) => result.at !== at),
    }));
    this.render();
    const rows = this.#section.querySelectorAll('tbody tr');
    const next = rows[Math.min(place, rows.length - 1)]?.querySelector<HTMLElement>('button:last-child');
    if (next) next.focus();
    else this.#emptied();
    announce((await stored) ? 'Deleted.' : 'Deleted here, but this browser could not store it.');
  }
}

const stateName = (scores: Parameters<typeof stateOf>[0]): string => {
  const state = stateOf(scores);
  return state.charAt(0).toUpperCase() + state.slice(1);
};

/** Draws both scores by date: the first side with round marks, the second with square ones. */
function drawChart(results: readonly DatedScores[], sides: PerSide<SideName>): SVGSVGElement {
  const [one, other] = chartOf(results);
  const [first, last] = [results[0], results.at(-1)];
  const latest =
    last === undefined
      ? ''
      : ` The last: ${scoresText(last.scores, sides)} The table below has all the numbers.`;
  const day = (result: DatedScores | undefined): string =>
    result === undefined ? '' : momentText(result.at).replace(/,[^,]*$/, '');
  return svg(
    'svg',
    {
      class: 'drawing',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': `Both scores over ${results.length} times that you answered.${latest}`,
    },
    svg('path', {
      class: 'fine',
      d: SCALE.map((score) => `M${left} ${chartY(score)}H${right}`).join(''),
    }),
    ...SCALE.map((score) =>
      svg('text', { class: 'small end', x: left - 6, y: chartY(score) + 4 }, String(score)),
    ),
    svg('text', { class: 'small', x: left, y: bottom + 22 }, day(first)),
    svg('text', { class: 'small end', x: right, y: bottom + 22 }, day(last)),
    ...line('side-1', sides[0].label, one),
    ...line('side-2', sides[1].label, other),
  );
}

function line(side: 'side-1' | 'side-2', name: string, { path, points, nameAt }: ChartLine): SVGElement[] {
  const marks = points.map(({ x, y }) =>
    side === 'side-1'
      ? svg('circle', { class: 'side-1-area', cx: x, cy: y, r: 5 })
      : svg('rect', { class: 'side-2-area solid', x: x - 5, y: y - 5, width: 10, height: 10 }),
  );
  return [
    svg('path', { class: side, d: path }),
    ...marks,
    svg('text', { class: `says-${side}`, x: right + 8, y: nameAt + 5 }, name),
  ];
}
