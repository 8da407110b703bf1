import { button, choice } from '../../../utils/browser/controls.ts';
import { resultOf, type Result } from '../../../course/questions.ts';
import { SIDE_NAMES } from '../../../site.ts';

/** What a reader can say of a recalled answer, by how much of it is right, of 2. */
const RECALLED = ['None of it', 'Some of it', 'All of it'];

/**
 * `<check-question data-kind="single|multiple|sort|recall">` turns the rendered options into a form and keeps
 * the answers closed until one has answered. The score and the feedback are announced together. What was recalled
 * the reader scores after comparing. Each time, `answered` bubbles up with the result.
 *
 * Without JavaScript the options are a list and the answers a native disclosure.
 */
class CheckQuestion extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details');
    if (details === null || this.querySelector('form') !== null) return;
    const form = document.createElement('form');
    const kind = this.dataset['kind'] ?? '';
    const answers = [...this.querySelectorAll<HTMLElement>('.answers > li')];
    const inputs = kind === 'recall' ? this.#recall(form) : this.#options(form, kind);
    const check = document.createElement('button');
    check.textContent = kind === 'recall' ? 'Compare with a model answer' : 'Check';
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    form.append(check, status);
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
      status.textContent = message(kind, result);
      const chosen = kind === 'single' ? given.indexOf('right') : -1;
      answers.forEach((item, index) => item.toggleAttribute('data-chosen', index === chosen));
      if (kind === 'recall') this.#judge(details);
      else this.#answered(result);
    });
  }

  #answered(detail: Result): void {
    this.dispatchEvent(new CustomEvent<Result>('answered', { bubbles: true, detail }));
  }

  /** Below the model answer: how much of it the reader had. */
  #judge(details: HTMLElement): void {
    if (details.nextElementSibling !== null) return;
    const group = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = 'How much of it did you have?';
    const buttons = RECALLED.map((text, right) =>
      button(text, (pressed) => {
        for (const each of buttons) each.ariaPressed = String(each === pressed);
        this.#answered({ right, of: 2 });
      }),
    );
    group.append(legend, ...buttons);
    details.after(group);
  }

  /** Makes the options choices; answers with one verdict for each, or undefined while nothing is chosen. */
  #options(form: HTMLFormElement, kind: string): () => string[] | undefined {
    const list = this.querySelector('.options');
    if (list === null) return () => undefined;
    const items = [...list.children] as HTMLElement[];
    const name = this.id;
    items.forEach((item, index) => {
      const text = item.textContent?.trim() ?? '';
      if (kind === 'sort') {
        const group = document.createElement('fieldset');
        const legend = document.createElement('legend');
        legend.textContent = text;
        group.append(
          legend,
          ...SIDE_NAMES.map(({ id, label }) => choice('radio', `${name}-${index}`, id, label)),
        );
        item.replaceChildren(group);
      } else {
        item.replaceChildren(choice(kind === 'single' ? 'radio' : 'checkbox', name, String(index), text));
      }
    });
    form.append(list);
    return () => {
      const chosen = [...form.querySelectorAll<HTMLInputElement>('input:checked')];
      if (chosen.length === 0 || (kind === 'sort' && chosen.length < items.length)) return undefined;
      if (kind === 'sort') return chosen.map((input) => input.value);
      return items.map((_, index) =>
        chosen.some((input) => input.value === String(index)) ? 'right' : 'wrong',
      );
    };
  }

  #recall(form: HTMLFormElement): () => string[] | undefined {
    const area = document.createElement('textarea');
    area.rows = 3;
    area.cols = 50;
    area.setAttribute('aria-label', 'Your answer');
    form.append(area);
    return () => (area.value.trim() === '' ? undefined : []);
  }
}

function message(kind: string, { right, of }: Result): string {
  if (kind === 'recall') return 'Compare your answer with the points below.';
  if (right === of) return 'Right. The feedback says why.';
  if (kind === 'single') return 'Not quite. The feedback says why, and which is right.';
  return `${right} of ${of} right. The feedback says why.`;
}

customElements.define('check-question', CheckQuestion);
