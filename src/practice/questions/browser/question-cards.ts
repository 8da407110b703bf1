import { printOnly } from '../../../components/site/browser/print-only.ts';
import { ToolElement } from '../../../components/tool/browser/tool-element.ts';
import { pairOf, type SideName } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { addUnder, idAt, without } from '../../../storage/slice.ts';
import { announce } from '../../../utils/announce.ts';
import { copyText } from '../../../utils/clipboard.ts';
import { copyOrShow } from '../../../utils/copy-or-show.ts';
import { formatAsOf } from '../../../utils/dates.ts';
import { clockTime } from '../../../utils/region.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import {
  addQuestion,
  CARD_FRAGMENT,
  cardEvent,
  cardText,
  cardFragment,
  cardFromFragment,
  titleOf,
  type Refusal,
  moveQuestion,
  questionLabel,
  removeQuestion,
} from '../card.ts';
import { MOST_QUESTIONS, OWN, slice, type Card, type CardQuestion, type KeptCard } from '../slice.ts';

type Cards = Record<string, KeptCard>;

const REFUSED: Record<Refusal, string> = {
  full: `This card is full: ${MOST_QUESTIONS} questions are enough for one meeting. Take one off or start a new card.`,
  twice: 'This question is on the card already.',
  empty: 'Write your question first.',
};

