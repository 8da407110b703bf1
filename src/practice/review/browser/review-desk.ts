import '../../../components/lesson/browser/check-question.ts';
import { button } from '../../../utils/browser/controls.ts';
import { changeSlice, readSlice } from '../../../storage/browser/personal-part.ts';
import { idsIn, showLesson } from './lessons.ts';
import { askSurely } from './question-step.ts';
import { reminder } from './reminder.ts';
import { summaryList, type AnsweredHere } from './summary.ts';
import { changePersonal } from '../../../storage/browser/store.ts';
import { checksSlice } from '../../../storage/checks.ts';
import { reviewSlice } from '../slice.ts';
import type { Result } from '../../../course/questions.ts';
import { rate, type Sureness } from '../rating.ts';
import { dueOf, rated } from '../schedule.ts';
import { chooseSession, countsOf, waiting, type Known, type Waiting } from '../session.ts';
import { overview, sessionWords, verdictOf } from '../words.ts';

function paragraph(text: string, role?: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  if (role !== undefined) made.setAttribute('role', role);
  return made;
}

/**
 * `<review-desk data-url>`: brings back the questions that stand in the templates of its lessons
 * (`li[data-lesson][data-number]`). Shows what is due, asks up to ten, and sums up. Everything happens on this device.
 *
 * Without JavaScript it says what it would do and leads to the questions in the lessons.
 */
class ReviewDesk extends HTMLElement {
  #known: Known[] = [];
  #inSession = false;
  #unkept = false;

  readonly #returned = (event: PageTransitionEvent): void => {
    if (!event.persisted || this.#inSession) return;
    // Back from a lesson, the page is as it was left; what was answered there is read anew.
    changePersonal(() => undefined);
    this.#showOverview();
  };

  connectedCallback(): void {
    this.#known = this.#lessons().flatMap((item) =>
      idsIn(item).map((id) => ({ id, lesson: item.dataset['lesson'] ?? '' })),
    );
    this.#showOverview();
    addEventListener('pageshow', this.#returned);
  }

  disconnectedCallback(): void {
    removeEventListener('pageshow', this.#returned);
  }

  #lessons(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-lesson]')];
  }

  /** Shows a state of the page under its heading, and leads the focus there where somebody asked for it. */
  #show(title: string, parts: (Node | string)[], focus = true): void {
    const heading = this.querySelector<HTMLElement>('h2');
    if (heading === null) return;
    heading.textContent = title;
    const unkept = 'This browser does not let us keep your review. It works until you leave this page.';
    this.querySelector('.review-today')?.replaceChildren(
      ...parts,
      ...(this.#unkept ? [paragraph(unkept)] : []),
    );
    if (focus) heading.focus();
  }

  #showOverview(focus = false): void {
    this.#inSession = false;
    const now = new Date();
    const questions = waiting(this.#known, readSlice(reviewSlice));
    const session = chooseSession(questions, now);
    const start = button(session.length === 1 ? 'Answer it' : `Answer ${session.length} now`, () => {
      this.#inSession = true;
      this.#ask(session, []);
    });
    start.classList.add('primary', 'button');
    this.#show(
      'Today',
      [
        paragraph(overview(countsOf(questions, now), now), 'status'),
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
        this.#add(ids);
      });
  }

  #add(ids: readonly string[]): void {
    const at = new Date().toISOString();
    this.#unkept = !changeSlice(reviewSlice, (data) => ({
      ...Object.fromEntries(ids.map((id) => [id, { at }])),
      ...data,
    }));
    if (this.#inSession) this.#showLessons();
    else this.#showOverview();
  }

  /** Asks the next question of a session, or sums it up where none is left. */
  #ask(session: readonly Waiting[], answers: AnsweredHere[]): void {
    const next = session[answers.length];
    const question = next && this.#copyOf(next);
    if (question === undefined) {
      this.#sumUp(answers);
      return;
    }
    const from = this.querySelector(`[data-lesson="${next?.lesson ?? ''}"] a`)?.textContent ?? '';
    const lesson = paragraph(`From the lesson “${from}”`);
    lesson.className = 'eyebrow';
    const status = paragraph('', 'status');
    const actions = document.createElement('div');
    actions.className = 'tool-actions';
    actions.append(
      button('Stop here', () => {
        if (answers.length === 0) this.#showOverview(true);
        else this.#sumUp(answers);
      }),
    );
    this.#show(`Question ${answers.length + 1} of ${session.length}`, [lesson, question, status, actions]);
    askSurely(question, (result, sureness) => {
      const answer = this.#keep(question, result, sureness);
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

  /** Rates the question by its answer and keeps when it returns. */
  #keep(question: HTMLElement, result: Result, sureness: Sureness): AnsweredHere {
    const { id } = question;
    const now = new Date();
    const at = now.toISOString();
    let due = now;
    const kept = [
      changeSlice(reviewSlice, (data) => {
        const record = rated(data[id] ?? { at }, rate(result, sureness), now);
        due = dueOf(record);
        return { ...data, [id]: record };
      }),
      changeSlice(checksSlice, (data) => ({ ...data, [id]: { at, ...result } })),
    ];
    this.#unkept = kept.includes(false);
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
    this.#inSession = false;
    this.#show('How it went', [
      paragraph(sessionWords(answers)),
      summaryList(answers, new Date()),
      button('Back to what is due', () => {
        this.#showOverview(true);
      }),
    ]);
  }
}

customElements.define('review-desk', ReviewDesk);
