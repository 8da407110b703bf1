import { shuffled } from '../../utils/shuffled.ts';

/** A statement to sort, which the page's script reads from the table. */
export interface PracticeStatement {
  dimension: string;
  side: string;
  text: string;
}

export interface Score {
  right: number;
  total: number;
  missing: number;
}

/** Statements for a round: each row once before any twice, and the sides in turn. `random` is like Math.random. */
export function pickStatements(
  statements: readonly PracticeStatement[],
  count: number,
  random: () => number,
): PracticeStatement[] {
  const rows = shuffled([...Map.groupBy(statements, (statement) => statement.dimension).values()], random);
  const sides = shuffled([...new Set(statements.map((statement) => statement.side))], random);
  const picked = sides.flatMap((_, pass) =>
    rows.flatMap((row, index) => row.filter(({ side }) => side === sides[(index + pass) % sides.length])),
  );
  return shuffled(picked.slice(0, count), random);
}

/** Scores answers: the chosen sides in the order of the statements, undefined for unanswered ones. */
export function score(
  statements: readonly PracticeStatement[],
  answers: readonly (string | undefined)[],
): Score {
  return {
    right: statements.filter(({ side }, index) => answers[index] === side).length,
    total: statements.length,
    missing: statements.filter((_, index) => answers[index] === undefined).length,
  };
}
