import { encodeScores } from '../code.ts';
import { nextLessons, type Taught } from '../reading.ts';
import { scoresOf, stateOf, weakerFirst, type Answers } from '../scores.ts';
import { momentText, scoresText, verdictOf } from '../words.ts';
import { pairOf } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { copyButton } from './copy-button.ts';
import { showDots } from './dots.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';

/** The result section: scores, dot, lessons to read and plan next, and the code for a team. */
export class ResultView {
  readonly #section: HTMLElement;
  readonly #statements: readonly Taught[];
  readonly #lessonLinks: ParentNode;
  readonly #notStored = h(
    'p',
    { class: 'balance-not-kept', hidden: true },
    'This browser could not keep this result. It is here until you leave the page; print it or note the two scores.',
  );

  /** @param lessonLinks element that contains a rendered link to each lesson */
  constructor(
    section: HTMLElement,
    statements: readonly Taught[],
    lessonLinks: ParentNode,
    onAgain: () => void,
  ) {
    this.#section = section;
    this.#statements = statements;
    this.#lessonLinks = lessonLinks;
    requireElement(section, 'h2').after(this.#notStored);
    const code = (): string => requireElement(section, '.balance-code-text').textContent ?? '';
    requireElement(section, '.balance-code').append(copyButton('the code', code));
    requireElement(section, '.balance-result-actions').append(
      button('Answer again', onAgain),
      button('Print this result', () => {
        print();
      }),
    );
  }

  /**
   * Shows the result of some answers.
   * @returns whether they can be scored with the current statements
   */
  show(answers: Answers, at: string, stored: boolean): boolean {
    const sides = pairOf(SIDE_NAMES);
    const scores = scoresOf(answers, this.#statements, sides);
    if (scores === undefined) return false;
    const section = this.#section;
    requireElement(section, 'h2').textContent = `Where you stood in the week to ${momentText(at)}`;
    this.#notStored.hidden = stored;
    sides.forEach(({ id }, place) => {
      requireElement(section, `[data-score="${id}"]`).textContent = `${scores[place]} of 100`;
    });
    requireElement(section, '.balance-verdict').textContent = verdictOf(scores, sides);
    const state = stateOf(scores);
    for (const item of section.querySelectorAll<HTMLElement>('[data-state]'))
      item.hidden = item.dataset['state'] !== state;
    const name = requireElement(section, `[data-state=${state}] a`).textContent ?? '';
    showDots(section, [{ scores, count: 1 }], `${scoresText(scores, sides)} The field: ${name}.`);
    const [weaker] = weakerFirst(scores, sides) ?? [];
    for (const link of section.querySelectorAll<HTMLAnchorElement>('[data-plan]')) {
      const { plan } = link.dataset;
      link.hidden = weaker !== undefined && plan !== weaker.id;
      // The fragment is a setting for the script of that page, not an id on it.
      link.hash = `side=${plan}`;
    }
    const lessons = nextLessons(answers, this.#statements, scores, sides);
    requireElement(section, '.balance-next').hidden = lessons.length === 0;
    requireElement(section, '.balance-none-rare').hidden = lessons.length > 0;
    requireElement(section, '.balance-next ul').replaceChildren(
      ...lessons.map(({ lesson, statements }) => this.#lesson(lesson, statements)),
    );
    requireElement(section, '.balance-code-text').textContent = encodeScores(scores);
    return true;
  }

  #lesson(lesson: string, statements: readonly Taught[]): HTMLLIElement {
    const link = requireElement(this.#lessonLinks, `[data-lesson="${lesson}"] a`).cloneNode(true);
    return h('li', {}, link, h('ul', {}, ...statements.map(({ text }) => h('li', {}, text))));
  }
}
