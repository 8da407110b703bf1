import { CardEditor } from './editor.ts';
import { wirePairs } from './pairs.ts';
import { wireShared } from './shared.ts';
import { wireTeamForm } from './team-form.ts';

/**
 * `<question-cards>` turns each rendered pair from what to why and back, shows one situation alone, lets the reader
 * build cards that this browser keeps, and reads a card that a link carries in its fragment (`#card=...`).
 *
 * Without JavaScript both halves of each pair are there, and the situations are links.
 */
class QuestionCards extends HTMLElement {
  #editor: CardEditor | undefined;

  connectedCallback(): void {
    if (this.#editor !== undefined) return;
    const editor = new CardEditor(this);
    this.#editor = editor;
    wireTeamForm(this);
    wirePairs(this, (question) => {
      editor.add(question);
    });
    wireShared(this, (card) => {
      editor.keep(card);
    });
  }
}

customElements.define('question-cards', QuestionCards);
