import { readLaunch } from '../cmi5.ts';
import { type PackageFormat, isPackageFormat } from '../package-choice.ts';
import { SCORM_12, SCORM_2004 } from '../scorm.ts';
import { Cmi5Session } from './cmi5-session.ts';
import { awaitApi, ScormSession } from './scorm-session.ts';
import { type Decision, type LmsSession, type Report, SessionRefused } from '../session.ts';
import '../../../collections/case/browser/case-walk.ts';
import { choicesOf, wayFragment, type ReadWay } from '../../../collections/case/way.ts';
import '../../../components/lesson/browser/check-question.ts';
import '../../../components/comparison/browser/comparison-table.ts';
import '../../../components/lesson/browser/notes.ts';
import './package.css';
import {
  emptyState,
  packState,
  unpackState,
  type LearnerState,
  isLessonCompleted,
  outcomeOf,
  type Demand,
} from '../learner-state.ts';
import type { Result } from '../../../course/questions.ts';
import { button, h } from '../../../utils/elements.ts';
import { watchReading } from './watch-reading.ts';

/** Connects to the learning system that opened the page; undefined if there is none. */
async function connect(format: PackageFormat): Promise<LmsSession | undefined> {
  if (format === 'cmi5') {
    const launch = readLaunch(location.search);
    return launch && new Cmi5Session(launch);
  }
  const model = format === 'scorm-1.2' ? SCORM_12 : SCORM_2004;
  const api = await awaitApi(model.api);
  return api && new ScormSession(api, model);
}

/** Milliseconds before a new reading position is reported, and before a failed report is retried. */
const REPORT_AFTER = 3000;
/** The longest pause between attempts to start a session, in milliseconds. */
const LONGEST_PAUSE = 60_000;

const STATUS = {
  alone: 'No learning system was found, so nothing is recorded. You can read and practice all the same.',
  connected: 'Your learning system keeps your progress.',
  looking: "You're previewing or reviewing this lesson, so nothing is recorded.",
  refused:
    "Your LMS didn't start a session, so nothing is recorded. Close this page and open it there again.",
  failing: 'Your learning system does not answer, so your progress may not be kept. You can read on.',
  left: 'Your progress is kept. You can close this window.',
} as const;

type Status = keyof typeof STATUS;

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** What is recorded of the last step of a walk. */
function decisionOf(walk: HTMLElement, { scene, choice }: ReadWay['steps'][number]): Decision {
  const textOf = (selector: string): string => walk.querySelector(selector)?.textContent.trim() ?? '';
  return {
    scene,
    title: textOf(`#${scene} h2`),
    choices: [...walk.querySelectorAll(`#${scene} details[data-choice]`)].map((each) => ({
      id: each.getAttribute('data-choice') ?? '',
      text: each.querySelector('summary')?.textContent.trim() ?? '',
    })),
    taken: choice,
    was: textOf(`[data-was="${scene}.${choice}"] strong`)
      .toLowerCase()
      .replace(/[^a-z]/g, ''),
    at: new Date().toISOString(),
  };
}

/**
 * `<lms-package data-format data-passing data-scores>` around the contents and the lessons (`.package-lesson`, with
 * `data-key` and `data-scored`) of a package for learning systems: reports the position, the answers, the completion, and
 * the decisions in a case. Nothing is stored in the browser. Without a working learning
 * system, learners can still read and practice.
 */
