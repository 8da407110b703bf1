import { ToolElement } from '../../../components/tool/browser/tool-element.ts';
import { pairOf } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import { capitalized } from '../../../utils/number-words.ts';
import { shuffled } from '../../../utils/shuffled.ts';
import { codesFragment, readCodes, textOfFragment } from '../code.ts';
import {
  answeredOf,
  dayText,
  inOrder,
  missingMessage,
  momentText,
  scoresOf,
  scoresText,
  stateOf,
  type Scores,
  type Statement,
} from '../scores.ts';
import { slice, type Answers, type BalanceDraft, type BalanceRecord, type BalanceResult } from '../slice.ts';
import { showResult, showTeam } from './result.ts';

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
  /** The rendered statements and their fieldsets, in the order of the page. */
  #statements: readonly Statement[] = [];
  #fields: readonly HTMLFieldSetElement[] = [];
  /** The draft that is shown; null before the first. */
  #draft: BalanceDraft | undefined | null = null;

  protected override wire(): void {
    this.#fields = this.findAll<HTMLFieldSetElement>('.balance-form fieldset');
    this.#statements = this.#fields.map((field) => ({
      id: field.id,
      side: field.dataset['side'] ?? '',
      text: requireElement(field, '.balance-text').textContent ?? '',
      lesson: field.dataset['lesson'] ?? '',
    }));
    this.#wireForm();
    this.onSubmit('.balance-codes', () => {
      const read = readCodes(this.#codes.value);
      showTeam(this, read);
      // The fragment contains the codes, for reloads. It is never sent to a server.
      history.replaceState(null, '', read.codes.length > 0 ? codesFragment(read.codes) : '#spread');
    });
    this.on('again', () => this.#answer());
    this.on('print', () => print());
    this.on('copy-code', () => {
      const code = this.find('.balance-code-text');
      return copyText(code.textContent, 'the code', undefined, () => getSelection()?.selectAllChildren(code));
    });
    this.dataset['view'] = 'answer';
  }

  #wireForm(): void {
    const form = this.find('.balance-form');
    this.find('.balance-end').hidden = false;
    form.addEventListener('change', ({ target }) => {
      mark((target as HTMLInputElement).closest('fieldset'), false);
      const draft = (this.#draft = {
        at: this.#draft?.at ?? new Date().toISOString(),
        answers: this.#answers(),
        order: this.#shownFields().map(({ id }) => id),
      });
      this.#count();
      void this.change((data) => ({ ...data, draft }), 'Your answers are kept in this browser as you go.');
    });
    this.onSubmit('.balance-form', async () => {
      if (this.#namesMissing()) return;
      const result: BalanceResult = { at: new Date().toISOString(), answers: this.#answers() };
      this.#show(result, await this.change(({ results }) => ({ results: [...results, result] })));
    });
    this.on('start-over', () => {
      if (this.#draft) this.erase(form, ({ results }) => ({ results }), 'Your answers are erased.');
      else this.#answer();
    });
  }

  protected override draw(): void {
    const { draft, results } = this.data;
    this.#showDraft(draft);
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
      this.#answer();
    }
  }

  get #codes(): HTMLTextAreaElement {
    return this.find<HTMLTextAreaElement>('#team-codes');
  }

  /** Shows the statements and focuses the first. */
  #answer(): void {
    this.#view('answer');
    this.find('.balance-form input').focus();
  }

  #view(view: View): void {
    this.dataset['view'] = view;
    this.draw();
  }

  /** Shows a draft, or without one a clean form with the statements shuffled. */
  #showDraft(draft: BalanceDraft | undefined): void {
    if (this.#draft !== null && JSON.stringify(draft) === JSON.stringify(this.#draft)) return;
    this.#draft = draft;
    this.find<HTMLFormElement>('.balance-form').reset();
    const ids = this.#fields.map(({ id }) => id);
    const order = draft === undefined ? shuffled(ids, Math.random) : inOrder(ids, draft.order);
    const fields = this.#fields.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    this.find('.balance-end').before(...fields);
    fields.forEach((field, index) => {
      requireElement(field, '.balance-number').textContent = String(index + 1);
      mark(field, false);
      const answer = draft?.answers[field.id] ?? '';
      const input = field.querySelector<HTMLInputElement>(`input[value="${answer}"]`);
      if (input !== null) input.checked = true;
    });
    this.find('.balance-end [role="status"]').textContent = '';
    this.find('.balance-restored').textContent =
      draft === undefined
        ? ''
        : `You began on ${momentText(draft.at)}. Your answers are still here: go on, or start over at the end.`;
    this.#count();
  }

  #shownFields(): HTMLFieldSetElement[] {
    return this.findAll<HTMLFieldSetElement>('.balance-form fieldset');
  }

  #answers(): Answers {
    const chosen = this.findAll<HTMLInputElement>('.balance-form input:checked');
    return Object.fromEntries(chosen.map(({ name, value }) => [name, Number(value)]));
  }

  #count(): void {
    const [count, all] = [Object.keys(this.#answers()).length, this.#fields.length];
    const progress = this.find('.balance-progress');
    progress.textContent = `${count} of ${all} answered`;
    progress.style.setProperty('--done', String(count / all));
  }

  /** Announces and focuses the first unanswered statement. Returns whether there is one. */
  #namesMissing(): boolean {
    const answers = this.#answers();
    const fields = this.#shownFields();
    const missing = fields.filter(({ id }) => answers[id] === undefined);
    for (const field of missing) mark(field, true);
    this.find('.balance-end [role="status"]').textContent =
      missing.length === 0 ? '' : missingMessage(missing.map((field) => fields.indexOf(field) + 1));
    missing[0]?.querySelector('input')?.focus();
    return missing.length > 0;
  }

  #scores({ answers }: BalanceResult): Scores | undefined {
    return scoresOf(answers, this.#statements, pairOf(SIDE_NAMES));
  }

  /** Whether the answers match the current statements exactly. */
  #isWhole({ answers }: BalanceResult): boolean {
    const answered = answeredOf(answers, this.#statements);
    return answered === this.#statements.length && answered === Object.keys(answers).length;
  }

  #show(result: BalanceResult, isStored: boolean): void {
    const scores = this.#scores(result);
    if (scores === undefined) return;
    showResult(this, result, scores, this.#statements);
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
    const date = momentText(at);
    const head = h('th', { scope: 'row' }, date);
    if (!this.#isWhole(result))
      head.append(
        h(
          'small',
          {},
          ` (${answeredOf(answers, this.#statements)} of ${this.#statements.length} statements)`,
        ),
      );
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

/** Marks a statement as not answered in its legend, which screen readers read with the choices. */
function mark(field: HTMLFieldSetElement | null, isMissing: boolean): void {
  field?.toggleAttribute('data-missing', isMissing);
  field?.querySelector('.balance-missing')?.remove();
  if (isMissing)
    field?.querySelector('legend')?.append(h('strong', { class: 'balance-missing' }, ' No answer yet.'));
}

customElements.define('balance-tool', BalanceTool);
