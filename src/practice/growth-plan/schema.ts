import { z } from 'zod';
import { PLAN_WEEKS } from './weeks.ts';
import { text, uniqueBy } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import { ref } from '../../course/references.ts';

const stretch = z.strictObject({
  id: text('the id of the stretch').regex(/^g-[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'is not the id of a stretch. Remedy: start it with "g-", as in "g-weekly-why".',
  }),
  /** The side that it strengthens. */
  side: sideId(),
  kind: z.enum(['book', 'course', 'exercise', 'mentor'], {
    error: 'is none of book, course, exercise, mentor. Remedy: choose one of the four.',
  }),
  title: text('the name of the stretch'),
  summary: text('what one does'),
  effort: text('how much time it takes'),
  /** The evidence: research that supports or disputes it, and open questions. */
  evidence: text('what evidence there is'),
  claims: z.array(ref('claim')).default([]),
  sources: z.array(ref('source')).default([]),
  /** One if-then step a week, without "if" and "then". */
  steps: z
    .array(z.strictObject({ if: text('a moment of the week'), then: text('what one does then') }))
    .length(PLAN_WEEKS, {
      error: `does not have ${PLAN_WEEKS} entries. Remedy: write one step for each week.`,
    }),
});

/** The activities of the growth plan (`src/content/tools/stretches.yaml`). */
export const stretchesSchema = z.strictObject({
  stretches: z
    .array(stretch)
    .min(2, { error: 'has fewer than 2 entries. Remedy: offer something for each side.' })
    .superRefine(uniqueBy('id', (item) => item.id)),
});

export type StretchesData = z.infer<typeof stretchesSchema>;
export type StretchData = StretchesData['stretches'][number];
