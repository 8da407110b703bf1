import { button, choice, fieldset, h } from '../../../utils/elements.ts';
import { markOf, resultOf, type Result } from '../../../course/questions.ts';

/** Labels for the reader's own score of a recalled answer, by points out of 2. */
const RECALLED = ['None of it', 'Some of it', 'All of it'];

/**
 * `<check-question data-kind="single|multiple|sort|recall" data-choices>` turns the rendered options into a form, in an
 * order of its own for each attempt, and keeps the answers closed until the reader answers. The score and the feedback are announced together. Readers score a
 * recalled answer themselves after comparing. Each result bubbles up as an `answered` event.
 *
 * Without JavaScript the options are a list and the answers a native disclosure.
 */
class CheckQuestion extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details');
    if (details === null || this.querySelector('form') !== null) return;
    const form = h('form');
    const kind = this.dataset['kind'] ?? '';
    const inputs = kind === 'recall' ? this.#recall(form) : this.#options(form, kind);
    const answers = [...details.querySelectorAll('li')];
    const status = h('p', { role: 'status' });
    form.append(h('button', {}, kind === 'recall' ? 'Compare with a model answer' : 'Check'), status);
    details.before(form);
    details.hidden = true;

    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const given = inputs();
      if (given === undefined) {
        status.textContent =
          kind === 'recall' ? 'Write your answer first, then compare.' : 'Choose an answer first.';
        return;
      }
      details.hidden = false;
      details.open = true;
      const verdicts = answers.map((item) => item.dataset['verdict'] ?? '');
      const result = resultOf(kind, verdicts, given);
      status.textContent = message(kind, result, verdicts, given);
      if (kind !== 'recall') this.#mark(details, given);
      if (kind === 'recall') this.#judge(details);
      else this.#answered(result);
    });
  }

  #mark(details: HTMLElement, given: readonly string[]): void {
    const choices = new URLSearchParams(this.dataset['choices']);
    const said = (verdict: string, answer: string): string => {
      if (choices.size > 0)
        return `${choices.get(verdict) ?? ''}. ${verdict === answer ? 'So you said.' : `You said: ${choices.get(answer) ?? ''}.`}`;
      const isRight = verdict === 'right';
      const belongs = isRight ? 'It belongs.' : 'It does not belong.';
      const verdictWords = isRight ? 'Right.' : 'Not this one.';
      return `${answer === 'right' ? 'You chose it. ' : ''}${this.dataset['kind'] === 'multiple' ? belongs : verdictWords}`;
    };
    [...details.querySelectorAll('li')].forEach((item, index) => {
      const answer = given[index] ?? '';
      const [label] = item.children;
      item.toggleAttribute('data-chosen', choices.size === 0 && answer === 'right');
      if (label !== undefined)
        label.textContent = `${markOf(this.dataset['kind'] ?? '', index)} ${said(item.dataset['verdict'] ?? '', answer)}`;
    });
  }

  #answered(detail: Result): void {
    this.dispatchEvent(new CustomEvent<Result>('answered', { bubbles: true, detail }));
  }

  #judge(details: HTMLElement): void {
    if (details.nextElementSibling !== null) return;
    const buttons = RECALLED.map((text, right) =>
      button(text, (pressed) => {
        for (const each of buttons) each.ariaPressed = String(each === pressed);
        this.#answered({ right, of: 2 });
      }),
    );
    details.after(fieldset('How much of it did you have?', ...buttons));
  }

  /** Makes inputs of the options, in a random order. Returns a reader of the verdicts, undefined without a choice. */
  #options(form: HTMLFormElement, kind: string): () => string[] | undefined {
    const [list, answers] = this.querySelectorAll('ol');
    if (list === undefined || answers === undefined) return () => undefined;
    const items = [...list.children];
    const order: [text: string, answer: Element][] = [];
    // Each goes to a random place among those before it, so that all orders are equally likely.
    [...answers.children].forEach((answer, index) =>
      order.splice(Math.random() * (index + 1), 0, [items[index]?.textContent.trim() ?? '', answer]),
    );
    order.forEach(([text, answer], index) => {
      answers.append(answer);
      // The item stays where it is, and only its text changes, so that nothing moves.
      items[index]?.replaceChildren(
        kind === 'sort'
          ? fieldset(
              text,
              ...[...new URLSearchParams(this.dataset['choices'])].map(([side, words]) =>
                choice('radio', this.id + index, side, words),
              ),
            )
          : choice(kind === 'single' ? 'radio' : 'checkbox', this.id, text, text),
      );
    });
    form.append(list);
    return () => {
      const inputs = [...list.querySelectorAll('input')];
      const chosen = inputs.filter(({ checked }) => checked);
      if (chosen.length < (kind === 'sort' ? items.length : 1)) return undefined;
      return kind === 'sort'
        ? chosen.map(({ value }) => value)
        : inputs.map(({ checked }) => (checked ? 'right' : 'wrong'));
    };
  }

  #recall(form: HTMLFormElement): () => string[] | undefined {
    const area = h('textarea', { rows: 3, cols: 50, 'aria-label': 'Your answer' });
    form.append(area);
    return () => (area.value.trim() === '' ? undefined : []);
  }
}

function message(
  kind: string,
  { right, of }: Result,
  verdicts: readonly string[],
  given: readonly string[],
): string {
  if (kind === 'recall') return 'Compare your answer with the points below.';
  if (right === of) return 'Right. The feedback says why.';
  if (kind === 'single') return 'Not quite. The feedback says why, and which is right.';
  if (kind === 'sort') return `${right} of ${of} right. The feedback says why.`;
  const belong = verdicts.filter((verdict) => verdict === 'right').length;
  const found = verdicts.filter((verdict, index) => verdict === 'right' && given[index] === 'right').length;
  const wrong = given.filter((each) => each === 'right').length - found;
  return `You found ${found} of ${belong}${wrong === 0 ? '' : `, and chose ${wrong} that ${wrong === 1 ? 'does' : 'do'} not belong`}. The feedback says why.`;
}

customElements.define('check-question', CheckQuestion);
