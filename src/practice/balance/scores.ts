/** One of the two sides of a manager's work. */
export type Side = 'leading' | 'managing';

/** The states of the momentum grid. */
export type State = 'chaos' | 'momentum' | 'drift' | 'stagnation';

/** The fields of a statement used for scoring. */
export interface Scored {
  id: string;
  side: Side;
}

/** How often, by statement id: 0 for "not at all" to 4 for "every day". */
export type Answers = Readonly<Record<string, number>>;

/** Both sides from 0 to 100. */
export type Scores = Readonly<Record<Side, number>>;

/** The steps of the scale; an answer is the index of one. */
export const FREQUENCIES = ['Not at all', 'Once', 'Two or three times', 'Most days', 'Every day'] as const;

const HIGHEST = FREQUENCIES.length - 1;
const MIDDLE = 50;
/** One answer of about ten on a side, from one end of the scale to the other, moves a score this far. */
const ONE_ANSWER = 10;

const scoreOf = (answers: Answers, statements: readonly Scored[], side: Side): number | undefined => {
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
export function scoresOf(answers: Answers, statements: readonly Scored[]): Scores | undefined {
  const leading = scoreOf(answers, statements, 'leading');
  const managing = scoreOf(answers, statements, 'managing');
  return leading === undefined || managing === undefined ? undefined : { leading, managing };
}

/** How many of today's statements these answers hold. */
export const answeredOf = (answers: Answers, statements: readonly Scored[]): number =>
  statements.filter(({ id }) => Object.hasOwn(answers, id)).length;

/** The field of the grid that two scores lie in; its inner lines belong to the fuller side. */
export function stateOf({ leading, managing }: Scores): State {
  if (leading >= MIDDLE) return managing >= MIDDLE ? 'momentum' : 'chaos';
  return managing >= MIDDLE ? 'stagnation' : 'drift';
}

/** Whether one answer more or less could have put the dot into another field. */
export const nearLine = ({ leading, managing }: Scores): boolean =>
  Math.abs(leading - MIDDLE) < ONE_ANSWER || Math.abs(managing - MIDDLE) < ONE_ANSWER;

/** The side with the lower score; undefined while one answer could reverse the order. */
export function weakerSide({ leading, managing }: Scores): Side | undefined {
  if (Math.abs(leading - managing) < ONE_ANSWER) return undefined;
  return leading < managing ? 'leading' : 'managing';
}
