import type { Lesson } from '../../course/types.ts';
import { balanceSchema, type BalanceStatementData } from './schema.ts';
import { atStart } from '../../utils/number-words.ts';
import { toolContent } from '../tool-content.ts';

/** A statement of the self-assessment with its lesson. */
export interface BalanceStatement extends Omit<BalanceStatementData, 'lesson'> {
  /** The lesson to read if the behavior is rare. */
  lesson: Lesson;
}

/** The summary of the tool, with the number of its statements. */
export const balanceSummary = ({ length }: readonly BalanceStatement[]): string =>
  `${atStart(length)} things you may have done last week show where you stand on the momentum grid.`;

/** The self-assessment's content. */
export const balance = toolContent({
  file: 'balance.yaml',
  needsSides: true,
  schema: balanceSchema,
  build: ({ statements }, resolve): BalanceStatement[] =>
    statements.map((statement) => ({ ...statement, lesson: resolve.lesson(statement.lesson) })),
  summary: balanceSummary,
  write: (statements) => ({
    statements: statements.map((statement) => ({ ...statement, lesson: statement.lesson.id })),
  }),
});
