import { z } from 'zod';
import { id, text, uniqueBy } from '../../course/schemas/common.ts';

const pair = z.strictObject({
  id: text('the id of the pair').regex(/^p-[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'is not the id of a pair. Remedy: start it with "p-", as in "p-stuck".',
  }),
  /** The question of the second side. */
  what: text('a question about what, who, when or how much'),
  /** The question of the first side. */
  why: text('a question about why it matters'),
});

const situation = z.strictObject({
  id: id('the id of the situation'),
  label: text('the name of the situation'),
  /** When to use its questions, and pitfalls. */
  when: text('when to use these questions'),
  pairs: z.array(pair).min(1, { error: 'is empty. Remedy: write at least one pair of questions.' }),
});

const feedbackItem = z.strictObject({
  id: text('the id of the item').regex(/^f-[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'is not the id of an item. Remedy: start it with "f-".',
  }),
  about: z.enum(['direction', 'connection'], {
    error: 'is neither direction nor connection. Remedy: choose one of the two.',
  }),
  text: text('what a team member can say of their week'),
});

/** The question bank and the team-feedback form (`src/content/tools/prompts.yaml`). */
export const promptsSchema = z.strictObject({
  situations: z
    .array(situation)
    .min(1, { error: 'is empty. Remedy: add a situation.' })
    .superRefine(uniqueBy('id', (item) => item.id)),
  feedback: z.strictObject({
    intro: text('what the form is for'),
    scale: z.array(text('a point of the scale')).min(2),
    items: z
      .array(feedbackItem)
      .min(2)
      .superRefine(uniqueBy('id', (item) => item.id)),
    open: z
      .array(z.strictObject({ id: text('the id of the question'), text: text('an open question') }))
      .min(1),
  }),
});

export type PromptsData = z.infer<typeof promptsSchema>;
