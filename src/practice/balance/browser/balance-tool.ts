import { textOfFragment } from '../code.ts';
import { balanceSlice, type BalanceResult } from '../slice.ts';
import { HistoryView } from './history.ts';
import { ResultView, TeamView } from './result.ts';
import { StatementForm } from './statements.ts';
import { changeSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { requireElement } from '../../../utils/dom.ts';

/** The visible part of the tool. The style sheet also selects the printed parts by it. */
type View = 'answer' | 'result' | 'team';

/**
 * `<balance-tool>` asks the rendered statements in random order, stores a draft, and shows scores, a dot on the grid,
 * lessons to read and answers over time. `#spread` and `#codes=...` show a team's spread; `#team` is the address for
 * members of a team.
 *
 * Without JavaScript readers add up the scores by hand.
 */
class BalanceTool extends HTMLElement {
  #form?: StatementForm;
  #result?: ResultView;
  #history?: HistoryView;
  #team?: TeamView;
  readonly #onFragment = (): void => {
    this.#followFragment(true);
  };

  connectedCallback(): void {
    addEventListener('hashchange', this.#onFragment);
    if (this.#form !== undefined) return;
    this.#form = new StatementForm(
      requireElement<HTMLFormElement>(this, '.balance-form'),
      async (answers) => {
        const result: BalanceResult = { at: new Date().toISOString(), answers };
        const stored = await changeSlice(balanceSlice, ({ results }) => ({ results: [...results, result] }));
        this.#showResult(result, stored);
      },
    );
    const { statements } = this.#form;
    this.#result = new ResultView(
      requireElement(this, '.balance-result'),
      statements,
      requireElement(this, '.balance-lessons'),
      () => {
        this.#form?.start();
        this.#view('answer');
        this.#form?.focus();
      },
    );
    this.#history = new HistoryView(
      requireElement(this, '.balance-history'),
      statements,
      (result) => {
        this.#showResult(result, true);
      },
      () => {
        if (this.dataset['view'] === 'result') requireElement(this, '#result').focus();
        else this.#form?.focus();
      },
    );
    this.#team = new TeamView(requireElement(this, '.balance-team'));
    this.#form.resume();
    this.#view('answer');
    subscribe(() => {
      if (this.dataset['view'] !== 'team') this.#history?.render();
    });
    this.#followFragment(false);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onFragment);
  }

  #showResult(result: BalanceResult, stored: boolean): void {
    if (this.#result?.show(result.answers, result.at, stored) !== true) return;
    // Members of a team need the code first.
    if (location.hash === '#team')
      requireElement(this, '.balance-verdict').after(requireElement(this, '.balance-code'));
    this.#view('result');
    requireElement(this, '#result').focus();
  }

  /** @param clicked the reader followed a link on this page, so the focus moves too */
  #followFragment(clicked: boolean): void {
    const text = textOfFragment(location.hash);
    if (text !== undefined) this.#team?.open(text);
    if (text !== undefined || location.hash === '#spread') {
      this.#view('team');
      requireElement(this, '#spread').focus();
    } else if (clicked && this.dataset['view'] === 'team') {
      this.#view('answer');
      this.#form?.focus();
    }
  }

  #view(view: View): void {
    this.dataset['view'] = view;
    requireElement(this, '.balance-invitation').hidden = view !== 'answer';
    requireElement(this, '.balance-form').hidden = view !== 'answer';
    requireElement(this, '.balance-result').hidden = view !== 'result';
    requireElement(this, '.balance-team').hidden = view !== 'team';
    if (view === 'team') requireElement(this, '.balance-history').hidden = true;
    else this.#history?.render();
  }
}

customElements.define('balance-tool', BalanceTool);
