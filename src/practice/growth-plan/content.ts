import { z } from 'zod';
import { sectionLink } from '../../course/permalinks.ts';
import { text, uniqueBy } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import type { Claim, Source } from '../../course/types.ts';
import { PLAN_WEEKS } from './slice.ts';
import { toolContent, TOOLS } from '../tools.ts';
import { SIDES } from '../../site.ts';
import { ref } from '../../course/references.ts';

/** The kinds of stretches, with labels. */
export const KINDS = { exercise: 'Exercise', book: 'Book', course: 'Course', mentor: 'Mentor' } as const;

const stretch = z.strictObject({
  id: text('the id of the stretch').regex(/^g-[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'is not the id of a stretch. Remedy: start it with "g-", as in "g-weekly-why".',
  }),
  /** The side that it strengthens. */
  side: sideId(),
  kind: z.enum(Object.keys(KINDS) as (keyof typeof KINDS)[], {
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
const stretchesSchema = z.strictObject({
  stretches: z
    .array(stretch)
    .min(2, { error: 'has fewer than 2 entries. Remedy: offer something for each side.' })
    .superRefine(uniqueBy('id', (item) => item.id)),
});

export type StretchesData = z.infer<typeof stretchesSchema>;
export type StretchData = StretchesData['stretches'][number];

const { path } = TOOLS.growthPlan;

/** Heading of the stretches of a side. */
export const growHeading = (noun: string): string => `To grow your ${noun}`;

/** An activity that grows one side, with its evidence. */
export interface Stretch extends Omit<StretchData, 'claims' | 'sources'> {
  claims: Claim[];
  sources: Source[];
}

/** The growth plan's content. */
export const growthPlan = toolContent({
  file: 'stretches.yaml',
  needsSides: true,
  schema: stretchesSchema,
  build: ({ stretches }, resolve): Stretch[] =>
    stretches.map((stretch) => ({
      ...stretch,
      claims: resolve.claims(stretch.claims),
      sources: resolve.sources(stretch.sources),
    })),
  cites: (stretches) => ({
    claims: stretches.flatMap(({ claims }) => claims),
    sources: stretches.flatMap(({ sources }) => sources),
  }),
  links: (stretches) => [
    sectionLink(path, 'choose', 'Choose one thing to grow'),
    ...SIDES.map(({ id, noun }) => sectionLink(path, id, growHeading(noun))),
    ...stretches.map(({ id, title }) => sectionLink(path, id, title)),
  ],
});
