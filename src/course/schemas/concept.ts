import { z } from 'zod';
import { text } from './common.ts';
import { ref } from '../references.ts';
import { sideId } from './side-id.ts';

/** Front matter of a concept (`src/content/concepts/<slug>.mdx`). */
export const conceptSchema = z.strictObject({
  term: text('the term as readers see it'),
  /** Its place on the map of its page: a side, both or neither; without it, it is on no map. */
  side: sideId(['both', 'neither']).optional(),
  /** One sentence; it is shown in popovers, answer cards and structured data. */
  definition: text('a definition of one sentence').max(200, {
    error: 'is longer than 200 characters. Remedy: say it in one short sentence.',
  }),
  /** Search phrases of people who do not know the term. */
  aliases: z
    .array(text('an alias'))
    .min(2, { error: 'has fewer than 2 entries. Remedy: add words that people would search with.' }),
  /** Ids of neighbouring concepts. */
  related: z.array(ref('concept')),
  /** Id of the concept that this one is most easily confused with. */
  contrast: ref('concept').optional(),
  /** Ids of the sources that the text relies on. */
  sources: z.array(ref('source')).default([]),
});

export type ConceptData = z.infer<typeof conceptSchema>;
