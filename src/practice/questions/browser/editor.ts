import { addQuestion, MOST_QUESTIONS, OWN, titleOf, type CardQuestion, type Refusal } from '../card.ts';
import type { KeptCard } from '../slice.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { announce } from '../../../utils/announce.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { showQuestions } from './card-list.ts';
import { Cards } from './cards.ts';
import { wireOutput } from './output.ts';

const REFUSED: Record<Refusal, string> = {
  full: `This card is full: ${MOST_QUESTIONS} questions are enough for one meeting. Take one off or start a new card.`,
  twice: 'This question is on the card already.',
  empty: 'Write your question first.',
};
const NOT_STORED = 'This browser does not let us keep the card. Print or copy it before you leave this page.';

/** The form for building cards. */
export class CardEditor {
  readonly #cards = new Cards();
  readonly #root: HTMLElement;
  readonly #status: HTMLElement;

  constructor(host: HTMLElement) {
    this.#root = requireElement(host, '[data-place="editor"]');
    this.#status = requireElement(this.#root, '[data-place="said"]');
    this.#wire();
    wireOutput(host, this.#cards, (message) => {
      this.#say(message);
    });
    this.#root.hidden = false;
    subscribe(() => {
      this.#draw();
    });
  }

  /** Adds a question from the bank and announces it, as the form may be out of view. */
  async add(question: CardQuestion): Promise<void> {
    announce(await this.#add(question));
  }

  /** Adds a shared card and opens it. */
  async keep(card: Pick<KeptCard, 'title' | 'questions'>): Promise<void> {
    const stored = this.#cards.add(card);
    this.#draw();
    this.#input('card-title').focus();
    this.#say((await stored) ? `Kept: "${titleOf(card)}". Your other cards are as they were.` : NOT_STORED);
  }

  #input(id: string): HTMLInputElement {
    return requireElement<HTMLInputElement>(this.#root, `#${id}`);
  }

  #say(message: string): void {
    this.#status.textContent = message;
  }

  async #change(changed: Partial<KeptCard>): Promise<boolean> {
    const stored = this.#cards.change(changed);
    this.#draw();
    this.#say((await stored) ? '' : NOT_STORED);
    return stored;
  }

  /** Adds a question to the open card. Returns a message about the result. */
  async #add(question: CardQuestion): Promise<string> {
    const { card, refused } = addQuestion(this.#cards.open, question);
    if (refused !== undefined) return REFUSED[refused];
    if (!(await this.#change({ questions: card.questions }))) return NOT_STORED;
    return `Added to "${titleOf(card)}": ${card.questions.length} of ${MOST_QUESTIONS}.`;
  }

  #wire(): void {
    const choice = requireElement<HTMLSelectElement>(this.#root, '#card-choice');
    choice.addEventListener('change', () => {
      this.#cards.id = choice.value === '' ? undefined : choice.value;
      this.#draw();
      this.#say('');
    });
    actionButton(this.#root, 'new').addEventListener('click', () => {
      this.#cards.id = undefined;
      this.#draw();
      this.#input('card-title').focus();
      this.#say('A new card. It is kept once you give it a title or a question.');
    });
    actionButton(this.#root, 'delete').addEventListener('click', async () => {
      const title = titleOf(this.#cards.open);
      if (this.#cards.id === undefined || !confirm(`Delete "${title}" for good?`)) return;
      const stored = this.#cards.delete();
      this.#draw();
      this.#input('card-title').focus();
      this.#say((await stored) ? `"${title}" is deleted.` : NOT_STORED);
    });
    for (const [id, key] of [
      ['card-title', 'title'],
      ['card-day', 'day'],
      ['card-time', 'time'],
    ] as const) {
      const input = this.#input(id);
      // A title is stored at each key, a day and a time once they are complete.
      input.addEventListener(key === 'title' ? 'input' : 'change', () => {
        // An incomplete day or time has an empty value, which removes it.
        this.#change({ [key]: input.value === '' && key !== 'title' ? undefined : input.value });
      });
    }
    requireElement(this.#root, '[data-place="own"]').addEventListener('submit', async (event) => {
      event.preventDefault();
      const own = this.#input('card-own');
      const before = this.#cards.open.questions.length;
      const said = this.#add({ side: OWN.id, text: own.value });
      if (this.#cards.open.questions.length > before) own.value = '';
      own.focus();
      this.#say(await said);
    });
  }

  /** Shows the open card and the list of all. */
  #draw(): void {
    this.#cards.leaveDeleted();
    const card = this.#cards.open;
    const options = this.#cards.list().map(([id, stored]) => new Option(titleOf(stored), id));
    if (this.#cards.id === undefined) options.unshift(new Option('New card', ''));
    const choice = requireElement<HTMLSelectElement>(this.#root, '#card-choice');
    choice.replaceChildren(...options);
    choice.value = this.#cards.id ?? '';
    this.#input('card-title').value = card.title;
    this.#input('card-day').value = card.day ?? '';
    this.#input('card-time').value = card.time ?? '';
    requireElement(this.#root, '[data-place="no-questions"]').hidden = card.questions.length > 0;
    showQuestions(requireElement(this.#root, '#card-questions'), card, ({ questions }) => {
      this.#change({ questions });
    });
  }
}
