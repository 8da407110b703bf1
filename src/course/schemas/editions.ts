import { z } from 'zod';
import { date, text, uniqueBy } from './common.ts';

const change = z.strictObject({
  /** Short id ("k3x9") or address ("/lessons/momentum/#bottom-line") of the changed item. */
  at: text('the lasting id or the address of what changed'),
  what: text('what changed, in a sentence that a reader of the old one understands'),
});

const edition = z.strictObject({
  /** Permanent: workbooks quote it. */
  number: text('the number of the edition').regex(/^\d+\.\d+$/, {
    error:
      'is not a number of an edition. Remedy: write two numbers with a dot between, in quotation marks: "1.1".',
  }),
  date,
  summary: text('what the edition is, in a sentence'),
  changes: z
    .array(change)
    .min(1, { error: 'has no entries. Remedy: write what changed, or leave the edition out.' }),
});

/** The editions of the course (`src/content/editions.yaml`), newest first. */
export const editionsSchema = z.strictObject({
  editions: z
    .array(edition)
    .min(1, { error: 'has no entries. Remedy: write the first edition.' })
    .superRefine(uniqueBy('number', ({ number }) => number))
    .superRefine((editions, context) => {
      editions.forEach(({ date }, index) => {
        const newer = editions[index - 1]?.date;
        if (newer === undefined || newer >= date) return;
        context.addIssue({
          code: 'custom',
          path: [index, 'date'],
          message: 'is later than that of the edition above. Remedy: put the newest edition first.',
        });
      });
    }),
});

export type EditionsData = z.infer<typeof editionsSchema>;
