import type { LearnerState } from './learner-state.ts';

/** The requirements of a package for completing and passing. */
export interface Demand {
  /** The lessons; `scored` says for each question whether it counts toward the score. */
  lessons: readonly { key: string; scored: readonly boolean[] }[];
  /** Passing score, from 0 to 1; undefined if there is no pass or fail. */
  passing: number | undefined;
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

/** Whether a lesson is completed: all its questions are answered or, without a passing score, its end was reached. */
export function isLessonCompleted(
  { key, scored }: Demand['lessons'][number],
  state: LearnerState,
  passing: number | undefined,
): boolean {
  const lesson = state.get(key);
  if (lesson === undefined) return false;
  const answered = lesson.answers.every((answer) => answer !== undefined);
  return scored.length === 0 || passing === undefined
    ? lesson.ended || (scored.length > 0 && answered)
    : answered;
}

/**
 * Computes a learner's outcome. Only first answers count, because the feedback reveals the right one. A question scores
 * the share of its parts that are right, and all questions have the same weight. Recall questions, which learners assess
 * themselves, are not scored.
 */
export function outcomeOf({ lessons, passing }: Demand, state: LearnerState): Outcome {
  const completed = lessons.filter((lesson) => isLessonCompleted(lesson, state, passing)).length;
  const counted = lessons.flatMap(({ key, scored }) =>
    (state.get(key)?.answers ?? []).filter((_, index) => scored[index] === true),
  );
  const given = counted.filter((answer) => answer !== undefined);
  const score =
    given.length === 0 || given.length < counted.length
      ? undefined
      : rounded(given.reduce((sum, { right, of }) => sum + right / of, 0) / given.length);
  return {
    completed: completed === lessons.length,
    progress: rounded(completed / lessons.length),
    score,
    passed: score === undefined || passing === undefined ? undefined : score >= passing,
  };
}