const address = (): string => location.href.replace(/[#?].*/, '');

/** A question of a card, after the label of its side. */
const line = (question: Card['questions'][number]): HTMLElement[] => [
  h('span', { class: 'label' }, `${questionLabel(question)}:`),
  h('span', {}, question.text),
];

/** The questions in a pair, or in a half of one. */
const textsOf = (host: ParentNode): string[] =>
  [...host.querySelectorAll('[data-text]')].map(({ textContent }) => textContent.trim());

/** Shows the questions of a card, each with buttons that move or remove it. */
function showQuestions(list: HTMLElement, card: Card, change: (card: Card) => void): void {
  const last = card.questions.length - 1;
  list.replaceChildren(
    ...card.questions.map((question, index) => {
      /** Makes a button that changes the card and moves the focus to the question at `focusAt`. */
      const act = (name: string, then: () => Card, focusAt: number, off = false): HTMLButtonElement =>
        button(
          name,
          (pressed) => {
            if (pressed.getAttribute('aria-disabled') === 'true') return;
            change(then());
            const next = list.querySelector<HTMLElement>(
              `li:nth-child(${Math.max(0, focusAt) + 1}) [data-act="${name}"]`,
            );
            (next ?? list).focus();
          },
          {
            'data-act': name,
            'aria-label': `${name}: ${question.text}`,
            // Not `disabled`: a disabled button would lose the focus.
            ...(off ? { 'aria-disabled': 'true' } : {}),
          },
        );
      return h(
        'li',
        { 'data-side': question.side },
        ...line(question),
        h(
          'span',
          { class: 'tool-actions' },
          act('Up', () => moveQuestion(card, index, -1), index - 1, index === 0),
          act('Down', () => moveQuestion(card, index, 1), index + 1, index === last),
          act('Remove', () => removeQuestion(card, index), Math.min(index, last - 1)),
        ),
      );
    }),
  );
}

/** Makes a card to read or print: its title, its day and time if it has them, and its questions. */
function readableCard({ day, time, ...card }: Card & Partial<Pick<KeptCard, 'day' | 'time'>>): HTMLElement[] {
  const when = [day && formatAsOf(day), time && clockTime(time)].filter(Boolean).join(', ');
  return [
    h('h3', {}, titleOf(card)),
    ...(when === '' ? [] : [h('p', {}, when)]),
    h(
      'ol',
      { class: 'card-list' },
      ...card.questions.map((question) => h('li', { 'data-side': question.side }, ...line(question))),
    ),
  ];
}

/**
 * `<question-cards>` turns each rendered pair from what to why and back, shows one situation alone, stores cards that
 * the reader builds, and reads a card from the fragment of a link (`#card=...`).
 *
 * Without JavaScript both halves of each pair are shown, and the situations are links.
 */
class QuestionCards extends ToolElement<Cards> {
  protected readonly slice = slice;
  protected readonly notStored =
    'This browser does not let us keep the card. Print or copy it before you leave this page.';
  /** Id of the card that the reader opened; undefined for a new one, which is empty. */
  #wanted: string | undefined;
  #isNew = false;

  protected override wire(): void {
    for (const pair of this.findAll('.pair')) this.#wirePair(pair);
    this.on('print-form', () => printOnly(this.find('.team-feedback .sheet')));
    this.on('copy-form', () => {
      const area = this.find<HTMLTextAreaElement>('.team-feedback textarea');
      return copyText(area.value, 'the form', undefined, () => {
        this.find<HTMLDetailsElement>('.team-feedback details').open = true;
        area.select();
      });
    });
    this.#wireEditor();
    this.#wireOutput();
    this.find('[data-place="editor"]').hidden = false;
  }

  protected override draw(): void {
    const card = this.#open;
    const options = this.#list().map(([id, stored]) => new Option(titleOf(stored), id));
    if (this.#id === undefined) options.unshift(new Option('New card', ''));
    const choice = this.find<HTMLSelectElement>('#card-choice');
    choice.replaceChildren(...options);
    choice.value = this.#id ?? '';
    this.#input('title').value = card.title;
    this.#input('day').value = card.day ?? '';
    this.#input('time').value = card.time ?? '';
    this.find('[data-place="no-questions"]').hidden = card.questions.length > 0;
    this.find('.card-link').hidden = card.questions.length === 0;
    this.find('[data-place="card-count"]').textContent = `${card.questions.length} of ${MOST_QUESTIONS}`;
    const chosen = new Set(card.questions.map(({ text }) => text));
    for (const pair of this.findAll('.pair'))
      requireElement(pair, '.on-card').hidden = !textsOf(pair).some((text) => chosen.has(text));
    this.find('.paper-card').replaceChildren(...readableCard(card));
    showQuestions(this.find('#card-questions'), card, ({ questions }) => void this.#edit({ questions }));
  }

  protected override follow(): void {
    this.#showSituation();
    this.#showShared();
  }

  /** Makes a pair show one half, with a button that turns to the other; screen readers read the new one. */
  #wirePair(pair: HTMLElement): void {
    const [why, what] = pairOf(SIDE_NAMES);
    const halves = requireElement(pair, '.pair-halves');
    const turn = actionButton(pair, 'turn');
    const half = ({ id }: SideName): HTMLElement => requireElement(halves, `[data-side="${id}"]`);
    let shown = what;
    const show = (side: SideName): void => {
      shown = side;
      half(what).hidden = side !== what;
      half(why).hidden = side !== why;
      turn.textContent = side === what ? 'Turn to the why' : 'Turn to the what';
    };
    halves.setAttribute('aria-live', 'polite');
    show(what);
    turn.addEventListener('click', () => show(shown === what ? why : what));
    actionButton(pair, 'add').addEventListener('click', async () => {
      const [text = ''] = textsOf(half(shown));
      // Announced, as the form may be out of view.
      announce(await this.#add({ side: shown.id, text }));
    });
  }

  /** Shows the situation that the address names, or all; on a narrow screen the first, as they are very long. */
  #showSituation(): void {
    const sections = this.findAll('.situation');
    const heading = (section: Element | null | undefined): string =>
      section?.getAttribute('aria-labelledby') ?? 'pairs';
    const named = location.hash.slice(1);
    const pair = this.querySelector(`.pair[id="${CSS.escape(named)}"]`);
    const isNarrow = matchMedia('(width < 40rem)').matches;
    let { situation = isNarrow ? heading(sections[0]) : 'pairs' } = this.dataset;
    if (named === 'pairs' || sections.some((section) => heading(section) === named)) situation = named;
    else if (pair !== null && situation !== 'pairs')
      situation = isNarrow ? heading(pair.closest('.situation')) : 'pairs';
    this.dataset['situation'] = situation;
    for (const section of sections) section.hidden = situation !== 'pairs' && situation !== heading(section);
    for (const link of this.findAll<HTMLAnchorElement>('.situations a'))
      link.ariaCurrent = link.hash === `#${situation}` ? 'true' : null;
    pair?.scrollIntoView();
  }

  #list(): [id: string, card: KeptCard][] {
    return Object.entries(this.data).sort(([, a], [, b]) => b.at.localeCompare(a.at));
  }

  /** Id of the open card: the newest where nothing was opened, or it was deleted; undefined while it is new and empty. */
  get #id(): string | undefined {
    if (this.#isNew) return undefined;
    return Object.hasOwn(this.data, this.#wanted ?? '') ? this.#wanted : this.#list()[0]?.[0];
  }

  #openCard(id: string | undefined): void {
    this.#wanted = id;
    this.#isNew = id === undefined;
  }

  get #open(): KeptCard {
    return this.data[this.#id ?? ''] ?? { title: '', questions: [], at: new Date().toISOString() };
  }

  #input(name: 'title' | 'day' | 'time' | 'own'): HTMLInputElement {
    return this.find<HTMLInputElement>(`#card-${name}`);
  }

  /** Changes the open card; a new card gets its id. */
  #edit(changed: Partial<KeptCard>): Promise<boolean> {
    const at = new Date().toISOString();
    const id = this.#id;
    if (id === undefined) return this.#addCard({ ...this.#open, ...changed });
    this.#openCard(id);
    return this.change((cards) => {
      const card = cards[id];
      // A card that another tab deleted stays deleted.
      return card === undefined ? cards : { ...cards, [id]: { ...card, ...changed, at } };
    });
  }

  #addCard(card: Card, done?: string): Promise<boolean> {
    const at = new Date().toISOString();
    return this.change((cards) => {
      const added = addUnder(cards, idAt('c', at), { ...card, at });
      this.#openCard(added.id);
      return added.items;
    }, done);
  }

  /** Adds a question to the open card. Returns a message about the result. */
  async #add(question: CardQuestion): Promise<string> {
    const { card, refused } = addQuestion(this.#open, question);
    if (refused !== undefined) return REFUSED[refused];
    if (!(await this.#edit({ questions: card.questions }))) return this.notStored;
    return `Added to "${titleOf(card)}": ${card.questions.length} of ${MOST_QUESTIONS}.`;
  }

  #wireEditor(): void {
    const choice = this.find<HTMLSelectElement>('#card-choice');
    choice.addEventListener('change', () => {
      this.#openCard(choice.value === '' ? undefined : choice.value);
      this.draw();
      this.say('');
    });
    this.on('new', () => {
      this.#openCard(undefined);
      this.draw();
      this.#input('title').focus();
      this.say('A new card. It is kept once you give it a title or a question.');
    });
    this.on('delete', () => {
      const id = this.#id;
      if (id === undefined) return;
      const title = titleOf(this.#open);
      this.erase(this.find('[data-place="editor"]'), (cards) => without(cards, id), `"${title}" is deleted.`);
    });
    for (const key of ['title', 'day', 'time'] as const) {
      const input = this.#input(key);
      // A title is stored at each key, a day and a time once they are complete.
      input.addEventListener(key === 'title' ? 'input' : 'change', () => {
        // An incomplete day or time has an empty value, which removes it.
        void this.#edit({ [key]: input.value === '' && key !== 'title' ? undefined : input.value });
      });
    }
    let latest: Promise<string> | undefined;
    this.onSubmit('[data-place="own"]', async () => {
      const own = this.#input('own');
      const before = this.#open.questions.length;
      const said = this.#add({ side: OWN.id, text: own.value });
      latest = said;
      if (this.#open.questions.length > before) own.value = '';
      own.focus();
      const message = await said;
      // Storing one question may take longer than refusing the next.
      if (said === latest) this.say(message);
    });
  }

  /** Wires the buttons that print, copy, schedule or share the open card. */
  #wireOutput(): void {
    const on = (action: string, act: (card: KeptCard) => unknown): void => {
      this.on(action, () =>
        this.#open.questions.length === 0 ? this.say('Put a question on the card first.') : act(this.#open),
      );
    };
    const copy = (text: string, what: string): Promise<void> =>
      copyOrShow(this, text, what, (message) => this.say(message));
    on('print', () => printOnly(this.find('.paper-card')));
    on('copy', (card) => copy(cardText(card), 'the card'));
    on('link', (card) => copy(address() + cardFragment(card), 'the link'));
    on('calendar', (card) => {
      const { day, time } = card;
      if (day === undefined || time === undefined)
        return this.say('Choose the day and the time of the meeting first.');
      return this.calendar(
        'question-card',
        [cardEvent(this.#id ?? day, card, { day, time }, address())],
        'The reminder is in your downloads. Open it with your calendar.',
      );
    });
  }

  /** Shows the card of a shared link; it is stored only if the reader agrees. */
  #showShared(): void {
    if (!location.hash.startsWith(CARD_FRAGMENT)) return;
    const panel = this.find('.shared-card');
    const card = cardFromFragment(location.hash);
    const close = (focused: HTMLElement): void => {
      panel.hidden = true;
      // Removed from the address too, so that a reload does not show the card again.
      history.replaceState(history.state, '', location.pathname + location.search);
      focused.focus();
    };
    const keep = (shared: Card): HTMLButtonElement =>
      button('Keep this card', () => {
        void this.#addCard(shared, `Kept: "${titleOf(shared)}". Your other cards are as they were.`);
        close(this.#input('title'));
      });
    requireElement(panel, '[role="status"]').textContent =
      card === undefined
        ? 'This link holds no card that we can read. It may have been cut off on its way: ask for it again. Your own cards are as they were.'
        : 'It came with the link that you opened. Keep it only if you trust who sent it; your own cards stay as they are.';
    requireElement(panel, '[data-place="shared-card"]').replaceChildren(
      ...(card === undefined ? [] : readableCard(card)),
    );
    requireElement(panel, '.tool-actions').replaceChildren(
      ...(card === undefined ? [] : [keep(card)]),
      button('Close', () => close(this.find('.situations a'))),
    );
    panel.hidden = false;
    requireElement(panel, 'h2').focus();
  }
}

customElements.define('question-cards', QuestionCards);
