import { inDays } from './days.ts';
import { isRight, SURENESS } from './rating.ts';
import type { Answered, Counts } from './session.ts';

const questions = (number: number): string => (number === 1 ? '1 question' : `${number} questions`);

/** Describes the due questions, the total and the next due day. */
export function overview({ due, all, next }: Counts, now: Date): string {
  if (all === 0) return 'Nothing is in your review yet. Answer the questions of a lesson, or add some below.';
  const first = due === 0 ? 'Nothing is due now' : `${questions(due)} ${due === 1 ? 'is' : 'are'} due now`;
  const then =
    next === undefined ? '' : ` The next ${due === 0 ? 'is due' : 'after that is due'} ${inDays(next, now)}.`;
  return `${first}, of ${all} in your review.${then}`;
}

/** Describes an answer: "Sure, but wrong. It returns tomorrow." */
export function verdictOf({ result, sureness, due }: Answered, now: Date): string {
  const right = isRight(result);
  const joint = right === (sureness !== 'unsure') ? 'and' : 'but';
  const verdict = right ? 'right' : result.right > 0 ? 'only partly right' : 'wrong';
  return `${SURENESS[sureness]}, ${joint} ${verdict}. It returns ${inDays(due, now)}.`;
}

/** Summarizes a session in one sentence, with confident but wrong answers first. */
export function sessionWords(answers: readonly Answered[]): string {
  const right = answers.filter(({ result }) => isRight(result)).length;
  const surelyWrong = answers.filter(
    ({ result, sureness }) => sureness === 'sure' && !isRight(result),
  ).length;
  const head = `${right} of ${answers.length} right.`;
  if (surelyWrong === 0) return head;
  return `${head} You were sure of ${surelyWrong === 1 ? 'one' : surelyWrong} that you had wrong: read that passage first.`;
}
