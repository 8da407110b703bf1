import { z } from 'zod';
import { id, text } from './common.ts';

/** A checked fact (`src/content/claims/<fact id>.yaml`), shown in lessons through `<Claim id="...">`. */
export const claimSchema = z
  .strictObject({
    /** The fact in one or two plain sentences. */
    statement: text('the fact in a plain sentence'),
    /** verified: read in a source; known: well established; disputed: sources disagree. */
    status: z.enum(['verified', 'known', 'disputed'], {
      error: 'is none of verified, known, disputed. Remedy: choose one of the three.',
    }),
    /** The date that the figure or finding holds for: YYYY, YYYY-MM or YYYY-MM-DD. */
    asOf: text('the date that the fact holds for').regex(/^\d{4}(?:-\d{2}){0,2}$/, {
      error: 'is not a date. Remedy: write "2024", "2024-02" or "2024-02-04", in quotation marks.',
    }),
    /** Ids of the supporting sources. */
    sources: z
      .array(id('the id of a source'), { error: 'is missing. Remedy: name the source that says so.' })
      .min(1, { error: 'is empty. Remedy: name the source that says so.' }),
    /** The limit of the fact, or the point in dispute. */
    note: text('the limit of the fact').optional(),
  })
  .refine((claim) => claim.status !== 'disputed' || claim.note !== undefined, {
    path: ['note'],
    error: 'is missing for a disputed fact. Remedy: say who disagrees and how.',
  });

export type ClaimData = z.infer<typeof claimSchema>;
