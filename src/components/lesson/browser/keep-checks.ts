import { shareOf } from '../../../storage/store.ts';
import type { Result } from '../../../course/questions.ts';
import { changePersonal } from '../../../storage/browser/store.ts';

/**
 * `<keep-checks data-review>`, empty, on a lesson: keeps the results of its check questions on this device, each with
 * a line below the question that says so and leads to the review. Without it, questions are answered and forgotten.
 *
 * The shares are those of storage/checks.ts and practice/review/slice.ts, written without their schemas: a lesson has few bytes.
 */
class KeepChecks extends HTMLElement {
  readonly #keep = (event: Event): void => {
    const { target, detail } = event as CustomEvent<Result>;
    const question = target as HTMLElement;
    const kept = changePersonal((personal) => {
      const result = { at: new Date().toISOString(), ...detail };
      shareOf(personal, 'checks')[question.id] = result;
      // Only the first answer says what was remembered: the next ones come after the feedback.
      shareOf(personal, 'review')[question.id] ??= result;
    });
    const note = question.querySelector('.kept') ?? document.createElement('p');
    note.className = 'note kept';
    const link = document.createElement('a');
    link.href = this.dataset['review'] ?? '';
    link.textContent = 'your review';
    if (kept) note.replaceChildren('Kept on this device. This question will come back in ', link, '.');
    else note.textContent = 'This browser does not let us keep your answer, so it will not come back.';
    question.append(note);
  };

  connectedCallback(): void {
    document.addEventListener('answered', this.#keep);
  }

  disconnectedCallback(): void {
    document.removeEventListener('answered', this.#keep);
  }
}

customElements.define('keep-checks', KeepChecks);
