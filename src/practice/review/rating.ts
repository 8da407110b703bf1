import type { Result } from '../../course/questions.ts';

/** How sure a reader is of an answer before seeing the feedback, with labels. */
export const SURENESS = { unsure: 'Not sure', fairly: 'Fairly sure', sure: 'Sure' } as const;
export type Sureness = keyof typeof SURENESS;

/** How well a question is remembered, in the terms of FSRS. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

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
