import { shuffled } from '../../utils/shuffled.ts';

/** A statement to sort, which the page's script reads from the table. */
export interface PracticeStatement {
  dimension: string;
  side: string;
  text: string;
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
