import { h } from '../../../utils/elements.ts';
import { shareOf } from '../../../storage/store.ts';
import type { Result } from '../../../course/questions.ts';
import { updateStore } from '../../../storage/browser/store.ts';

/**
 * `<keep-checks data-review>`, empty, beside questions: stores their results on this device and adds a
 * note with a link to the review below each question. Without it, answers are not stored.
 *
 * The data is that of storage/slices.ts and practice/review/slice.ts, written without their schemas to save bytes.
 */
class KeepChecks extends HTMLElement {
  readonly #store = async (event: Event): Promise<void> => {
    const { target, detail } = event as CustomEvent<Result>;
    const question = target as HTMLElement;
    const stored = await updateStore((personal) => {
      const result = { at: new Date().toISOString(), ...detail };
      shareOf(personal, 'checks')[question.id] = result;
      // Only the first answer shows what the reader remembered: later ones follow the feedback.
      shareOf(personal, 'review')[question.id] ??= result;
    });
    const note = question.querySelector('.kept') ?? h('p');
    note.className = 'note kept';
    const link = h('a', { href: this.dataset['review'] ?? '' }, 'your review');
    if (stored) note.replaceChildren('Kept on this device. This question will come back in ', link, '.');
    else note.textContent = 'This browser keeps no answers, so it will not come back.';
    question.append(note);
  };

  connectedCallback(): void {
    this.parentElement?.addEventListener('answered', this.#store);
  }
}

customElements.define('keep-checks', KeepChecks);
