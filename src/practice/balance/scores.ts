import type { PerSide } from '../../course/sides.ts';

/** The states of the momentum grid. */
export type State = 'chaos' | 'momentum' | 'drift' | 'stagnation';

/** The fields of a statement used for scoring. */
export interface Scored {
  id: string;
  /** The id of its side. */
  side: string;
}

/** The frequency of each act, by statement id: 0 for "not at all" to 4 for "every day". */
export type Answers = Readonly<Record<string, number>>;

/** The scores of both sides, from 0 to 100. */
export type Scores = PerSide<number>;

/** The steps of the scale; an answer is the index of one. */
export const FREQUENCIES = ['Not at all', 'Once', 'Two or three times', 'Most days', 'Every day'] as const;

const HIGHEST = FREQUENCIES.length - 1;
const MIDDLE = 50;
/** The change of a score when one of a side's ten or so answers moves from one end of the scale to the other. */
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
 * Computes the scores of answers by the current statements. Answers to removed statements do not count, and neither do
 * statements without an answer. Undefined if a side has no answers.
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

/** The number of current statements with an answer. */
export const answeredOf = (answers: Answers, statements: readonly Scored[]): number =>
  statements.filter(({ id }) => Object.hasOwn(answers, id)).length;

/** The field of the grid for two scores. A score on an inner line counts as high. */
export function stateOf([first, second]: Scores): State {
  if (first >= MIDDLE) return second >= MIDDLE ? 'momentum' : 'chaos';
  return second >= MIDDLE ? 'stagnation' : 'drift';
}

/** Whether one different answer could move the dot to another field. */
export const nearLine = (scores: Scores): boolean =>
  scores.some((score) => Math.abs(score - MIDDLE) < ONE_ANSWER);

/** The sides, the one with the lower score first; undefined if one different answer could change the order. */
export function weakerFirst<Side>(
  [first, second]: Scores,
  [one, other]: PerSide<Side>,
): PerSide<Side> | undefined {
  if (Math.abs(first - second) < ONE_ANSWER) return undefined;
  return first < second ? [one, other] : [other, one];
}
