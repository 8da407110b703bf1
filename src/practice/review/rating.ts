import type { Result } from '../../course/questions.ts';

/** How sure a reader can be of an answer before seeing whether it is right. */
export const SURENESS = { unsure: 'Not sure', fairly: 'Fairly sure', sure: 'Sure' } as const;
export type Sureness = keyof typeof SURENESS;

/** How well a question is remembered, in the words of FSRS. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

const WHEN_RIGHT: Record<Sureness, Rating> = { unsure: 'hard', fairly: 'good', sure: 'easy' };

/** Rates a first answer: right only when all parts are right; a half-right answer repeats as soon as a wrong one. */
export const isRight = ({ right, of }: Result): boolean => right >= of;

/**
 * The rule of the review: wrong is Again, however sure; right is Hard when one was not sure (it may have been a
 * guess), Good when fairly sure, Easy when sure.
 */
export const rate = (result: Result, sureness: Sureness): Rating =>
  isRight(result) ? WHEN_RIGHT[sureness] : 'again';

/** The rule for the first answer in a lesson, where nobody asks how sure one is. */
export const rateFirst = (result: Result): Rating => rate(result, 'fairly');
