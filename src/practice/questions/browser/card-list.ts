import { moveQuestion, questionLabel, removeQuestion, titleOf } from '../card.ts';
import { LONGEST_TITLE, type Card } from '../slice.ts';
import { button, h } from '../../../utils/elements.ts';

/** A question of a card, after the label of its side. */
const line = (question: Card['questions'][number]): HTMLElement[] => [
  h('span', { class: 'label' }, `${questionLabel(question)}:`),
  h('span', {}, question.text),
];

/** Shows the questions of a card, each with buttons that move or remove it. */
export function showQuestions(list: HTMLElement, card: Card, change: (card: Card) => void): void {
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

/** Makes a card to read or print: its title, an optional time, and its questions. */
export const readableCard = (card: Card, when = ''): HTMLElement[] => [
  h('h3', {}, titleOf(card).slice(0, LONGEST_TITLE)),
  ...(when === '' ? [] : [h('p', {}, when)]),
  h(
    'ol',
    { class: 'card-list' },
    ...card.questions.map((question) => h('li', { 'data-side': question.side }, ...line(question))),
  ),
];
