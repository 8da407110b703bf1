import type { Result } from '../../course/questions.ts';

/** A learner's state in a lesson. */
interface LessonState {
  /** Whether the learner reached its end. */
  ended: boolean;
  /** The first answer to each question, in order; undefined for unanswered questions. */
  answers: (Result | undefined)[];
}

/** A learner's state in a package, by lesson key. */
export type LearnerState = Map<string, LessonState>;

/** The properties of a lesson that its state depends on. */
interface LessonShape {
  /** Short and lasting, of letters and digits; its record starts with it. */
  key: string;
  questions: number;
}

/** Maximum characters of `cmi.suspend_data` in SCORM 1.2, even if some systems accept more. */
export const STATE_LIMIT = 4096;
/** Largest number that one character encodes. */
const MOST = 35;
const UNANSWERED = '--';
const VERSION = '1';

export const emptyState = (lessons: readonly LessonShape[]): LearnerState =>
  new Map(
    lessons.map(({ key, questions }) => [
      key,
      { ended: false, answers: Array.from({ length: questions }, () => undefined) },
    ]),
  );

const digit = (value: number): string => Math.min(MOST, Math.max(0, Math.round(value))).toString(MOST + 1);

/** Encodes the state as a short text: "1 k8qm!5511--01". Unopened lessons are omitted. */
export function packState(state: LearnerState): string {
  const records = [...state]
    .filter(([, { ended, answers }]) => ended || answers.some((answer) => answer !== undefined))
    .map(([key, { ended, answers }]) => {
      const given = answers.map((answer) =>
        answer === undefined ? UNANSWERED : digit(answer.right) + digit(answer.of),
      );
      return `${key}${ended ? '!' : '.'}${given.join('')}`;
    });
  return [VERSION, ...records].join(' ');
}

/** Decodes the text of `packState`. Skips lessons that no longer exist, and resets those whose questions changed. */
export function unpackState(text: string, lessons: readonly LessonShape[]): LearnerState {
  const state = emptyState(lessons);
  const [version, ...records] = text.split(' ');
  if (version !== VERSION) return state;
  for (const record of records) {
    const [, key = '', end, given = ''] = /^([a-z\d]+)([!.])((?:--|[\da-z]{2})*)$/.exec(record) ?? [];
    const lesson = state.get(key);
    if (lesson === undefined || lesson.answers.length * 2 !== given.length) continue;
    lesson.ended = end === '!';
    lesson.answers = lesson.answers.map((_, index) => {
      const pair = given.slice(index * 2, index * 2 + 2);
      if (pair === UNANSWERED) return undefined;
      const [right, of] = [...pair].map((character) => parseInt(character, MOST + 1));
      return right === undefined || of === undefined || of === 0 || right > of ? undefined : { right, of };
    });
  }
  return state;
}

/** Maximum length of the encoded state of these lessons. */
export const longestState = (lessons: readonly LessonShape[]): number =>
  lessons.reduce((sum, { key, questions }) => sum + key.length + 2 + 2 * questions, VERSION.length);

/** The requirements of a package for completing and passing. */
export interface Demand {
  /** The lessons; `scored` says for each question whether it counts toward the score. */
  lessons: readonly { key: string; scored: readonly boolean[] }[];
  /** Passing score, from 0 to 1; undefined if there is no pass or fail. */
  passing: number | undefined;
  /** The share of completed lessons is the score, for systems that grade every package. */
  scoresCompletion?: boolean;
}

/** A learner's progress and result. */
export interface Outcome {
  completed: boolean;
  /** Completed lessons, from 0 to 1. */
  progress: number;
  /** From 0 to 1; undefined until every scored question is answered. */
  score: number | undefined;
  /** Undefined until there is a score, and without a passing score. */
  passed: boolean | undefined;
}

/** Rounds away floating-point errors: 0.8000000000000002 becomes 0.8. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/** Whether a lesson is completed: all its questions are answered or, where no answer has to be right, its end was reached. */
export function isLessonCompleted(
  { key, scored }: Demand['lessons'][number],
  state: LearnerState,
  { passing, scoresCompletion = false }: Pick<Demand, 'passing' | 'scoresCompletion'>,
): boolean {
  const lesson = state.get(key);
  if (lesson === undefined) return false;
  const answered = lesson.answers.every((answer) => answer !== undefined);
  return scored.length === 0 || passing === undefined || scoresCompletion
    ? lesson.ended || (scored.length > 0 && answered)
    : answered;
}

/**
 * Computes a learner's outcome. Only first answers count, because the feedback reveals the right one. A question scores
 * the share of its parts that are right, and all questions have the same weight. Recall questions, which learners assess
 * themselves, are not scored.
 */
export function outcomeOf(demand: Demand, state: LearnerState): Outcome {
  const { lessons, passing, scoresCompletion = false } = demand;
  const completed = lessons.filter((lesson) => isLessonCompleted(lesson, state, demand)).length;
  const counted = lessons.flatMap(({ key, scored }) =>
    (state.get(key)?.answers ?? []).filter((_, index) => scored[index] === true),
  );
  const given = counted.filter((answer) => answer !== undefined);
  const progress = rounded(completed / lessons.length);
  const score = scoresCompletion
    ? progress
    : given.length === 0 || given.length < counted.length
      ? undefined
      : rounded(given.reduce((sum, { right, of }) => sum + right / of, 0) / given.length);
  return {
    completed: completed === lessons.length,
    progress,
    score,
    passed: score === undefined || passing === undefined ? undefined : score >= passing,
  };
}
