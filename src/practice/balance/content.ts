import type { BalanceStatement } from '../../course/types.ts';
import { balanceSchema } from './schema.ts';
import { toolContent } from '../tool-content.ts';

export const balance = toolContent({
  file: 'balance.yaml',
  schema: balanceSchema,
  check({ file, data }, checkIds) {
    for (const { id, lesson } of data.statements)
      checkIds(file, `statements.${id}.lesson`, 'lesson', [lesson]);
  },
  build: ({ statements }, resolve): BalanceStatement[] =>
    statements.map((statement) => ({ ...statement, lesson: resolve.lesson(statement.lesson) })),
  write: (statements) => ({
    statements: statements.map((statement) => ({ ...statement, lesson: statement.lesson.id })),
  }),
});
