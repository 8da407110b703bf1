import { type Card, createEmptyCard, fsrs, Rating as Grade, State } from 'ts-fsrs';
import type { Result } from '../../course/questions.ts';
import { localDay } from '../../utils/days.ts';
import type { ReviewCard, ReviewRecord } from './slice.ts';

/** How sure a reader is of an answer before seeing the feedback, with labels. */
export const SURENESS = { unsure: 'Not sure', fairly: 'Fairly sure', sure: 'Sure' } as const;
export type Sureness = keyof typeof SURENESS;
const GRADES = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;
/** How well a question is remembered, in the terms of FSRS. */
export type Rating = keyof typeof GRADES;
const WHEN_RIGHT: Record<Sureness, Rating> = { unsure: 'hard', fairly: 'good', sure: 'easy' };
/** Whether an answer is right, which means all of its parts; a half-right answer repeats as soon as a wrong one. */
export const isRight = ({ right, of }: Result): boolean => right >= of;

/**
 * The rating rule of the review: a wrong answer is Again, however sure the reader was. A right answer is Hard if the
 * reader was not sure (it may have been a guess), Good if fairly sure, and Easy if sure.
 */
export const rate = (result: Result, sureness: Sureness): Rating =>
  isRight(result) ? WHEN_RIGHT[sureness] : 'again';

/** The rating of the first answer in a lesson, which does not ask how sure the reader is. */
export const rateFirst = (result: Result): Rating => rate(result, 'fairly');
/** FSRS with its standard weights, in whole days, without randomness, with intervals of at most a year. */
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: 365 });
/** A moment as if the reader's clock showed UTC, because FSRS counts days at UTC midnight. */
const onWall = (moment: Date): Date => new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);

/** The moment at which the reader's clock shows this time. A text without a zone is of that clock. */
const momentOf = (wall: Date): Date => new Date(wall.toISOString().slice(0, -1));

/** The stored card in the form of FSRS. The last rating is never in the future, even if the clock was set back. */
function fsrsCard({ due, stability, difficulty, days, reps, lapses }: ReviewCard, at: Date, now: Date): Card {
  return {
    due: onWall(new Date(due)),
    stability,
    difficulty,
    reps,
    lapses,
    scheduled_days: days,
    elapsed_days: 0,
    learning_steps: 0,
    state: State.Review,
    last_review: onWall(at < now ? at : now),
  };
}

function next(card: Card, rating: Rating, now: Date): ReviewCard {
  const { due, stability, difficulty, scheduled_days, reps, lapses } = scheduler.next(
    card,
    onWall(now),
    GRADES[rating],
  ).card;
  return { due: momentOf(due).toISOString(), stability, difficulty, days: scheduled_days, reps, lapses };
}

/** The card of a question. An answer in a lesson counts as its first rating. */
function cardOf({ at, right, of, card }: ReviewRecord): ReviewCard | undefined {
  if (card !== undefined || right === undefined || of === undefined) return card;
  const moment = new Date(at);
  return next(createEmptyCard(onWall(moment)), rateFirst({ right, of }), moment);
}

/** Milliseconds by which a clock may be ahead: the zones of two devices differ by less. */
const AHEAD = 26 * 60 * 60_000;
/** Whether a stored time is from the future, which only a wrong clock has written. */
export const isAhead = (at: string, now: Date): boolean => Date.parse(at) - now.getTime() > AHEAD;

/** The due date; at once for a question without an answer, or with one that a wrong clock dated in the future. */
export function dueOf(record: ReviewRecord, now: Date): Date {
  if (isAhead(record.at, now)) return now;
  return new Date(cardOf(record)?.due ?? record.at);
}

/** The record of a question after a rating. */
export function rated(record: ReviewRecord, rating: Rating, now: Date): ReviewRecord {
  const card = cardOf(record);
  const before = card === undefined ? createEmptyCard(onWall(now)) : fsrsCard(card, new Date(record.at), now);
  return { at: now.toISOString(), card: next(before, rating, now) };
}

/** Whether a card is due today or earlier, regardless of the hour. */
export const isDue = (due: Date, now: Date): boolean => localDay(due) <= localDay(now);
