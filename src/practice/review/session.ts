import type { ReviewData } from './slice.ts';
import type { Result } from '../../course/questions.ts';
import { isDue } from './days.ts';
import { isRight, type Sureness } from './rating.ts';
import { dueOf } from './schedule.ts';

/** A question of the current course. */
export interface Known {
  id: string;
  /** Id of its lesson. */
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
  const lessons = new Map<string, Waiting[]>();
  for (const question of questions) {
    if (!isDue(question.due, now)) continue;
    lessons.set(question.lesson, [...(lessons.get(question.lesson) ?? []), question]);
  }
  const groups = [...lessons.values()];
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
  /** Next due date. */
  due: Date;
}

/** Sort key of an answer in a summary: confident but wrong answers come first. */
const place = ({ result, sureness }: Answered): number => (isRight(result) ? 2 : sureness === 'sure' ? 0 : 1);

/** The answers in the order of a summary. */
export const inOrder = <Item extends Answered>(answers: readonly Item[]): Item[] =>
  [...answers].sort((a, b) => place(a) - place(b));
