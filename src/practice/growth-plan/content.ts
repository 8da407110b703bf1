import type { Claim, Source } from '../../course/types.ts';
import { sectionLink } from '../../course/permalinks.ts';
import { SIDES } from '../../site.ts';
import { stretchesSchema, type StretchData } from './schema.ts';
import { idsOf, toolContent } from '../tool-content.ts';
import { TOOLS } from '../tools.ts';

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
  write: (stretches) => ({
    stretches: stretches.map(({ claims, sources, ...words }) => ({
      ...words,
      claims: idsOf(claims),
      sources: idsOf(sources),
    })),
  }),
  links: (stretches) => [
    sectionLink(path, 'choose', 'Choose one thing to grow'),
    ...SIDES.map(({ id, noun }) => sectionLink(path, id, growHeading(noun))),
    ...stretches.map(({ id, title }) => sectionLink(path, id, title)),
  ],
});
