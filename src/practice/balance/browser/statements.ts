import { actionButton, requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import { shuffled } from '../../../utils/shuffled.ts';
import { inOrder, type Statement } from '../scores.ts';
import type { Answers, BalanceDraft } from '../slice.ts';
import { missingMessage, momentText } from '../words.ts';

interface Receiver {
  store(draft: BalanceDraft): void;
  erase(): void;
  finish(answers: Answers): void;
}

/** The form with the statements: their order, the answers and the draft. */
export class StatementForm {
  readonly statements: readonly Statement[];
  readonly #form: HTMLFormElement;
  readonly #fields: ReadonlyMap<string, HTMLFieldSetElement>;
  /** The draft that is shown; null before the first. */
  #draft: BalanceDraft | undefined | null = null;

  constructor(form: HTMLFormElement, { store, erase, finish }: Receiver) {
    this.#form = form;
    const fields = [...form.querySelectorAll('fieldset')];
    this.#fields = new Map(fields.map((field) => [field.id, field]));
    this.statements = fields.map((field) => ({
      id: field.id,
      side: field.dataset['side'] ?? '',
      text: requireElement(field, '.balance-text').textContent ?? '',
      lesson: field.dataset['lesson'] ?? '',
    }));
    this.#find('.balance-end').hidden = false;
    form.addEventListener('change', ({ target }) => {
      const field = this.#fields.get((target as HTMLInputElement).name);
      if (field !== undefined) mark(field, false);
      this.#draft = {
        at: this.#draft?.at ?? new Date().toISOString(),
        answers: this.#answers(),
        order: this.#inOrder().map(({ id }) => id),
      };
      this.#count();
      store(this.#draft);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!this.#namesMissing()) finish(this.#answers());
    });
    actionButton(form, 'start-over').addEventListener('click', () => {
      if (this.#draft) erase();
      else this.focus();
    });
  }

  /** Shows a draft, or without one a clean form with the statements shuffled. */
  show(draft: BalanceDraft | undefined): void {
    if (this.#draft !== null && JSON.stringify(draft) === JSON.stringify(this.#draft)) return;
    this.#draft = draft;
    this.#form.reset();
    const ids = [...this.#fields.keys()];
    this.#arrange(draft === undefined ? shuffled(ids, Math.random) : inOrder(ids, draft.order));
    for (const field of this.#fields.values()) {
      mark(field, false);
      const answer = draft?.answers[field.id] ?? '';
      const input = field.querySelector<HTMLInputElement>(`input[value="${answer}"]`);
      if (input !== null) input.checked = true;
    }
    this.#find('[role="status"]').textContent = '';
    this.#find('.balance-restored').textContent =
      draft === undefined
        ? ''
        : `You began on ${momentText(draft.at)}. Your answers are still here: go on, or start over at the end.`;
    this.#count();
  }

  focus(): void {
    this.#find('input').focus();
  }

  #find(selector: string): HTMLElement {
    return requireElement(this.#form, selector);
  }

  #arrange(order: readonly string[]): void {
    const fields = order.flatMap((id) => this.#fields.get(id) ?? []);
    this.#find('.balance-end').before(...fields);
    for (const [index, field] of fields.entries())
      requireElement(field, '.balance-number').textContent = String(index + 1);
  }

  #inOrder(): HTMLFieldSetElement[] {
    return [...this.#form.querySelectorAll('fieldset')];
  }

  #answers(): Answers {
    const chosen = this.#form.querySelectorAll<HTMLInputElement>('fieldset input:checked');
    return Object.fromEntries(Array.from(chosen, ({ name, value }) => [name, Number(value)]));
  }

  #count(): void {
    const count = Object.keys(this.#answers()).length;
    const progress = this.#find('.balance-progress');
    progress.textContent = `${count} of ${this.#fields.size} answered`;
    progress.style.setProperty('--done', String(count / this.#fields.size));
  }

  /** Announces and focuses the first unanswered statement. Returns whether there is one. */
  #namesMissing(): boolean {
    const answers = this.#answers();
    const fields = this.#inOrder();
    const missing = fields.filter(({ id }) => answers[id] === undefined);
    for (const field of missing) mark(field, true);
    this.#find('[role="status"]').textContent =
      missing.length === 0 ? '' : missingMessage(missing.map((field) => fields.indexOf(field) + 1));
    missing[0]?.querySelector('input')?.focus();
    return missing.length > 0;
  }
}

/** Marks a statement as not answered in its legend, which screen readers read with the choices. */
function mark(field: HTMLFieldSetElement, isMissing: boolean): void {
  field.toggleAttribute('data-missing', isMissing);
  field.querySelector('.balance-missing')?.remove();
  if (isMissing)
    requireElement(field, 'legend').append(h('strong', { class: 'balance-missing' }, ' No answer yet.'));
}
