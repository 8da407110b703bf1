import type { PerSide } from '../../course/sides.ts';
import type { Answers, Scored, Scores } from './scores.ts';

/** The fields of a statement used to choose lessons. */
export interface Taught extends Scored {
  text: string;
  /** Id of the lesson that helps most if the act was rare. */
  lesson: string;
}

/** A lesson to read next, and the rare acts that led to it. */
export interface NextLesson<Statement extends Taught = Taught> {
  lesson: string;
  statements: Statement[];
}

/** Highest answer that counts as rare: "Once". */
const RARE = 1;
const MOST = 3;

/** The lessons of one side's rare acts. The lesson whose acts were rarest in total comes first. */
function lessonsOf<Statement extends Taught>(
  answers: Answers,
  statements: readonly Statement[],
  side: string,
): NextLesson<Statement>[] {
  const missing = (statement: Statement): number => RARE + 1 - (answers[statement.id] ?? RARE + 1);
  const rare = statements.filter((statement) => statement.side === side && missing(statement) > 0);
  const byLesson = Map.groupBy(rare, ({ lesson }) => lesson);
  return [...byLesson]
    .map(([lesson, group]) => ({ lesson, statements: group }))
    .sort((a, b) => sum(b.statements, missing) - sum(a.statements, missing));
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/**
 * Up to three lessons to read next, chosen by the acts that were rare, with those of the weaker side first.
 */
export function nextLessons<Statement extends Taught>(
  answers: Answers,
  statements: readonly Statement[],
  [first, second]: Scores,
  [one, other]: PerSide<{ id: string }>,
): NextLesson<Statement>[] {
  const sides = second < first ? [other, one] : [one, other];
  const chosen: NextLesson<Statement>[] = [];
  for (const next of sides.flatMap(({ id }) => lessonsOf(answers, statements, id))) {
    if (chosen.length < MOST && !chosen.some(({ lesson }) => lesson === next.lesson)) chosen.push(next);
  }
  return chosen;
}
