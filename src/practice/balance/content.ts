import { z } from 'zod';
import { text, uniqueBy } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import type { Lesson } from '../../course/types.ts';
import { toolContent } from '../tools.ts';
import { SIDES } from '../../site.ts';
import { ref } from '../../course/references.ts';

const statement = z.strictObject({
  /** Permanent: readers' answers are saved under it. */
  id: text('the id of the statement').regex(/^s-[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'is not a statement id. Remedy: start it with "s-", as in "s-said-why".',
  }),
  side: sideId(),
  /** One act of last week, in the first person. */
  text: text('one act of last week, in the first person'),
  /** Id of the lesson that helps most if the act was rare. */
  lesson: ref('lesson'),
});

/** The statements of the balance tool (`src/content/tools/balance.yaml`). */
const balanceSchema = z.strictObject({
  statements: z
    .array(statement)
    .min(16, { error: 'has fewer than 16 entries. Remedy: write 16 to 24 statements.' })
    .max(24, { error: 'has more than 24 entries. Remedy: keep 16 to 24 statements.' })
    .refine(
      (items) => SIDES.every(({ id }) => items.filter(({ side }) => side === id).length * 2 === items.length),
      {
        error: `does not hold as many for ${SIDES.map(({ id }) => id).join(' as for ')}. Remedy: balance the sides.`,
      },
    )
    .superRefine(uniqueBy('id', (item) => item.id)),
});

export type BalanceData = z.infer<typeof balanceSchema>;
export type BalanceStatementData = BalanceData['statements'][number];

/** A statement of the self-assessment with its lesson. */
export interface BalanceStatement extends Omit<BalanceStatementData, 'lesson'> {
  /** The lesson to read if the behavior is rare. */
  lesson: Lesson;
}

/** The self-assessment's content. */
export const balance = toolContent({
  file: 'balance.yaml',
  needsSides: true,
  schema: balanceSchema,
  build: ({ statements }, resolve): BalanceStatement[] =>
    statements.map((statement) => ({ ...statement, lesson: resolve.lesson(statement.lesson) })),
});