class LmsPackage extends HTMLElement {
  readonly #started = performance.now();
  readonly #status = h('p', { class: 'note', role: 'status' });
  readonly #disconnected = new AbortController();
  #lessons: HTMLElement[] = [];
  #demand: Demand = { lessons: [], passing: undefined };
  #state: LearnerState = new Map();
  #place = '';
  /** The choices of the walk through a case, and the decisions of this session. */
  #way: string[] = [];
  readonly #decisions: Decision[] = [];
  #session: LmsSession | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
      scoresCompletion: this.dataset['scores'] === 'completion',
    };
    this.#state = emptyState(this.#shapes);
    this.append(this.#status);
    this.addEventListener('answered', (event) => {
      const { target, detail } = event as CustomEvent<Result>;
      this.#answered(target as HTMLElement, detail);
    });
    this.addEventListener('walked', (event) => {
      const { target, detail } = event as CustomEvent<ReadWay>;
      this.#walked(target as HTMLElement, detail);
    });
    // Style sheets show what the fragment names. Its heading has the focus, as at the start of a page.
    const onFragment = (): void => {
      const shown = location.hash === '' ? '#contents' : ':is(.package-lesson, #contents):target';
      const heading = this.querySelector<HTMLElement>(`${shown} h1`);
      heading?.setAttribute('tabindex', '-1');
      heading?.focus();
    };
    addEventListener('hashchange', onFragment, { signal: this.#disconnected.signal });
    void this.#open();
  }

  disconnectedCallback(): void {
    this.#disconnected.abort();
  }

  get #shapes(): { key: string; questions: number }[] {
    return this.#demand.lessons.map(({ key, scored }) => ({ key, questions: scored.length }));
  }

  async #open(): Promise<void> {
    const format = this.dataset['format'];
    const session = isPackageFormat(format) ? await connect(format) : undefined;
    let status = session === undefined ? 'alone' : await this.#start(session);
    this.#resume();
    this.#say(status);
    this.#show();
    this.#listen();
    for (let pause = REPORT_AFTER; session !== undefined && status === 'failing'; pause *= 2) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(pause, LONGEST_PAUSE)));
      status = await this.#start(session);
      this.#say(status);
    }
    // Opening a lesson starts it, even if nothing else happens.
    this.#reportSoon(0);
  }

  /** Starts the session and restores the learner's state. @returns the status to show */
  async #start(session: LmsSession): Promise<Status> {
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

  /** Merges the saved state into that of answers before the start. Saved ones win, because first answers count. */
  #recall(data: string): void {
    const remembered = unpackState(data, this.#shapes);
    for (const [key, now] of this.#state) {
      const then = remembered.get(key);
      now.ended ||= then?.ended ?? false;
      now.answers = now.answers.map((answer, index) => then?.answers[index] ?? answer);
    }
  }

  /** Goes to the place of the last session, which in a case is a way. */
  #resume(): void {
    const way = choicesOf(`#${this.#place}`);
    if (way.length === 0 ? document.getElementById(this.#place) === null : this.#way.length > 0) return;
    this.#way = way;
    location.replace(`#${this.#place}`);
  }

  /** A decision is one step more than before; others come from the links back and from an earlier session. */
  #walked(walk: HTMLElement, { steps }: ReadWay): void {
    const way = steps.map(({ choice }) => choice);
    const last = steps.at(-1);
    if (last !== undefined && way.slice(0, -1).join('.') === this.#way.join('.'))
      this.#decisions.push(decisionOf(walk, last));
    this.#way = way;
    this.#place = wayFragment(way).slice(1);
    this.#reportSoon(0);
  }

  #listen(): void {
    watchReading(
      this.#lessons,
      (id) => {
        // The place in a case is its way.
        if (id === this.#place || this.querySelector('case-walk') !== null) return;
        this.#place = id;
        if (this.#timer === undefined) this.#reportSoon(REPORT_AFTER);
      },
      (lesson) => {
        const state = this.#stateOf(lesson);
        if (state === undefined || state.ended) return;
        state.ended = true;
        this.#reportSoon(0);
      },
    );
    const { signal } = this.#disconnected;
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void this.#sendReport(true);
    };
    const onLeave = (): void => {
      void this.#session?.finish(this.#report());
    };
    /** A page from the back/forward cache has lost its session. */
    const onReturn = ({ persisted }: PageTransitionEvent): void => {
      if (persisted && this.#session !== undefined) location.reload();
    };
    document.addEventListener('visibilitychange', onHidden, { signal });
    addEventListener('pagehide', onLeave, { signal });
    addEventListener('pageshow', onReturn, { signal });
  }

  #stateOf = (lesson: HTMLElement): ReturnType<LearnerState['get']> =>
    this.#state.get(lesson.dataset['key'] ?? '');

  #questions = (lesson: HTMLElement): HTMLElement[] => [
    ...lesson.querySelectorAll<HTMLElement>('check-question'),
  ];

  #answered(question: HTMLElement, result: Result): void {
    const lesson = this.#lessons.find((each) => each.contains(question));
    if (lesson === undefined) return;
    const index = this.#questions(lesson).indexOf(question);
    const answers = this.#stateOf(lesson)?.answers;
    if (answers === undefined || index < 0) return;
    answers[index] ??= result;
    this.#reportSoon(0);
  }

  /** Shows the result of the first answer below its question. */
  #showAnswer(lesson: HTMLElement, index: number): void {
    const question = this.#questions(lesson)[index];
    const answer = this.#stateOf(lesson)?.answers[index];
    if (question === undefined || answer === undefined) return;
    const note = question.querySelector('.first-answer') ?? h('p', { class: 'note first-answer' });
    note.textContent = `Your first answer: ${answer.right} of ${answer.of} right.`;
    question.append(note);
  }

  #report(): Report {
    return {
      outcome: outcomeOf(this.#demand, this.#state),
      location: this.#place,
      data: packState(this.#state),
      decisions: this.#decisions,
      elapsed: performance.now() - this.#started,
    };
  }

  /** Reports after a delay, so that a slow learning system does not delay the page. */
  #reportSoon(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#sendReport();
    }, after);
  }

  async #sendReport(leaving = false): Promise<void> {
    this.#show();
    if (this.#session === undefined) return;
    const taken = await this.#session.save(this.#report(), leaving);
    if (taken) {
      if (this.#status.dataset['status'] === 'failing') this.#say('connected');
      return;
    }
    this.#say('failing');
    if (this.#timer === undefined && !leaving) this.#reportSoon(REPORT_AFTER);
  }

  /** Shows first answers and completion, once it is known what the learning system has of them. */
  #show(): void {
    const status = this.#status.dataset['status'];
    if (status === undefined) return;
    for (const [at, lesson] of this.#lessons.entries()) {
      for (const index of this.#questions(lesson).keys()) this.#showAnswer(lesson, index);
      const [mark, demand] = [this.querySelector(`[data-done="${lesson.id}"]`), this.#demand.lessons[at]];
      if (mark && demand)
        mark.textContent = isLessonCompleted(demand, this.#state, this.#demand) ? '✓ Completed' : '';
    }
    this.#say(status as Status);
  }

  #say(status: Status): void {
    const { completed, score, passed } = outcomeOf(this.#demand, this.#state);
    const words = [
      completed ? 'Completed.' : '',
      score === undefined || this.#demand.scoresCompletion === true
        ? ''
        : `Score of your first answers: ${percent(score)}.`,
      passed === undefined
        ? ''
        : passed
          ? 'Passed.'
          : `Not passed: ${percent(this.#demand.passing ?? 0)} is asked for.`,
      STATUS[status],
    ];
    const text = words.filter((part) => part !== '').join(' ');
    this.#status.dataset['status'] = status;
    if (this.#status.textContent !== text) this.#status.textContent = text;
    const leave = this.#session?.leave;
    if (leave !== undefined && this.querySelector('.leave') === null) this.#offerToLeave(leave);
  }

  #offerToLeave(leave: () => void): void {
    const offer = button('Save and leave', () => {
      void this.#session?.finish(this.#report(), true).then(() => {
        this.#say('left');
        leave();
      });
    });
    offer.className = 'leave';
    this.#status.after(offer);
  }
}

customElements.define('lms-package', LmsPackage);
