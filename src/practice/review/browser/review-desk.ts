import '../../../components/lesson/browser/check-question.ts';
import type { Result } from '../../../course/questions.ts';
import { dueOf, isRight, rate, rated, SURENESS, type Sureness } from '../schedule.ts';
import {
  type Answered,
  chooseSession,
  countsOf,
  inOrder,
  type Known,
  nextWeekday,
  overview,
  sessionWords,
  verdictOf,
  waiting,
  type Waiting,
} from '../session.ts';
import { type ReviewData, reviewSlice } from '../slice.ts';
import { SUBJECT } from '../../../site.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { checksSlice } from '../../../storage/checks.ts';
import { requireElement } from '../../../utils/dom.ts';
import { downloadFile } from '../../../utils/download.ts';
import { button, h, radios } from '../../../utils/elements.ts';

/** The ids of a lesson's questions, from its template. */
export const idsIn = (item: Element): string[] =>
  [...(item.querySelector('template')?.content.querySelectorAll('check-question') ?? [])].map(({ id }) => id);

/**
 * Shows next to a lesson how many of its questions are in review, and offers to add the others.
 * @param add called to add questions; the caller must then call this function again
 */
export function showLesson(item: HTMLElement, data: ReviewData, add: (ids: string[]) => void): void {
  const ids = idsIn(item);
  const missing = ids.filter((id) => !Object.hasOwn(data, id));
  const note = requireElement(item, '.review-have');
  const hadFocus = note.contains(document.activeElement);
  if (missing.length === 0) {
    note.textContent = ' · all in your review';
  } else {
    const have = ids.length - missing.length;
    note.replaceChildren(
      have === 0 ? ' ' : ` · ${have} in your review `,
      button(`Add the questions of lesson ${item.dataset['number'] ?? ''}`, () => {
        add(missing);
      }),
    );
  }
  if (!hadFocus) return;
  // The focused button is gone, so the focus moves to the note.
  note.tabIndex = -1;
  note.focus();
}

/**
 * Makes a `<check-question>` ask how sure the reader is before it checks. Calls back with the first result; answers
 * after the feedback do not count.
 */
export function askSurely(
  question: HTMLElement,
  onAnswered: (result: Result, sureness: Sureness) => void,
): void {
  const form = question.querySelector('form');
  const check = form?.querySelector(':scope > button');
  if (form === null || check == null) return;
  let sureness: Sureness | undefined;
  const group = radios('How sure are you?', `${question.id}-sureness`, Object.entries(SURENESS), (value) => {
    sureness = value as Sureness;
  });
  // No default, so that the reader thinks about it.
  for (const input of group.querySelectorAll('input')) input.checked = false;
  check.before(group);

  form.addEventListener(
    'submit',
    (event) => {
      if (sureness !== undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const status = form.querySelector('[role=status]');
      if (status !== null) status.textContent = 'Answer, and say how sure you are, before you check.';
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

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MINUTES = 5;

/** A control after its label. Inside the label, all options of a select would become part of its accessible name. */
function labelled(text: string, control: HTMLElement): HTMLSpanElement {
  control.id = `reminder-${text.toLowerCase()}`;
  return h('span', {}, h('label', { for: control.id }, text), ' ', control);
}

/** A disclosure with a form that downloads a weekly calendar reminder; nothing is sent. */
export function reminder(url: string): HTMLDetailsElement {
  const day = h(
    'select',
    {},
    ...WEEKDAYS.map((name, index) => new Option(name, String(index), index === 1, index === 1)),
  );
  const time = h('input', { type: 'time', value: '09:00', required: true });
  const status = h('span', { role: 'status' });
  const make = button('Download the reminder (.ics)', () => {
    if (!form.reportValidity()) return;
    download(url, Number(day.value), time.value).then(
      () => {
        status.textContent = 'Downloaded. Open the file to add the reminder to your calendar.';
      },
      () => {
        status.textContent = 'The file could not be made. Check your connection and press the button again.';
      },
    );
  });
  const form = h(
    'form',
    { class: 'tool-actions' },
    labelled('Day', day),
    labelled('Time', time),
    make,
    status,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  return h(
    'details',
    { class: 'review-reminder', 'data-omit': 'print' },
    h('summary', {}, 'Remind me each week'),
    form,
  );
}

async function download(url: string, weekday: number, time: string): Promise<void> {
  const { calendarFile } = await import('../../../utils/calendar-file.ts');
  const now = new Date();
  const event = {
    uid: 'review',
    title: 'Review: answer from memory',
    description: `Up to ten questions of the course on ${SUBJECT}.`,
    url,
    day: nextWeekday(weekday, now),
    time,
    minutes: MINUTES,
    weeks: 0,
    remind: 0,
  };
  downloadFile('review-reminder.ics', 'text/calendar', calendarFile([event], now));
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
