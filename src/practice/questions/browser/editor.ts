import { printOnly } from '../../../components/site/browser/print-only.ts';
import { readableCard, showQuestions } from './card-list.ts';
import {
  addQuestion,
  type Card,
  cardFragment,
  type CardQuestion,
  type KeptCard,
  MOST_QUESTIONS,
  OWN,
  questionCardsSlice,
  type Refusal,
  titleOf,
} from '../card.ts';
import { cardEvent, cardText } from '../text.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { addUnder, idAt } from '../../../storage/merge-both.ts';
import { mergeLatest } from '../../../storage/slice.ts';
import { announce } from '../../../utils/announce.ts';
import { copyOrShow } from '../../../utils/copy-or-show.ts';
import { formatAsOf } from '../../../utils/dates.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { downloadFile } from '../../../utils/download.ts';

/** The reader's cards, and the one that is open. */
export class Cards {
  /** Id of the open card; undefined while it is new and empty. */
  id: string | undefined = this.list()[0]?.[0];

  /** All cards, newest first. */
  list(): [id: string, card: KeptCard][] {
    return Object.entries(readSlice(questionCardsSlice)).sort(([, a], [, b]) => b.at.localeCompare(a.at));
  }

  /** Opens the newest card if the open one was deleted, as another tab may do. */
  leaveDeleted(): void {
    const cards = this.list();
    if (this.id !== undefined && !cards.some(([id]) => id === this.id)) this.id = cards[0]?.[0];
  }

  get open(): KeptCard {
    const stored = this.id === undefined ? undefined : readSlice(questionCardsSlice)[this.id];
    return stored ?? { title: '', questions: [], at: new Date().toISOString() };
  }

  /** Changes the open card; a new card gets its id. Returns whether it could be stored. */
  change(changed: Partial<KeptCard>): Promise<boolean> {
    const card = { ...this.open, ...changed, at: new Date().toISOString() };
    const { id } = this;
    if (id === undefined) return this.add(card);
    return this.#store((cards) => ({ ...cards, [id]: card }));
  }

  /** Adds a card and opens it. Returns whether it could be stored. */
  add(card: Card): Promise<boolean> {
    const at = new Date().toISOString();
    return this.#store((cards) => {
      const added = addUnder(cards, idAt('c', at), { ...card, at });
      this.id = added.id;
      return added.items;
    });
  }

  /** Deletes the open card and opens the newest of the others. Returns whether the change could be stored. */
  delete(): Promise<boolean> {
    const { id } = this;
    const stored = this.#store((cards) =>
      Object.fromEntries(Object.entries(cards).filter(([other]) => other !== id)),
    );
    this.id = this.list()[0]?.[0];
    return stored;
  }

  /** Merges the cards of this page with those in storage, which may be full or changed in another tab, and changes them. */
  #store(change: (cards: Record<string, KeptCard>) => Record<string, KeptCard>): Promise<boolean> {
    const here = readSlice(questionCardsSlice);
    return changeSlice(questionCardsSlice, (stored) => change(mergeLatest(stored, here)));
  }
}

/** Wires the buttons that print, copy, schedule or share the open card. */
export function wireOutput(host: HTMLElement, cards: Cards, say: (message: string) => void): void {
  const on = (does: string, act: () => void): void => {
    actionButton(host, does).addEventListener('click', () => {
      if (cards.open.questions.length === 0) say('Put a question on the card first.');
      else act();
    });
  };
  /** The address of this page without query and fragment. */
  const address = (): string => location.href.replace(/[#?].*/, '');

  on('print', () => {
    const { open } = cards;
    const when = [open.day === undefined ? '' : formatAsOf(open.day), open.time ?? ''].filter(
      (part) => part !== '',
    );
    requireElement(host, '[data-place="paper"]').replaceChildren(...readableCard(open, when.join(', ')));
    printOnly('question-card');
  });
  on('copy', () => {
    void copyOrShow(host, cardText(cards.open), 'the card', say);
  });
  on('link', () => {
    void copyOrShow(host, address() + cardFragment(cards.open), 'the link', say);
  });
  on('calendar', () => {
    const { open, id } = cards;
    const { day, time } = open;
    if (day === undefined || time === undefined) {
      say('Choose the day and the time of the meeting first.');
      return;
    }
    void import('../../../utils/calendar-file.ts').then(
      ({ calendarFile }) => {
        const event = cardEvent(id ?? day, open, { day, time }, address());
        downloadFile('question-card.ics', 'text/calendar', calendarFile([event], new Date()));
        say('The reminder is in your downloads. Open it with your calendar.');
      },
      () => {
        say('The calendar file could not be made. Check your connection and try again.');
      },
    );
  });
}

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
