import type { LearnerState } from './learner-state.ts';

/** What a package asks of its learners. */
export interface Demand {
  /** Keys of the lessons, each with its questions: whether one counts for the score. */
  lessons: readonly { key: string; scored: readonly boolean[] }[];
  /** Score that passes, from 0 to 1; undefined where nobody passes or fails. */
  passing: number | undefined;
}

/** Where a learner stands. */
export interface Outcome {
  completed: boolean;
  /** Completed lessons, from 0 to 1. */
  progress: number;
  /** From 0 to 1, once every question that counts is answered. */
  score: number | undefined;
  /** Undefined until there is a score, and where nobody passes or fails. */
  passed: boolean | undefined;
}

/** Keeps scores such as 0.8000000000000002 from standing beside 0.8. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

/** Whether a lesson is completed: all its questions are answered or, where no score is asked for, its end was reached. */
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
 * Where a learner stands. Only first answers count, because the feedback gives the right one away; a question counts
 * by the share of its parts that is right, and all questions count alike. What one recalls and judges oneself does not
 * count for the score.
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
