import type { PerSide } from '../../course/sides.ts';

/** The states of the momentum grid. */
export type State = 'chaos' | 'momentum' | 'drift' | 'stagnation';

/** The fields of a statement used for scoring. */
export interface Scored {
  id: string;
  /** The id of its side. */
  side: string;
}

/** How often, by statement id: 0 for "not at all" to 4 for "every day". */
export type Answers = Readonly<Record<string, number>>;

/** The scores of both sides, from 0 to 100. */
export type Scores = PerSide<number>;

/** The steps of the scale; an answer is the index of one. */
export const FREQUENCIES = ['Not at all', 'Once', 'Two or three times', 'Most days', 'Every day'] as const;

const HIGHEST = FREQUENCIES.length - 1;
const MIDDLE = 50;
/** One answer of about ten on a side, from one end of the scale to the other, moves a score this far. */
const ONE_ANSWER = 10;

const scoreOf = (answers: Answers, statements: readonly Scored[], side: string): number | undefined => {
  const given = statements.flatMap((statement) => {
    const answer = Object.hasOwn(answers, statement.id) ? answers[statement.id] : undefined;
    return statement.side === side && answer !== undefined ? [answer] : [];
  });
  if (given.length === 0) return undefined;
  const sum = given.reduce((total, answer) => total + answer, 0);
  return Math.round((sum / (given.length * HIGHEST)) * 100);
};

/**
 * The scores of some answers by the statements that exist now: an answer to a statement that is gone does not count, and
 * neither does a statement that was not asked then. Undefined where nothing is left of a side.
 */
export function scoresOf(
  answers: Answers,
  statements: readonly Scored[],
  [{ id: one }, { id: other }]: PerSide<{ id: string }>,
): Scores | undefined {
  const first = scoreOf(answers, statements, one);
  const second = scoreOf(answers, statements, other);
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** How many of today's statements these answers hold. */
export const answeredOf = (answers: Answers, statements: readonly Scored[]): number =>
  statements.filter(({ id }) => Object.hasOwn(answers, id)).length;

/** The field of the grid that two scores lie in; its inner lines belong to the fuller side. */
export function stateOf([first, second]: Scores): State {
  if (first >= MIDDLE) return second >= MIDDLE ? 'momentum' : 'chaos';
  return second >= MIDDLE ? 'stagnation' : 'drift';
}

/** Whether one answer more or less could have put the dot into another field. */
export const nearLine = (scores: Scores): boolean =>
  scores.some((score) => Math.abs(score - MIDDLE) < ONE_ANSWER);

/** The sides, the one with the lower score first; undefined while one answer could change which that is. */
export function weakerFirst<Side>(
  [first, second]: Scores,
  [one, other]: PerSide<Side>,
): PerSide<Side> | undefined {
  if (Math.abs(first - second) < ONE_ANSWER) return undefined;
  return first < second ? [one, other] : [other, one];
}
