import { requireElement } from '../../../utils/dom.ts';
import {
  byCategory,
  CATEGORIES,
  hoursInWords,
  MOST_HOURS,
  totalHours,
  type CategoryId,
  type Hours,
  type Labels,
} from '../hours.ts';

/** The form for hours: a slider and a number field for each category, kept in sync. */
export class HoursForm {
  readonly #form: HTMLFormElement;

  /** @param onHours called with valid hours when the reader submits the form */
  constructor(root: ParentNode, onHours: (hours: Hours) => void) {
    this.#form = requireElement(root, 'form[data-hours]');
    for (const id of CATEGORIES) {
      const slider = this.#input(id, 'range');
      const field = this.#input(id, 'number');
      slider.addEventListener('input', () => {
        field.value = slider.value;
        this.#sumUp();
      });
      field.addEventListener('input', () => {
        // As a number: "03" is 3.
        slider.value = String(field.valueAsNumber || 0);
        this.#sumUp();
      });
    }
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const wrong = CATEGORIES.map((id) => this.#input(id, 'number')).find((field) => !field.validity.valid);
      this.#sumUp();
      const total = totalHours(this.hours);
      if (wrong === undefined && total > 0 && total <= MOST_HOURS) {
        onHours(this.hours);
        return;
      }
      if (wrong !== undefined) this.#say('Hours are numbers from 0 to 168, in halves: 7 or 7.5.');
      else if (total === 0) this.#say('Put in some hours first.');
      (wrong ?? this.#input('running', 'number')).focus();
    });
    this.#sumUp();
  }

  get labels(): Labels {
    return byCategory(
      (id) => requireElement(this.#form, `fieldset[data-category=${id}]`).dataset['label'] ?? '',
    );
  }

  get hours(): Hours {
    return byCategory((id) => Math.max(0, this.#input(id, 'number').valueAsNumber || 0));
  }

  set hours(hours: Hours) {
    for (const id of CATEGORIES)
      for (const type of ['range', 'number'] as const) this.#input(id, type).value = String(hours[id]);
    this.#sumUp();
  }

  #input(id: CategoryId, type: 'range' | 'number'): HTMLInputElement {
    return requireElement(this.#form, `[data-category=${id}] input[type=${type}]`);
  }

  #sumUp(): void {
    const total = totalHours(this.hours);
    requireElement(this.#form, '[data-total]').textContent = `${hoursInWords(total)} in all`;
    this.#say(
      total > MOST_HOURS
        ? `A week has ${MOST_HOURS} hours; these are ${hoursInWords(total - MOST_HOURS)} more. Take some away.`
        : '',
    );
  }

  /** Screen readers repeat a status that is set to the same text again. */
  #say(message: string): void {
    const status = requireElement(this.#form, '[data-hours-status]');
    if (status.textContent !== message) status.textContent = message;
  }
}
