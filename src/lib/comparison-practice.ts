/** A statement to sort, as the page's script reads it from the table. */
export interface PracticeStatement {
  dimension: string;
  side: string;
  text: string;
}

/**
 * Statements for a round of "Which is it?": one from each of at most `count` rows, in random order.
 * @param random numbers in [0, 1), as Math.random gives them.
 */
export function pickStatements(statements: readonly PracticeStatement[], count: number, random: () => number): PracticeStatement[] {
  const byDimension = Map.groupBy(statements, (statement) => statement.dimension);
  const one = [...byDimension.values()].map((group) => group[Math.floor(random() * group.length)]);
  return shuffle(one.filter((statement) => statement !== undefined), random).slice(0, count);
}

/** A shuffled copy (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}
