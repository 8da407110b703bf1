import { textOfFragment } from '../code.ts';
import { balanceSlice, type BalanceResult } from '../slice.ts';
import { HistoryView } from './history.ts';
import { part } from './parts.ts';
import { ResultView } from './result.ts';
import { StatementForm } from './statements.ts';
import { TeamView } from './team.ts';
import { changeSlice } from '../../../storage/browser/personal-part.ts';

/** What one looks at; the style sheet decides by it what paper shows. */
type View = 'answer' | 'result' | 'team';

/**
 * `<balance-tool>` asks the rendered statements in random order, keeps a draft, and shows scores, a dot on the grid,
 * lessons to read and answers over time. `#spread` and `#codes=...` show a team's spread; `#team` is where its members
 * start.
 *
 * Without JavaScript the statements and the way to add them up by hand are there.
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
    this.#form = new StatementForm(part<HTMLFormElement>(this, '.balance-form'), (answers) => {
      const result: BalanceResult = { at: new Date().toISOString(), answers };
      const kept = changeSlice(balanceSlice, ({ results }) => ({ results: [...results, result] }));
      this.#showResult(result, kept);
    });
    const { statements } = this.#form;
    this.#result = new ResultView(
      part(this, '.balance-result'),
      statements,
      part(this, '.balance-lessons'),
      () => {
        this.#form?.start();
        this.#view('answer');
        this.#form?.focus();
      },
    );
    this.#history = new HistoryView(
      part(this, '.balance-history'),
      statements,
      (result) => {
        this.#showResult(result, true);
      },
      () => {
        if (this.dataset['view'] === 'result') part(this, '#result').focus();
        else this.#form?.focus();
      },
    );
    this.#team = new TeamView(part(this, '.balance-team'));
    this.#form.resume();
    this.#history.render();
    this.#view('answer');
    this.#followFragment(false);
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#onFragment);
  }

  #showResult(result: BalanceResult, kept: boolean): void {
    if (this.#result?.show(result.answers, result.at, kept) !== true) return;
    // Who came by the team's link came for the code.
    if (location.hash === '#team') part(this, '.balance-verdict').after(part(this, '.balance-code'));
    this.#view('result');
    part(this, '#result').focus();
  }

  /** @param clicked somebody followed a link on this page, so the focus goes along */
  #followFragment(clicked: boolean): void {
    const text = textOfFragment(location.hash);
    if (text !== undefined) this.#team?.open(text);
    if (text !== undefined || location.hash === '#spread') {
      this.#view('team');
      part(this, '#spread').focus();
    } else if (clicked && this.dataset['view'] === 'team') {
      this.#view('answer');
      this.#form?.focus();
    }
  }

  #view(view: View): void {
    this.dataset['view'] = view;
    part(this, '.balance-invitation').hidden = view !== 'answer';
    part(this, '.balance-form').hidden = view !== 'answer';
    part(this, '.balance-result').hidden = view !== 'result';
    part(this, '.balance-team').hidden = view !== 'team';
    if (view === 'team') part(this, '.balance-history').hidden = true;
    else this.#history?.render();
  }
}

customElements.define('balance-tool', BalanceTool);
