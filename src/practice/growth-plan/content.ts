import { z } from 'zod';
import { sectionLink } from '../../course/permalinks.ts';
import { letteredId, oneOf, several, text, uniqueIds } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import { PLAN_WEEKS } from './slice.ts';
import { toolContent, TOOLS } from '../tools.ts';
import { SIDES } from '../../site.ts';
import { ref } from '../../course/references.ts';

/** The kinds of stretches, with labels. */
export const KINDS = { exercise: 'Exercise', book: 'Book', course: 'Course', mentor: 'Mentor' } as const;

const stretch = z.strictObject({
  id: letteredId('g', 'stretch'),
  side: sideId(),
  kind: oneOf(KINDS),
  title: text('the name of the stretch'),
  summary: text('what one does'),
  effort: text('how much time it takes'),
  evidence: text('what research supports or disputes it, and what is open'),
  claims: z.array(ref('claim')).default([]),
  sources: z.array(ref('source')).default([]),
  /** One if-then step a week, without "if" and "then". */
  steps: several(
    z.strictObject({ if: text('a moment of the week'), then: text('what one does then') }),
    PLAN_WEEKS,
    PLAN_WEEKS,
    'write one step for each week',
  ),
});

/** The activities of the growth plan (`src/content/tools/stretches.yaml`). */
const stretchesSchema = z.strictObject({ stretches: several(stretch, 2).superRefine(uniqueIds) });
const { path } = TOOLS.growthPlan;
/** Heading of the stretches of a side. */
export const growHeading = (noun: string): string => `To grow your ${noun}`;

/** The growth plan's content. */
export const growthPlan = toolContent({
  file: 'stretches.yaml',
  needsSides: true,
  schema: stretchesSchema,
  build: ({ stretches }, { claim, source }) =>
    stretches.map((each) => ({ ...each, claims: each.claims.map(claim), sources: each.sources.map(source) })),
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
