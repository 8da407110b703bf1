import { LONGEST_TITLE, moveQuestion, questionLabel, removeQuestion, titleOf, type Card } from '../card.ts';
import { button } from '../../../utils/browser/controls.ts';

/** A question of a card with what it is. */
function line(question: Card['questions'][number]): HTMLElement[] {
  const label = document.createElement('span');
  label.className = 'label';
  label.textContent = `${questionLabel(question)}:`;
  const words = document.createElement('span');
  words.textContent = question.text;
  return [label, words];
}

/** The questions of a card, each with buttons that move it or take it off. */
export function showQuestions(list: HTMLElement, card: Card, change: (card: Card) => void): void {
  const last = card.questions.length - 1;
  list.replaceChildren(
    ...card.questions.map((question, index) => {
      const item = document.createElement('li');
      item.dataset['side'] = question.side;
      const actions = document.createElement('span');
      actions.className = 'tool-actions';
      /** Draws the list anew, and leaves the focus on the question where it has gone. */
      const act = (name: string, then: () => Card, focusAt: number, off = false): HTMLButtonElement => {
        const made = button(name, () => {
          if (made.getAttribute('aria-disabled') === 'true') return;
          change(then());
          const next = list.querySelector<HTMLElement>(
            `li:nth-child(${Math.max(0, focusAt) + 1}) [data-act="${name}"]`,
          );
          (next ?? list).focus();
        });
        made.dataset['act'] = name;
        made.setAttribute('aria-label', `${name}: ${question.text}`);
        // Not disabled: a button that loses its focus loses the reader's place.
        if (off) made.setAttribute('aria-disabled', 'true');
        return made;
      };
      actions.append(
        act('Up', () => moveQuestion(card, index, -1), index - 1, index === 0),
        act('Down', () => moveQuestion(card, index, 1), index + 1, index === last),
        act('Remove', () => removeQuestion(card, index), Math.min(index, last - 1)),
      );
      item.append(...line(question), actions);
      return item;
    }),
  );
}

/** A card as it is read: its title and its questions, with a line to write on below each. */
export function readableCard(card: Card, when = ''): HTMLElement[] {
  const title = document.createElement('h3');
  title.textContent = titleOf(card).slice(0, LONGEST_TITLE);
  const moment = document.createElement('p');
  moment.textContent = when;
  const list = document.createElement('ol');
  list.className = 'card-list';
  list.append(
    ...card.questions.map((question) => {
      const item = document.createElement('li');
      item.dataset['side'] = question.side;
      item.append(...line(question));
      return item;
    }),
  );
  return [title, ...(when === '' ? [] : [moment]), list];
}
