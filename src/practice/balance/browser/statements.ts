import { inOrder, shuffled, type Taught } from '../scores.ts';
import { momentText, missingMessage } from '../words.ts';
import { balanceSlice, type BalanceDraft } from '../slice.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';

type GivenAnswers = Record<string, number>;

/** The form with the statements: their order, the answers and the draft. */
export class StatementForm {
  readonly statements: readonly Taught[];
  readonly #form: HTMLFormElement;
  readonly #fields: ReadonlyMap<string, HTMLFieldSetElement>;
  /** Time of the first answer. */
  #began = '';
  readonly #restored = h('p', { hidden: true });
  readonly #progress = h('p', { class: 'dimension' });
  readonly #stored = h('p', { class: 'note' });
  readonly #status = h('p', { role: 'status' });
  readonly #startOver: HTMLButtonElement;

  constructor(form: HTMLFormElement, onFinish: (answers: GivenAnswers) => void) {
    this.#form = form;
    const fields = [...form.querySelectorAll('fieldset')];
    this.#fields = new Map(fields.map((field) => [field.id, field]));
    this.statements = fields.map((field) => ({
      id: field.id,
      side: field.dataset['side'] ?? '',
      text: requireElement(field, '.balance-text').textContent ?? '',
      lesson: field.dataset['lesson'] ?? '',
    }));
    const submit = h('button', { class: 'button primary' }, 'Show where I stand');
    this.#startOver = button('Start over', () => {
      this.#askToStartOver();
    });
    this.#startOver.addEventListener('blur', () => {
      this.#startOver.textContent = 'Start over';
    });
    const sheet = button('Print a clean sheet', () => {
      print();
    });
    const actions = h('p', { class: 'tool-actions' }, submit, this.#startOver, sheet);
    requireElement(form, 'fieldset').before(this.#restored);
    form.append(this.#progress, this.#status, actions, this.#stored);

    form.addEventListener('change', (event) => {
      this.#answered(event.target as HTMLInputElement);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (this.#namesMissing()) return;
      onFinish(this.#answers());
    });
  }

  /** Restores the draft, or starts a new one. */
  resume(): void {
    const { draft } = readSlice(balanceSlice);
    if (draft === undefined) this.start();
    else this.#restore(draft);
  }

  /** Clears the form and shuffles the statements. */
  start(): void {
    this.#form.reset();
    this.#began = '';
    this.#restored.hidden = true;
    this.#status.textContent = '';
    this.#stored.textContent = '';
    for (const field of this.#fields.values()) mark(field, false);
    this.#arrange(shuffled([...this.#fields.keys()], Math.random));
    this.#count();
  }

  focus(): void {
    requireElement(this.#form, 'input').focus();
  }

  #restore(draft: BalanceDraft): void {
    this.#arrange(inOrder([...this.#fields.keys()], draft.order));
    for (const [id, answer] of Object.entries(draft.answers)) {
      const input = this.#fields.get(id)?.querySelector<HTMLInputElement>(`input[value="${answer}"]`);
      if (input) input.checked = true;
    }
    this.#began = draft.at;
    this.#restored.hidden = false;
    this.#restored.textContent = `You began on ${momentText(draft.at)}. Your answers are still here: go on, or start over at the end.`;
    this.#count();
  }

  #arrange(order: readonly string[]): void {
    const fields = order.flatMap((id) => this.#fields.get(id) ?? []);
    this.#progress.before(...fields);
    fields.forEach((field, index) => {
      requireElement(field, '.balance-number').textContent = String(index + 1);
    });
  }

  #inOrder(): HTMLFieldSetElement[] {
    return [...this.#form.querySelectorAll('fieldset')];
  }

  #answers(): GivenAnswers {
    const chosen = this.#form.querySelectorAll<HTMLInputElement>('fieldset input:checked');
    return Object.fromEntries(Array.from(chosen, ({ name, value }) => [name, Number(value)]));
  }

  async #answered(input: HTMLInputElement): Promise<void> {
    const field = this.#fields.get(input.name);
    if (field !== undefined) mark(field, false);
    this.#began ||= new Date().toISOString();
    const draft: BalanceDraft = {
      at: this.#began,
      answers: this.#answers(),
      order: this.#inOrder().map(({ id }) => id),
    };
    const stored = changeSlice(balanceSlice, (data) => ({ ...data, draft }));
    this.#count();
    this.#stored.textContent = (await stored)
      ? 'Your answers are kept in this browser as you go.'
      : 'This browser cannot keep your answers, so finish before you leave the page.';
  }

  #count(): void {
    this.#progress.textContent = `${Object.keys(this.#answers()).length} of ${this.#fields.size} answered`;
  }

  /** Announces and focuses the first unanswered statement. Returns whether there is one. */
  #namesMissing(): boolean {
    const answers = this.#answers();
    const fields = this.#inOrder();
    const missing = fields.filter(({ id }) => answers[id] === undefined);
    for (const field of missing) mark(field, true);
    this.#status.textContent =
      missing.length === 0 ? '' : missingMessage(missing.map((field) => fields.indexOf(field) + 1));
    missing[0]?.querySelector('input')?.focus();
    return missing.length > 0;
  }

  /** The first press asks for confirmation and the second erases, so that a slip does not lose twenty answers. */
  #askToStartOver(): void {
    const count = Object.keys(this.#answers()).length;
    const asked = this.#startOver.textContent !== 'Start over';
    if (count > 0 && !asked) {
      this.#startOver.textContent = `Erase ${count === 1 ? '1 answer' : `${count} answers`}: press again`;
      return;
    }
    void changeSlice(balanceSlice, ({ results }) => ({ results }));
    this.start();
    this.focus();
  }
}

/** Marks a statement as not answered in its legend, which screen readers read with the choices. */
function mark(field: HTMLFieldSetElement, missing: boolean): void {
  field.toggleAttribute('data-missing', missing);
  field.querySelector('.balance-missing')?.remove();
  if (missing)
    requireElement(field, 'legend').append(h('strong', { class: 'balance-missing' }, ' No answer yet.'));
}
