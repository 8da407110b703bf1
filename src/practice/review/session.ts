import type { Result } from '../../course/questions.ts';
import { dueOf, isAhead, isDue, isRight, type Sureness, SURENESS } from './schedule.ts';
import type { ReviewData } from './slice.ts';
import type { StepReport } from '../../storage/slices.ts';
import type { LessonRecord } from '../../storage/slices.ts';
import { formatAsOf } from '../../utils/dates.ts';
import { addDays, localDay } from '../../utils/days.ts';
import { countOf } from '../../utils/count-of.ts';

/** Formats a future day: "tomorrow", "in 3 days, on November 27, 2026". */
export function inDays(due: Date, now: Date): string {
  const days = (Date.parse(localDay(due)) - Date.parse(localDay(now))) / 86_400_000;
  if (days <= 0) return 'today';
  return days === 1 ? 'tomorrow' : `in ${days} days, on ${formatAsOf(localDay(due))}`;
}

/** A question of the current course. */
export interface Known {
  id: string;
  lesson: string;
}

/** A question of the current course that is in review. */
export interface Waiting extends Known {
  due: Date;
}

/** Maximum number of questions in a session. */
export const SESSION_SIZE = 10;

/** The questions in review, by due date, without questions that the course no longer has. */
export const waiting = (known: readonly Known[], data: ReviewData, now: Date): Waiting[] =>
  known
    .flatMap(({ id, lesson }) => {
      const record = Object.hasOwn(data, id) ? data[id] : undefined;
      return record === undefined ? [] : [{ id, lesson, due: dueOf(record, now) }];
    })
    .sort((a, b) => a.due.getTime() - b.due.getTime());

/** The number of due questions, the total, and the date of the next one that is not due yet. */
export interface Counts {
  due: number;
  all: number;
  next: Date | undefined;
}

export const countsOf = (questions: readonly Waiting[], now: Date): Counts => ({
  due: questions.filter(({ due }) => isDue(due, now)).length,
  all: questions.length,
  next: questions.find(({ due }) => !isDue(due, now))?.due,
});

/** The due questions of a session, taken from the lessons in turn, so that they are mixed. */
export function chooseSession(questions: readonly Waiting[], now: Date): Waiting[] {
  const due = questions.filter((question) => isDue(question.due, now));
  const groups = [...Map.groupBy(due, ({ lesson }) => lesson).values()];
  const rounds = Math.max(0, ...groups.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    groups.flatMap((group) => group.slice(round, round + 1)),
  )
    .flat()
    .slice(0, SESSION_SIZE);
}

/** The answers of a session. */
export interface Answered {
  id: string;
  result: Result;
  sureness: Sureness;
  due: Date;
}

/** Sort key of an answer in a summary: confident but wrong answers come first. */
const place = ({ result, sureness }: Answered): number => (isRight(result) ? 2 : sureness === 'sure' ? 0 : 1);

/** The answers in the order of a summary. */
export const inOrder = <Item extends Answered>(answers: readonly Item[]): Item[] =>
  [...answers].sort((a, b) => place(a) - place(b));

/** Describes the due questions, the total and the next due day. */
export function overview({ due, all, next }: Counts, now: Date): string {
  if (all === 0) return 'Nothing is in your review yet. Answer the questions of a lesson, or add some below.';
  const first =
    due === 0 ? 'Nothing is due now' : `${countOf(due, 'question')} ${due === 1 ? 'is' : 'are'} due now`;
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

/** Days after which a step that was not done yet is asked about again. */
const AGAIN = 7;

/**
 * The lessons to ask for their step, the one finished last first: those finished on an earlier day whose step has no
 * report, or was "not yet" a week ago. A time from the future counts as long ago, or the step would wait for it.
 */
export function waitingSteps(
  lessons: Readonly<Record<string, LessonRecord>>,
  reports: readonly StepReport[],
  now: Date,
): string[] {
  const [today, weekAgo] = [localDay(now), addDays(localDay(now), -AGAIN)];
  const dayOf = (at: string): string => (isAhead(at, now) ? '' : localDay(new Date(at)));
  return Object.entries(lessons)
    .flatMap(([id, { finished }]) => (finished === undefined ? [] : [{ id, finished }]))
    .filter(({ id, finished }) => {
      const last = reports.findLast(({ lesson }) => lesson === id);
      return last === undefined ? dayOf(finished) < today : last.did === 'no' && dayOf(last.at) <= weekAgo;
    })
    .sort((a, b) => Date.parse(b.finished) - Date.parse(a.finished))
    .map(({ id }) => id);
}
