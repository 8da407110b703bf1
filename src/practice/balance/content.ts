import { z } from 'zod';
import { letteredId, several, text, uniqueIds } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import { toolContent } from '../tools.ts';
import { SIDES } from '../../site.ts';
import { ref } from '../../course/references.ts';

const statement = z.strictObject({
  /** Permanent: readers' answers are saved under it. */
  id: letteredId('s', 'statement'),
  side: sideId(),
  text: text('one act of last week, in the first person'),
  /** The one that helps most if the act was rare. */
  lesson: ref('lesson'),
});

/** The statements of the balance tool (`src/content/tools/balance.yaml`). */
const balanceSchema = z.strictObject({
  statements: several(statement, 16, 24)
    .refine(
      (items) => SIDES.every(({ id }) => items.filter(({ side }) => side === id).length * 2 === items.length),
      {
        error: `has not as many for ${SIDES.map(({ id }) => id).join(' as for ')}. Remedy: balance the sides.`,
      },
    )
    .superRefine(uniqueIds),
});

/** The self-assessment's content. */
export const balance = toolContent({
  file: 'balance.yaml',
  needsSides: true,
  schema: balanceSchema,
  build: ({ statements }, { lesson }) =>
    statements.map((statement) => ({ ...statement, lesson: lesson(statement.lesson) })),
});
