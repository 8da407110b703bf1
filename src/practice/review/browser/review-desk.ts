import '../../../components/lesson/browser/check-question.ts';
import { button, h } from '../../../utils/elements.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { idsIn, showLesson } from './lessons.ts';
import { askSurely } from './question-step.ts';
import { reminder } from './reminder.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { checksSlice } from '../../../storage/checks.ts';
import { reviewSlice } from '../slice.ts';
import type { Result } from '../../../course/questions.ts';
import { isRight, rate, type Sureness } from '../rating.ts';
import { dueOf, rated } from '../schedule.ts';
import {
  chooseSession,
  countsOf,
  inOrder,
  waiting,
  type Answered,
  type Known,
  type Waiting,
} from '../session.ts';
import { overview, sessionWords, verdictOf } from '../words.ts';

/** An answered question, with its text and the address of the passage that explains it. */
interface AnsweredHere extends Answered {
  prompt: string;
  passage: string;
}

/** The list of answers, those most useful to revisit first; each links to its passage. */
const summaryList = (answers: readonly AnsweredHere[], now: Date): HTMLUListElement =>
  h(
    'ul',
    { class: 'review-answers', role: 'list' },
    ...inOrder(answers).map((answer) =>
      h(
        'li',
        { 'data-verdict': isRight(answer.result) ? 'right' : 'wrong' },
        h('a', { href: answer.passage }, answer.prompt),
        h('br'),
        h('strong', {}, verdictOf(answer, now)),
      ),
    ),
  );

/**
 * `<review-desk data-url>`: reviews questions from the templates of its lessons (`li[data-lesson][data-number]`). Shows
 * how many are due, asks up to ten, and sums up. Everything happens on this device.
 *
 * Without JavaScript the page explains the review and links to the questions in the lessons.
 */
class ReviewDesk extends HTMLElement {
  #known: Known[] = [];
  /** Whether a question or a sum is shown, which no change of the data replaces. */
  #inSession = false;
  #unstored = false;

  #unsubscribe: (() => void) | undefined;

  connectedCallback(): void {
    this.#known = this.#lessons().flatMap((item) =>
      idsIn(item).map((id) => ({ id, lesson: item.dataset['lesson'] ?? '' })),
    );
    this.#unsubscribe = subscribe(() => {
      if (!this.#inSession) this.#showOverview();
    });
  }

  disconnectedCallback(): void {
    this.#unsubscribe?.();
  }

  #lessons(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-lesson]')];
  }

  /** Shows a state of the page under its heading and focuses the heading if asked to. */
  #show(title: string, parts: (Node | string)[], focus = true): void {
    const heading = this.querySelector<HTMLElement>('h2');
    if (heading === null) return;
    heading.textContent = title;
    const unstored = 'This browser does not let us keep your review. It works until you leave this page.';
    this.querySelector('.review-today')?.replaceChildren(
      ...parts,
      ...(this.#unstored ? [h('p', {}, unstored)] : []),
    );
    if (focus) heading.focus();
  }

  #showOverview(focus = false): void {
    this.#inSession = false;
    const now = new Date();
    const questions = waiting(this.#known, readSlice(reviewSlice), now);
    const session = chooseSession(questions, now);
    const start = button(
      session.length === 1 ? 'Answer it' : `Answer ${session.length} now`,
      () => {
        this.#inSession = true;
        this.#ask(session, []);
      },
      { class: 'primary button' },
    );
    this.#show(
      'Today',
      [
        h('p', { role: 'status' }, overview(countsOf(questions, now), now)),
        ...(session.length === 0 ? [] : [start]),
        reminder(this.dataset['url'] ?? ''),
      ],
      focus,
    );
    this.#showLessons();
  }

  #showLessons(): void {
    const data = readSlice(reviewSlice);
    for (const item of this.#lessons())
      showLesson(item, data, (ids) => {
        void this.#add(ids);
      });
  }

  async #add(ids: readonly string[]): Promise<void> {
    const at = new Date().toISOString();
    this.#unstored = !(await changeSlice(reviewSlice, (data) => ({
      ...Object.fromEntries(ids.map((id) => [id, { at }])),
      ...data,
    })));
    if (this.#inSession) this.#showLessons();
    else this.#showOverview();
  }

  /** Asks the next question of a session, or sums up after the last. */
  #ask(session: readonly Waiting[], answers: AnsweredHere[]): void {
    const next = session[answers.length];
    const question = next && this.#copyOf(next);
    if (question === undefined) {
      this.#sumUp(answers);
      return;
    }
    const from = this.querySelector(`[data-lesson="${next?.lesson ?? ''}"] a`)?.textContent ?? '';
    const lesson = h('p', { class: 'eyebrow' }, `From the lesson “${from}”`);
    const status = h('p', { role: 'status' });
    const actions = h(
      'div',
      { class: 'tool-actions' },
      button('Stop here', () => {
        if (answers.length === 0) this.#showOverview(true);
        else this.#sumUp(answers);
      }),
    );
    this.#show(`Question ${answers.length + 1} of ${session.length}`, [lesson, question, status, actions]);
    askSurely(question, (result, sureness) => {
      const answer = this.#store(question, result, sureness);
      answers.push(answer);
      status.textContent = verdictOf(answer, new Date());
      const last = answers.length === session.length;
      actions.replaceChildren(
        button(last ? 'See how it went' : 'Next question', () => {
          this.#ask(session, answers);
        }),
        ...(last ? [] : [...actions.childNodes]),
      );
    });
  }

  #copyOf({ id, lesson }: Waiting): HTMLElement | undefined {
    const template = this.querySelector<HTMLTemplateElement>(`[data-lesson="${lesson}"] template`);
    const question = template?.content.querySelector(`[id="${id}"]`);
    return question == null ? undefined : (document.importNode(question, true) as HTMLElement);
  }

  /** Rates the question by its answer and stores when it is due again. */
  #store(question: HTMLElement, result: Result, sureness: Sureness): AnsweredHere {
    const { id } = question;
    const now = new Date();
    const at = now.toISOString();
    let due = now;
    void Promise.all([
      changeSlice(reviewSlice, (data) => {
        const record = rated(data[id] ?? { at }, rate(result, sureness), now);
        due = dueOf(record, now);
        return { ...data, [id]: record };
      }),
      changeSlice(checksSlice, (data) => ({ ...data, [id]: { at, ...result } })),
    ]).then((stored) => {
      this.#unstored = stored.includes(false);
    });
    return {
      id,
      result,
      sureness,
      due,
      prompt: question.querySelector('h3')?.textContent ?? '',
      passage: question.querySelector<HTMLAnchorElement>('details a[href*="#"]')?.href ?? '',
    };
  }

  #sumUp(answers: readonly AnsweredHere[]): void {
    this.#show('How it went', [
      h('p', {}, sessionWords(answers)),
      summaryList(answers, new Date()),
      button('Back to what is due', () => {
        this.#showOverview(true);
      }),
    ]);
  }
}

customElements.define('review-desk', ReviewDesk);
