import { z } from 'zod';
import { missing, oneOf, reading, text } from './common.ts';
import { KIND_WORDS } from '../reading-words.ts';
import { ref } from '../references.ts';

/** A checked fact (`src/content/claims/<fact id>.yaml`), shown in lessons through `<Claim id="...">`. */
export const claimSchema = z
  .strictObject({
    statement: text('the fact in a plain sentence'),
    /** verified: read in a source; known: well established; disputed: sources disagree. */
    status: oneOf(['verified', 'known', 'disputed']),
    /** How we read what it rests on. */
    read: reading,
    kind: oneOf(KIND_WORDS, 'name the kind of evidence'),
    /** The date that the figure or finding holds for: YYYY, YYYY-MM or YYYY-MM-DD. */
    asOf: text('the date that the fact holds for')
      .regex(/^\d{4}(?:-\d{2}){0,2}$/, {
        error: 'is not a date. Remedy: write "2024", "2024-02" or "2024-02-04", in quotation marks.',
        abort: true,
      })
      .refine((asOf) => !Number.isNaN(Date.parse(asOf)) && new Date(asOf).toISOString().startsWith(asOf), {
        error: 'is a date that no calendar has. Remedy: correct the month or the day.',
      }),
    /** Only our own reasoning may come without: "We looked for ... and found none." */
    sources: z.array(ref('source'), missing('name the source that says so')),
    /** Of a disputed one, who disagrees and how. */
    note: text('the limit of the fact').optional(),
  })
  .refine((claim) => claim.read === 'our reasoning' || claim.sources.length > 0, {
    path: ['sources'],
    error: 'is empty. Remedy: name the source that says so.',
  })
  .refine((claim) => claim.status !== 'disputed' || claim.note !== undefined, {
    path: ['note'],
    error: 'is missing for a disputed fact. Remedy: say who disagrees and how.',
  });

export type ClaimData = z.infer<typeof claimSchema>;
