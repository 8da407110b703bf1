import '../../../components/lesson/browser/check-question.ts';
import '../../../components/comparison/browser/comparison-table.ts';
import '../../../components/lesson/browser/concept-term.ts';
import './package.css';
import { isPackageFormat } from '../formats.ts';
import { emptyState, packState, unpackState, type LearnerState } from '../learner-state.ts';
import { isLessonCompleted, outcomeOf, type Demand } from '../outcome.ts';
import type { Report } from '../session.ts';
import type { Result } from '../../../course/questions.ts';
import { button } from '../../../utils/browser/controls.ts';
import { connect } from './connect.ts';
import { LessonView } from './lesson-view.ts';
import { SessionRefused, type LmsSession } from './lms-session.ts';
import { watchReading } from './watch-reading.ts';

/** Milliseconds after which a place that was read is told, and after which what was not taken is told again. */
const TELL_AFTER = 3000;
/** Milliseconds between two attempts to begin a session, once they have grown. */
const LONGEST_PAUSE = 60_000;

const SAID = {
  alone: 'No learning system was found, so nothing is recorded. You can read and practice all the same.',
  connected: 'Your learning system keeps your progress.',
  looking: "You're previewing or reviewing this lesson, so nothing is recorded.",
  refused:
    "Your LMS didn't start a session, so nothing is recorded. Close this page and open it there again.",
  failing: 'Your learning system does not answer, so your progress may not be kept. You can read on.',
  left: 'Your progress is kept. You can close this window.',
} as const;

type Said = keyof typeof SAID;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/**
 * `<lms-package data-format data-passing>` around the contents and the lessons (`.package-lesson`, with `data-key` and
 * `data-scored`) of a package for learning systems: shows one lesson at a time, and tells the learning system where
 * the learner is, what was answered, and when it is completed. Nothing is kept in the browser. Without a learning
 * system, or with one that fails, the lessons can be read and practiced as ever.
 */
class LmsPackage extends HTMLElement {
  readonly #started = performance.now();
  readonly #status = document.createElement('p');
  #lessons: HTMLElement[] = [];
  #view: LessonView | undefined;
  #demand: Demand = { lessons: [], passing: undefined };
  #state: LearnerState = new Map();
  #place = '';
  #session: LmsSession | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Answers given before it was known what the learning system remembers. */
  #early: [question: HTMLElement, result: Result][] | undefined = [];

