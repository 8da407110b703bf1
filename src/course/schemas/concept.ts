import { z } from 'zod';
import { several, short, text } from './common.ts';
import { ref } from '../references.ts';
import { sideId } from './side-id.ts';

/** Front matter of a concept (`src/content/concepts/<slug>.mdx`). */
export const conceptSchema = z.strictObject({
  term: text('the term as readers see it'),
  /** Its place on the map of its page: a side, both or neither; without it, it is on no map. */
  side: sideId(['both', 'neither']).optional(),
  /** Shown in popovers, answer cards and structured data. */
  definition: short('a definition of one sentence', 200, 'say it in one short sentence'),
  /** Phrases of people who do not know the term. */
  aliases: several(text('an alias'), 2, undefined, 'add words that people would search with'),
  related: z.array(ref('concept')),
  /** The concept that this one is most easily confused with. */
  contrast: ref('concept').optional(),
  /** What the text relies on. */
  sources: z.array(ref('source')).default([]),
});
export type ConceptData = z.infer<typeof conceptSchema>;
