import { z } from 'zod';
import { date, fault, several, text, uniqueBy } from './common.ts';

const change = z.strictObject({
  /** Such as "k3x9" or "/lessons/momentum/#bottom-line". */
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
  changes: several(change, 1, undefined, 'write what changed, or leave the edition out'),
});

/** The editions of the course (`src/content/editions.yaml`), newest first. */
export const editionsSchema = z.strictObject({
  editions: several(edition, 1)
    .superRefine(uniqueBy('number'))
    .superRefine((editions, context) =>
      editions.forEach(({ date: day }, index) => {
        if ((editions[index - 1]?.date ?? day) < day)
          fault(
            context,
            [index, 'date'],
            'is later than that of the edition above. Remedy: put the newest edition first.',
          );
      }),
    ),
});
export type EditionsData = z.infer<typeof editionsSchema>;