  connectedCallback(): void {
    if (this.#lessons.length > 0) return;
    this.#lessons = [...this.querySelectorAll<HTMLElement>('.package-lesson')];
    const passing = Number(this.dataset['passing'] ?? NaN);
    this.#demand = {
      lessons: this.#lessons.map(({ dataset }) => ({
        key: dataset['key'] ?? '',
        scored: [...(dataset['scored'] ?? '')].map((digit) => digit === '1'),
      })),
      passing: Number.isNaN(passing) ? undefined : passing,
    };
    this.#state = emptyState(this.#shapes);
    this.#view = new LessonView(this.querySelector('#contents'), this.#lessons);
    this.#status.className = 'note';
    this.#status.setAttribute('role', 'status');
    this.append(this.#status);
    this.addEventListener('answered', (event) => {
      const { target, detail } = event as CustomEvent<Result>;
      this.#answered(target as HTMLElement, detail);
    });
    void this.#open();
  }

  get #shapes(): { key: string; questions: number }[] {
    return this.#demand.lessons.map(({ key, scored }) => ({ key, questions: scored.length }));
  }

  async #open(): Promise<void> {
    const format = this.dataset['format'];
    const session = isPackageFormat(format) ? await connect(format) : undefined;
    const said = session === undefined ? 'alone' : await this.#start(session);
    if (this.#place !== '') this.#view?.goTo(this.#place);
    const early = this.#early ?? [];
    this.#early = undefined;
    this.#showAnswers();
    for (const [question, result] of early) this.#answered(question, result);
    this.#say(said);
    this.#listen();
    // A lesson that was opened is begun, even if nothing more happens.
    if (this.#session !== undefined) this.#tellSoon(0);
    if (session !== undefined && said === 'failing') this.#startLater(session, TELL_AFTER);
  }

  /** Begins the session, and takes up what the learning system remembers. @returns what to say of it */
  async #start(session: LmsSession): Promise<Said> {
    try {
      const launch = await session.start();
      this.#session = session;
      this.#recall(launch.data);
      this.#place ||= launch.location;
      this.#demand = { ...this.#demand, passing: launch.passing ?? this.#demand.passing };
      return launch.readOnly ? 'looking' : 'connected';
    } catch (error) {
      return error instanceof SessionRefused ? 'refused' : 'failing';
    }
  }

  /** Tries again, ever less often; what is answered meanwhile counts once it works. */
  #startLater(session: LmsSession, after: number): void {
    const again = async (): Promise<void> => {
      const said = await this.#start(session);
      if (said === 'failing') {
        this.#startLater(session, Math.min(2 * after, LONGEST_PAUSE));
        return;
      }
      this.#showAnswers();
      this.#say(said);
      this.#tellSoon(0);
    };
    setTimeout(() => void again(), after);
  }

  /** Puts what the system remembers before what was done here: first answers count. */
  #recall(data: string): void {
    const remembered = unpackState(data, this.#shapes);
    for (const [key, now] of this.#state) {
      const then = remembered.get(key);
      now.ended ||= then?.ended ?? false;
      now.answers = now.answers.map((answer, index) => then?.answers[index] ?? answer);
    }
  }

  #showAnswers(): void {
    for (const lesson of this.#lessons)
      for (const index of this.#questions(lesson).keys()) this.#showAnswer(lesson, index);
  }

  #listen(): void {
    watchReading(
      this.#lessons,
      (id) => {
        if (id === this.#place) return;
        this.#place = id;
        if (this.#timer === undefined) this.#tellSoon(TELL_AFTER);
      },
      (lesson) => {
        const state = this.#stateOf(lesson);
        if (state === undefined || state.ended) return;
        state.ended = true;
        this.#tellSoon(0);
      },
    );
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.#tell(true);
    });
    addEventListener('pagehide', () => {
      void this.#session?.finish(this.#report());
    });
    // A page that comes back as it was left has no session any more.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted && this.#session !== undefined) location.reload();
    });
  }

  #stateOf = (lesson: HTMLElement): ReturnType<LearnerState['get']> =>
    this.#state.get(lesson.dataset['key'] ?? '');

  #questions = (lesson: HTMLElement): HTMLElement[] => [
    ...lesson.querySelectorAll<HTMLElement>('check-question'),
  ];

  #answered(question: HTMLElement, result: Result): void {
    if (this.#early !== undefined) {
      this.#early.push([question, result]);
      return;
    }
    const lesson = this.#lessons.find((each) => each.contains(question));
    if (lesson === undefined) return;
    const index = this.#questions(lesson).indexOf(question);
    const answers = this.#stateOf(lesson)?.answers;
    if (answers === undefined || index < 0) return;
    answers[index] ??= result;
    this.#showAnswer(lesson, index);
    this.#tellSoon(0);
  }

  /** Says below a question what its first answer came to. */
  #showAnswer(lesson: HTMLElement, index: number): void {
    const question = this.#questions(lesson)[index];
    const answer = this.#stateOf(lesson)?.answers[index];
    if (question === undefined || answer === undefined) return;
    const note = question.querySelector('.first-answer') ?? document.createElement('p');
    note.className = 'note first-answer';
    note.textContent = `Your first answer: ${answer.right} of ${answer.of} right.`;
    question.append(note);
  }

  #report(): Report {
    return {
      outcome: outcomeOf(this.#demand, this.#state),
      location: this.#place,
      data: packState(this.#state),
      elapsed: performance.now() - this.#started,
    };
  }

  /** In a moment, so that what the reader did shows first, however slow the system is. */
  #tellSoon(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#tell();
    }, after);
  }

  async #tell(leaving = false): Promise<void> {
    this.#show();
    if (this.#session === undefined) return;
    const taken = await this.#session.save(this.#report(), leaving);
    if (taken) {
      if (this.#status.dataset['said'] === 'failing') this.#say('connected');
      return;
    }
    this.#say('failing');
    if (this.#timer === undefined && !leaving) this.#tellSoon(TELL_AFTER);
  }

  /** What is completed, in the contents and below the lesson. */
  #show(): void {
    this.#view?.mark((lesson) => {
      const index = this.#lessons.indexOf(lesson);
      const demand = this.#demand.lessons[index];
      return demand !== undefined && isLessonCompleted(demand, this.#state, this.#demand.passing);
    });
    const said = this.#status.dataset['said'];
    if (said !== undefined) this.#say(said as Said);
  }

  #say(said: Said): void {
    const { completed, score, passed } = outcomeOf(this.#demand, this.#state);
    const words = [
      completed ? 'Completed.' : '',
      score === undefined ? '' : `Score of your first answers: ${percent(score)}.`,
      passed === undefined
        ? ''
        : passed
          ? 'Passed.'
          : `Not passed: ${percent(this.#demand.passing ?? 0)} is asked for.`,
      SAID[said],
    ];
    const text = words.filter((part) => part !== '').join(' ');
    this.#status.dataset['said'] = said;
    if (this.#status.textContent !== text) this.#status.textContent = text;
    const target = this.#session?.returnTo;
    if (target !== undefined && this.querySelector('.leave') === null) this.#offerToLeave(target);
  }

  /** A system that says where learners go from here expects that the page leads there. */
  #offerToLeave(target: string): void {
    const leave = button('Save and leave', () => {
      void this.#session?.finish(this.#report()).then(() => {
        this.#say('left');
        location.assign(target);
      });
    });
    leave.className = 'leave';
    this.#status.after(leave);
  }
}

customElements.define('lms-package', LmsPackage);
