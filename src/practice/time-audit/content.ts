import { z } from 'zod';
import { letteredId, oneOf, several, text, uniqueIds } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import { CATEGORIES } from './hours.ts';
import { toolContent } from '../tools.ts';
import { ref } from '../../course/references.ts';

const category = z.strictObject({
  id: oneOf(CATEGORIES),
  side: sideId(['both', 'none']),
  label: text('the name of the category'),
  about: text('what belongs there'),
});

const rule = z.strictObject({
  id: letteredId('r', 'rule'),
  category: oneOf(CATEGORIES),
  words: several(text('a word or phrase of an event’s title, in lower case'), 1),
});

/** The categories of the time audit, and the rules that sort events (`src/content/tools/time-audit.yaml`). */
export const timeAuditSchema = z.strictObject({
  basis: text('what the categories rest on, and their limits'),
  sources: z.array(ref('source')),
  categories: several(category, CATEGORIES.length, CATEGORIES.length).superRefine(uniqueIds),
  /** The first rule that matches an event sorts it. */
  rules: z.array(rule).superRefine(uniqueIds),
});

/** The time audit's content. */
export const timeAudit = toolContent({
  file: 'time-audit.yaml',
  schema: timeAuditSchema,
  build: (data, { source }) => ({ ...data, sources: data.sources.map(source) }),
  cites: ({ sources }) => ({ sources }),
});
