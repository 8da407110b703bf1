import { addQuestion, MOST_QUESTIONS, OWN, titleOf, type CardQuestion, type Refusal } from '../card.ts';
import type { KeptCard } from '../slice.ts';
import { announce } from '../../../utils/browser/announce.ts';
import { doer, place } from '../../../utils/browser/place.ts';
import { showQuestions } from './card-list.ts';
import { Cards } from './cards.ts';
import { wireOutput } from './output.ts';

const REFUSED: Record<Refusal, string> = {
  full: `This card is full: ${MOST_QUESTIONS} questions are enough for one meeting. Take one off or start a new card.`,
  twice: 'This question is on the card already.',
  empty: 'Write your question first.',
};
const NOT_STORED = 'This browser does not let us keep the card. Print or copy it before you leave this page.';

/** The form in which the reader builds cards. */
export class CardEditor {
  readonly #cards = new Cards();
  readonly #root: HTMLElement;
  readonly #said: HTMLElement;

  constructor(host: HTMLElement) {
    this.#root = place(host, '[data-place="editor"]');
    this.#said = place(this.#root, '[data-place="said"]');
    this.#wire();
    wireOutput(host, this.#cards, (message) => {
      this.#say(message);
    });
    this.#root.hidden = false;
    this.#draw();
  }

  /** Adds a question from the bank, wherever on the page the reader is. */
  add(question: CardQuestion): void {
    announce(this.#add(question));
  }

  /** Keeps a card that somebody shared as one more, and goes to it. */
  keep(card: Pick<KeptCard, 'title' | 'questions'>): void {
    const stored = this.#cards.add(card);
    this.#draw();
    this.#input('card-title').focus();
    this.#say(stored ? `Kept: "${titleOf(card)}". Your other cards are as they were.` : NOT_STORED);
  }

  #input(id: string): HTMLInputElement {
    return place<HTMLInputElement>(this.#root, `#${id}`);
  }

  #say(message: string): void {
    this.#said.textContent = message;
  }

  #change(changed: Partial<KeptCard>): boolean {
    const stored = this.#cards.change(changed);
    this.#draw();
    this.#say(stored ? '' : NOT_STORED);
    return stored;
  }

  /** Adds a question to the open card; returns what came of it. */
  #add(question: CardQuestion): string {
    const { card, refused } = addQuestion(this.#cards.open, question);
    if (refused !== undefined) return REFUSED[refused];
    if (!this.#change({ questions: card.questions })) return NOT_STORED;
    return `Added to "${titleOf(card)}": ${card.questions.length} of ${MOST_QUESTIONS}.`;
  }

  #wire(): void {
    const choice = place<HTMLSelectElement>(this.#root, '#card-choice');
    choice.addEventListener('change', () => {
      this.#cards.id = choice.value === '' ? undefined : choice.value;
      this.#draw();
      this.#say('');
    });
    doer(this.#root, 'new').addEventListener('click', () => {
      this.#cards.id = undefined;
      this.#draw();
      this.#input('card-title').focus();
      this.#say('A new card. It is kept once you give it a title or a question.');
    });
    doer(this.#root, 'delete').addEventListener('click', () => {
      const title = titleOf(this.#cards.open);
      if (this.#cards.id === undefined || !confirm(`Delete "${title}" for good?`)) return;
      const stored = this.#cards.delete();
      this.#draw();
      this.#input('card-title').focus();
      this.#say(stored ? `"${title}" is deleted.` : NOT_STORED);
    });
    for (const [id, key] of [
      ['card-title', 'title'],
      ['card-day', 'day'],
      ['card-time', 'time'],
    ] as const) {
      const input = this.#input(id);
      // A title is kept at each key; a day and a time once they are whole.
      input.addEventListener(key === 'title' ? 'input' : 'change', () => {
        // A day or a time that is not whole is empty, and then none is kept.
        this.#change({ [key]: input.value === '' && key !== 'title' ? undefined : input.value });
      });
    }
    place(this.#root, '[data-place="own"]').addEventListener('submit', (event) => {
      event.preventDefault();
      const own = this.#input('card-own');
      const before = this.#cards.open.questions.length;
      this.#say(this.#add({ side: OWN.id, text: own.value }));
      if (this.#cards.open.questions.length > before) own.value = '';
      own.focus();
    });
  }

  /** Shows the open card and the list of all. */
  #draw(): void {
    const card = this.#cards.open;
    const options = this.#cards.list().map(([id, kept]) => new Option(titleOf(kept), id));
    if (this.#cards.id === undefined) options.unshift(new Option('New card', ''));
    const choice = place<HTMLSelectElement>(this.#root, '#card-choice');
    choice.replaceChildren(...options);
    choice.value = this.#cards.id ?? '';
    this.#input('card-title').value = card.title;
    this.#input('card-day').value = card.day ?? '';
    this.#input('card-time').value = card.time ?? '';
    place(this.#root, '[data-place="no-questions"]').hidden = card.questions.length > 0;
    showQuestions(place(this.#root, '#card-questions'), card, ({ questions }) => {
      this.#change({ questions });
    });
  }
}
