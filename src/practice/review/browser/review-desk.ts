import '../../../components/lesson/browser/check-question.ts';
import { ToolElement } from '../../../components/tool/browser/tool-element.ts';
import type { Result } from '../../../course/questions.ts';
import { SUBJECT } from '../../../site.ts';
import { changeSlice } from '../../../storage/browser/slices.ts';
import { checksSlice, stepsSlice, type Did, type StepReport as Report } from '../../../storage/slices.ts';
import { addDays, firstOn, localDay } from '../../../utils/days.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h, radios } from '../../../utils/elements.ts';
import { dueOf, isRight, rate, rated, SURENESS, type Sureness } from '../schedule.ts';
import {
  chooseSession,
  countsOf,
  inOrder,
  overview,
  sessionWords,
  verdictOf,
  waiting,
  type Answered,
  type Known,
  type Waiting,
  waitingSteps,
} from '../session.ts';
import { slice, type ReviewData } from '../slice.ts';
import { readStore } from '../../../storage/browser/store.ts';

/** The ids of a lesson's questions, from its template. */
const idsIn = (item: Element): string[] =>
  [...(item.querySelector('template')?.content.querySelectorAll('check-question') ?? [])].map(({ id }) => id);

/** Makes a `<check-question>` ask how sure the reader is before it checks. Calls back with the first result. */
function askSurely(question: HTMLElement, onAnswered: (result: Result, sureness: Sureness) => void): void {
  const form = requireElement<HTMLFormElement>(question, 'form');
  let sureness: Sureness | undefined;
  const group = radios('How sure are you?', `${question.id}-sureness`, Object.entries(SURENESS), (value) => {
    sureness = value as Sureness;
  });
  // No default, so that the reader thinks about it.
  for (const input of group.querySelectorAll('input')) input.checked = false;
  requireElement(form, ':scope > button').before(group);
  form.addEventListener(
    'submit',
    (event) => {
      if (sureness !== undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      requireElement(form, '[role=status]').textContent =
        'Answer, and say how sure you are, before you check.';
    },
    true,
  );
  question.addEventListener(
    'answered',
    (event) => {
      // No changes after the feedback is shown.
      group.disabled = true;
      onAnswered((event as CustomEvent<Result>).detail, sureness ?? 'unsure');
    },
    { once: true },
  );
}

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
class ReviewDesk extends ToolElement<ReviewData> {
  protected readonly slice = slice;
  protected readonly notStored =
    'This browser does not let us keep your review. It works until you leave this page.';
  #known: Known[] = [];
  /** Whether a question or a sum is shown, which no change of the data replaces. */
  #inSession = false;
  #day = '';

  protected override wire(): void {
    // A page that stays open overnight has other questions due in the morning.
    document.addEventListener('visibilitychange', () => {
      if (localDay(new Date()) !== this.#day) this.draw();
    });
    this.#known = this.findAll('[data-lesson]').flatMap((item) =>
      idsIn(item).map((id) => ({ id, lesson: item.dataset['lesson'] ?? '' })),
    );
    this.orderWeekdays(this.find('#reminder-day'));
    this.onSubmit('.review-reminder form', () =>
      this.calendar(
        'review-reminder',
        [
          {
            uid: 'review',
            title: 'Review: answer from memory',
            description: `Up to ten questions of the course on ${SUBJECT}.`,
            url: this.dataset['url'] ?? '',
            day: firstOn(Number(this.find<HTMLSelectElement>('#reminder-day').value), addDays(this.#day, 1)),
            time: this.find<HTMLInputElement>('#reminder-time').value,
            minutes: 5,
            weeks: 0,
            remind: 0,
          },
        ],
        'Downloaded. Open the file to add the reminder to your calendar.',
      ),
    );
  }

  protected override draw(): void {
    if (!this.#inSession) this.#showOverview();
    for (const item of this.findAll('[data-lesson]')) this.#showLesson(item);
  }

  #show(title: string, ...parts: (Node | string)[]): void {
    this.find('h2').textContent = title;
    this.find('[data-place="state"]').replaceChildren(...parts);
    this.find('.review-reminder').hidden = this.#inSession;
  }

  /** Shows a state of a session and focuses its heading. */
  #step(title: string, ...parts: (Node | string)[]): void {
    this.#show(title, ...parts);
    this.find('h2').focus();
  }

  #showOverview(): void {
    const now = new Date();
    this.#day = localDay(now);
    const questions = waiting(this.#known, this.data, now);
    const session = chooseSession(questions, now);
    const begin = (): void => {
      this.#inSession = true;
      this.#ask(session, []);
    };
    const words = session.length === 1 ? 'Answer it' : `Answer ${session.length} now`;
    const start = session.length === 0 ? [] : [button(words, begin, { class: 'primary button' })];
    this.#show('Today', h('p', { role: 'status' }, overview(countsOf(questions, now), now)), ...start);
  }

  /** Shows next to a lesson how many of its questions are in review, and offers to add the others. */
  #showLesson(item: HTMLElement): void {
    const ids = idsIn(item);
    const missing = ids.filter((id) => !Object.hasOwn(this.data, id));
    const have = ids.length - missing.length;
    const note = requireElement(item, '.review-have');
    const hadFocus = note.contains(document.activeElement);
    const add = button(`Add the questions of lesson ${item.dataset['number'] ?? ''}`, () => {
      const at = new Date().toISOString();
      void this.change((data) => ({ ...Object.fromEntries(missing.map((id) => [id, { at }])), ...data }));
    });
    if (missing.length === 0) note.replaceChildren(' · all in your review');
    else note.replaceChildren(have === 0 ? ' ' : ` · ${have} in your review `, add);
    if (!hadFocus) return;
    // The focused button is gone, so the focus moves to the note.
    note.tabIndex = -1;
    note.focus();
  }

  #leave(): void {
    this.#inSession = false;
    this.draw();
    this.find('h2').focus();
  }

  /** Asks the next question of a session, or sums up after the last. */
  #ask(session: readonly Waiting[], answers: AnsweredHere[]): void {
    const next = session[answers.length];
    const question = next && this.#copyOf(next);
    if (next === undefined || question === undefined) {
      this.#sumUp(answers);
      return;
    }
    const from = this.find(`[data-lesson="${next.lesson}"] a`).textContent;
    const lesson = h('p', { class: 'eyebrow' }, `From the lesson “${from}”`);
    const status = h('p', { role: 'status' });
    const stop = button('Stop here', () => {
      if (answers.length === 0) this.#leave();
      else this.#sumUp(answers);
    });
    const actions = h('div', { class: 'tool-actions' }, stop);
    this.#step(`Question ${answers.length + 1} of ${session.length}`, lesson, question, status, actions);
    askSurely(question, (result, sureness) => {
      const answer = this.#store(question, result, sureness);
      answers.push(answer);
      status.textContent = verdictOf(answer, new Date());
      const isLast = answers.length === session.length;
      const go = button(isLast ? 'See how it went' : 'Next question', () => this.#ask(session, answers));
      actions.replaceChildren(go, ...(isLast ? [] : [stop]));
    });
  }

  #copyOf({ id, lesson }: Waiting): HTMLElement | undefined {
    const { content } = this.find<HTMLTemplateElement>(`[data-lesson="${lesson}"] template`);
    const question = content.querySelector<HTMLElement>(`[id="${id}"]`);
    return question === null ? undefined : document.importNode(question, true);
  }

  /** Rates the question by its answer and stores when it is due again. */
  #store(question: HTMLElement, result: Result, sureness: Sureness): AnsweredHere {
    const { id } = question;
    const now = new Date();
    const at = now.toISOString();
    let due = now;
    void this.change((data) => {
      const record = rated(data[id] ?? { at }, rate(result, sureness), now);
      due = dueOf(record, now);
      return { ...data, [id]: record };
    });
    void changeSlice(checksSlice, (data) => ({ ...data, [id]: { at, ...result } }));
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
    const back = button('Back to what is due', () => this.#leave());
    this.#step('How it went', h('p', {}, sessionWords(answers)), summaryList(answers, new Date()), back);
  }
}

