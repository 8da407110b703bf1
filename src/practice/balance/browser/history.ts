import type { DatedScores } from '../chart.ts';
import { answeredOf, scoresOf, stateOf, type Scored } from '../scores.ts';
import { balanceSlice, type BalanceResult } from '../slice.ts';
import { pairOf } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { announce } from '../../../utils/browser/announce.ts';
import { button } from '../../../utils/browser/controls.ts';
import { changeSlice, readSlice } from '../../../storage/browser/personal-part.ts';
import { drawChart } from './history-chart.ts';
import { momentText, part, worded } from './parts.ts';

/** The section with one's answers over time: a chart once there are two, and a table. */
export class HistoryView {
  readonly #section: HTMLElement;
  readonly #statements: readonly Scored[];
  readonly #sides = pairOf(SIDE_NAMES);
  readonly #show: (result: BalanceResult) => void;
  readonly #emptied: () => void;

  /**
   * @param show shows an earlier result again
   * @param emptied takes the focus when the last result was deleted
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
    part(this.#section, '.balance-chart').replaceChildren(
      ...(scored.length < 2 ? [] : [drawChart(scored, this.#sides)]),
    );
    part(this.#section, 'tbody').replaceChildren(...results.toReversed().map((result) => this.#row(result)));
    const changed = results.some(({ answers }) => !this.#isWhole(answers));
    const note = part(this.#section, '.balance-rescored');
    note.hidden = !changed;
    note.textContent = changed
      ? 'Statements have changed since some of these were answered. An answer counts as long as its statement is still asked.'
      : '';
  }

  /** Whether these answers are to exactly the statements of today. */
  #isWhole(answers: BalanceResult['answers']): boolean {
    const answered = answeredOf(answers, this.#statements);
    return answered === this.#statements.length && answered === Object.keys(answers).length;
  }

  #row(result: BalanceResult): HTMLTableRowElement {
    const { at, answers } = result;
    const row = document.createElement('tr');
    const date = momentText(at);
    const head = worded('th', date);
    head.scope = 'row';
    if (!this.#isWhole(answers))
      head.append(
        worded(
          'small',
          ` (${answeredOf(answers, this.#statements)} of ${this.#statements.length} statements)`,
        ),
      );
    const scores = scoresOf(answers, this.#statements, this.#sides);
    const values = scores === undefined ? ['–', '–', 'None'] : [...scores, stateName(scores)];
    const actions = worded('td', '');
    actions.dataset['omit'] = 'print';
    const erase = button('Delete', () => {
      this.#delete(at, row);
    });
    erase.setAttribute('aria-label', `Delete ${date}`);
    if (scores !== undefined) {
      const show = button('Show', () => {
        this.#show(result);
      });
      show.setAttribute('aria-label', `Show ${date}`);
      actions.append(show, ' ');
    }
    actions.append(erase);
    row.append(head, ...values.map((value) => worded('td', String(value))), actions);
    return row;
  }

  #delete(at: string, row: HTMLTableRowElement): void {
    const place = row.sectionRowIndex;
    const kept = changeSlice(balanceSlice, (data) => ({
      ...data,
      results: data.results.filter((result) => result.at !== at),
    }));
    this.render();
    announce(kept ? 'Deleted.' : 'Deleted here, but this browser could not store it.');
    const rows = this.#section.querySelectorAll('tbody tr');
    const next = rows[Math.min(place, rows.length - 1)]?.querySelector<HTMLElement>('button:last-child');
    if (next) next.focus();
    else this.#emptied();
  }
}

const stateName = (scores: Parameters<typeof stateOf>[0]): string => {
  const state = stateOf(scores);
  return state.charAt(0).toUpperCase() + state.slice(1);
};
