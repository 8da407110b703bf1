import { encodeScores } from '../code.ts';
import { nextLessons, type Taught } from '../reading.ts';
import { scoresOf, stateOf, weakerFirst, type Answers } from '../scores.ts';
import { scoresSaid, verdictOf } from '../words.ts';
import { pairOf } from '../../../course/sides.ts';
import { SIDE_NAMES } from '../../../site.ts';
import { button } from '../../../utils/browser/controls.ts';
import { copyButton } from './copy-button.ts';
import { showDots } from './dots.ts';
import { momentText, part, worded } from './parts.ts';

/** The result section: scores, dot, what to read and plan next, and the code for a team. */
export class ResultView {
  readonly #section: HTMLElement;
  readonly #statements: readonly Taught[];
  readonly #lessonLinks: ParentNode;
  readonly #notKept = worded('p', '', 'balance-not-kept');

  /** @param lessonLinks where a link to each lesson is rendered */
  constructor(
    section: HTMLElement,
    statements: readonly Taught[],
    lessonLinks: ParentNode,
    onAgain: () => void,
  ) {
    this.#section = section;
    this.#statements = statements;
    this.#lessonLinks = lessonLinks;
    this.#notKept.hidden = true;
    this.#notKept.textContent =
      'This browser could not keep this result. It is here until you leave the page; print it or note the two scores.';
    part(section, 'h2').after(this.#notKept);
    const code = (): string => part(section, '.balance-code-text').textContent ?? '';
    part(section, '.balance-code').append(copyButton('Copy the code', code));
    part(section, '.balance-result-actions').append(
      button('Answer again', onAgain),
      button('Print this result', () => {
        print();
      }),
    );
  }

  /**
   * Shows the result of some answers.
   * @returns whether they can be scored by today's statements
   */
  show(answers: Answers, at: string, kept: boolean): boolean {
    const sides = pairOf(SIDE_NAMES);
    const scores = scoresOf(answers, this.#statements, sides);
    if (scores === undefined) return false;
    const section = this.#section;
    part(section, 'h2').textContent = `Where you stood in the week to ${momentText(at)}`;
    this.#notKept.hidden = kept;
    sides.forEach(({ id }, place) => {
      part(section, `[data-score="${id}"]`).textContent = `${scores[place]} of 100`;
    });
    part(section, '.balance-verdict').textContent = verdictOf(scores, sides);
    const state = stateOf(scores);
    for (const item of section.querySelectorAll<HTMLElement>('[data-state]'))
      item.hidden = item.dataset['state'] !== state;
    const name = part(section, `[data-state=${state}] a`).textContent ?? '';
    showDots(section, [{ scores, count: 1 }], `${scoresSaid(scores, sides)} The field: ${name}.`);
    const [weaker] = weakerFirst(scores, sides) ?? [];
    for (const link of section.querySelectorAll<HTMLAnchorElement>('[data-plan]')) {
      const { plan } = link.dataset;
      link.hidden = weaker !== undefined && plan !== weaker.id;
      // A state for the script there, not a place on that page.
      link.hash = `side=${plan}`;
    }
    const lessons = nextLessons(answers, this.#statements, scores, sides);
    part(section, '.balance-next').hidden = lessons.length === 0;
    part(section, '.balance-none-rare').hidden = lessons.length > 0;
    part(section, '.balance-next ul').replaceChildren(
      ...lessons.map(({ lesson, statements }) => this.#lesson(lesson, statements)),
    );
    part(section, '.balance-code-text').textContent = encodeScores(scores);
    return true;
  }

  #lesson(lesson: string, statements: readonly Taught[]): HTMLLIElement {
    const item = document.createElement('li');
    item.append(part<HTMLAnchorElement>(this.#lessonLinks, `[data-lesson="${lesson}"] a`).cloneNode(true));
    const acts = document.createElement('ul');
    acts.append(...statements.map(({ text }) => worded('li', text)));
    item.append(acts);
    return item;
  }
}