customElements.define('review-desk', ReviewDesk);

/** `<step-report>`: asks about the step of one lesson (`[data-step]`) and keeps the report on this device. */
class StepReport extends ToolElement<Report[]> {
  protected readonly slice = stepsSlice;
  protected readonly notStored =
    'This browser does not let us keep it. Copy what you wrote before you leave this page.';
  /** The step that is asked about, until the page is left. */
  #step: HTMLElement | undefined;

  protected override wire(): void {
    this.onSubmit('form', async () => {
      const note = this.find<HTMLTextAreaElement>('textarea').value.trim();
      const report: Report = {
        at: new Date().toISOString(),
        lesson: this.#step?.dataset['step'] ?? '',
        did: this.find<HTMLInputElement>('input:checked').value as Did,
        ...(note === '' ? {} : { note }),
      };
      const isStored = await this.change((reports) => [...reports, report], 'Kept on this device.');
      this.find('form').hidden = isStored;
      this.find('[data-kept]').hidden = !isStored;
      // The focused button is gone, so the focus moves to the note.
      this.find('[data-place="said"]').focus();
    });
  }

  protected override draw(): void {
    if (this.#step !== undefined) return;
    const steps = this.findAll('[data-step]');
    const [step] = waitingSteps(readStore().lessons, this.data, new Date()).flatMap((id) =>
      steps.filter(({ dataset }) => dataset['step'] === id),
    );
    if (step === undefined) return;
    this.#step = step;
    this.hidden = step.hidden = false;
  }
}

customElements.define('step-report', StepReport);
