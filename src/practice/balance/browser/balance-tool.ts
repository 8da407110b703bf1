import { ToolElement } from '../../../components/tool/browser/tool-element.ts';
import { pairOf } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { button, h } from '../../../utils/elements.ts';
import { capitalized } from '../../../utils/number-words.ts';
import { codesFragment, readCodes, textOfFragment } from '../code.ts';
import { answeredOf, scoresOf, stateOf, type Scores } from '../scores.ts';
import { slice, type BalanceRecord, type BalanceResult } from '../slice.ts';
import { dayText, momentText, scoresText } from '../words.ts';
import { showResult, showTeam } from './result.ts';
import { StatementForm } from './statements.ts';

/** The visible part of the tool. The style sheet also selects the printed parts by it. */
type View = 'answer' | 'result' | 'team';

/**
 * `<balance-tool>` asks the rendered statements in random order, stores a draft, and shows scores, a dot on the grid,
 * lessons to read and answers over time. `#spread` and `#codes=...` show a team's spread; `#team` is the address for
 * members of a team.
 *
 * Without JavaScript readers add up the scores by hand.
 */
class BalanceTool extends ToolElement<BalanceRecord> {
  protected readonly slice = slice;
  protected readonly notStored =
    'This browser cannot keep your answers, so finish before you leave the page.';
  #form!: StatementForm;
  protected override wire(): void {
    this.#form = new StatementForm(this.find<HTMLFormElement>('.balance-form'), {
      store: (draft) =>
        void this.change((data) => ({ ...data, draft }), 'Your answers are kept in this browser as you go.'),
      erase: () =>
        this.erase(this.find('.balance-form'), ({ results }) => ({ results }), 'Your answers are erased.'),
      finish: async (answers) => {
        const result: BalanceResult = { at: new Date().toISOString(), answers };
        this.#show(result, await this.change(({ results }) => ({ results: [...results, result] })));
      },
    });
    this.onSubmit('.balance-codes', () => {
      const read = readCodes(this.#codes.value);
      showTeam(this, read);
      // The fragment contains the codes, for reloads. It is never sent to a server.
      history.replaceState(null, '', read.codes.length > 0 ? codesFragment(read.codes) : '#spread');
    });
    this.on('again', () => {
      this.#view('answer');
      this.#form.focus();
    });
    this.on('print', () => print());
    this.on('copy-code', () => {
      const code = this.find('.balance-code-text');
      return copyText(code.textContent, 'the code', undefined, () => getSelection()?.selectAllChildren(code));
    });
    this.dataset['view'] = 'answer';
  }

  protected override draw(): void {
    const { draft, results } = this.data;
    this.#form.show(draft);
    const view = this.dataset['view'];
    for (const part of this.findAll('[data-in]')) part.hidden = part.dataset['in'] !== view;
    this.find('.balance-history').hidden = view === 'team' || results.length === 0;
    const rows = results.map((result) => ({ ...result, scores: this.#scores(result) }));
    this.#drawChart(rows.flatMap(({ at, scores }) => (scores === undefined ? [] : [{ at, scores }])));
    this.find('.balance-history tbody').replaceChildren(...rows.map((row) => this.#row(row)).reverse());
    this.find('.balance-rescored').hidden = results.every((result) => this.#isWhole(result));
  }

  protected override follow(clicked: boolean): void {
    const text = textOfFragment(location.hash);
    if (text !== undefined) {
      const read = readCodes(text);
      this.#codes.value = read.codes.join('\n');
      showTeam(this, read);
    }
    if (text !== undefined || location.hash === '#spread') {
      this.#view('team');
      this.find('#spread').focus();
    } else if (clicked && this.dataset['view'] === 'team' && /^(?:#team)?$/.test(location.hash)) {
      this.#view('answer');
      this.#form.focus();
    }
  }

  get #codes(): HTMLTextAreaElement {
    return this.find<HTMLTextAreaElement>('#team-codes');
  }

  #view(view: View): void {
    this.dataset['view'] = view;
    this.draw();
  }

  #scores({ answers }: BalanceResult): Scores | undefined {
    return scoresOf(answers, this.#form.statements, pairOf(SIDE_NAMES));
  }

  /** Whether the answers match the current statements exactly. */
  #isWhole({ answers }: BalanceResult): boolean {
    const answered = answeredOf(answers, this.#form.statements);
    return answered === this.#form.statements.length && answered === Object.keys(answers).length;
  }

  #show(result: BalanceResult, isStored: boolean): void {
    const scores = this.#scores(result);
    if (scores === undefined) return;
    showResult(this, result, scores, this.#form.statements);
    this.find('.balance-not-kept').hidden = isStored;
    // Members of a team need the code first.
    if (location.hash === '#team') this.find('.balance-verdict').after(this.find('.balance-code'));
    this.#view('result');
    this.find('#result').focus();
  }

  /** Draws answers over time, once there are two. The table has the numbers. */
  #drawChart(results: readonly { at: string; scores: Scores }[]): void {
    const chart = this.find('.balance-chart');
    const [first, last] = [results[0], results.at(-1)];
    chart.hidden = results.length < 2;
    if (chart.hidden || first === undefined || last === undefined) return;
    const [start, end] = [Date.parse(first.at), Date.parse(last.at)];
    for (const [side, line] of this.findAll<SVGPolylineElement>('.balance-chart polyline').entries()) {
      const points = results.map(({ at, scores }) => {
        const x = 40 + (520 * (Date.parse(at) - start)) / (end - start || 1);
        return `${x.toFixed(1)},${180 - 1.6 * (scores[side] ?? 0)}`;
      });
      line.setAttribute('points', points.join(' '));
    }
    for (const [index, day] of this.findAll('.balance-chart [data-day]').entries())
      day.textContent = dayText((index === 0 ? first : last).at);
    this.find<SVGSVGElement>('.balance-chart svg').ariaLabel =
      `Both scores over ${results.length} times that you answered. The last: ${scoresText(last.scores, pairOf(SIDE_NAMES))} The table below has all the numbers.`;
  }

  #row({ scores, ...result }: BalanceResult & { scores: Scores | undefined }): HTMLTableRowElement {
    const { at, answers } = result;
    const { statements } = this.#form;
    const date = momentText(at);
    const head = h('th', { scope: 'row' }, date);
    if (!this.#isWhole(result))
      head.append(h('small', {}, ` (${answeredOf(answers, statements)} of ${statements.length} statements)`));
    const show = button('Show', () => this.#show(result, true), { 'aria-label': `Show ${date}` });
    const erase = (): void =>
      this.erase(
        this.find('.balance-history'),
        (data) => ({ ...data, results: data.results.filter((other) => other.at !== at) }),
        `The answers of ${date} are deleted.`,
      );
    const cells = scores === undefined ? ['–', '–', 'None'] : [...scores, capitalized(stateOf(scores))];
    return h(
      'tr',
      {},
      head,
      ...cells.map((cell) => h('td', {}, String(cell))),
      h(
        'td',
        { 'data-omit': 'print' },
        ...(scores === undefined ? [] : [show, ' ']),
        button('Delete', erase, { 'aria-label': `Delete ${date}` }),
      ),
    );
  }
}

customElements.define('balance-tool', BalanceTool);
