import { z } from 'zod';
import { text, uniqueBy } from '../../course/schemas/common.ts';
import { sideId } from '../../course/schemas/side-id.ts';
import type { Source } from '../../course/types.ts';
import { CATEGORIES } from './hours.ts';
import { toolContent } from '../tools.ts';
import { ref } from '../../course/references.ts';

const categoryId = z.enum(CATEGORIES, {
  error: `is none of ${CATEGORIES.join(', ')}. Remedy: choose one of them.`,
});

const category = z.strictObject({
  id: categoryId,
  side: sideId(['both', 'none']),
  label: text('the name of the category'),
  about: text('what belongs there'),
});

const rule = z.strictObject({
  id: text('the id of the rule').regex(/^r-[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'is not the id of a rule. Remedy: start it with "r-".',
  }),
  category: categoryId,
  /** Lower-case words or phrases of an event's title. */
  words: z.array(text('a word or phrase')).min(1, { error: 'is empty. Remedy: name a word or phrase.' }),
});

/** The categories of the time audit, and the rules that sort events (`src/content/tools/time-audit.yaml`). */
export const timeAuditSchema = z.strictObject({
  /** What the categories rest on, and their limits. */
  basis: text('what the categories rest on'),
  sources: z.array(ref('source')),
  categories: z
    .array(category)
    .length(CATEGORIES.length, {
      error: `does not have ${CATEGORIES.length} entries. Remedy: describe each of ${CATEGORIES.join(', ')} once.`,
    })
    .superRefine(uniqueBy('id', (item) => item.id)),
  /** The first rule that matches an event sorts it. */
  rules: z.array(rule).superRefine(uniqueBy('id', (item) => item.id)),
});

export type TimeAuditData = z.infer<typeof timeAuditSchema>;

/** Categories and rules of the time audit, with their sources. */
export interface TimeAudit extends Omit<TimeAuditData, 'sources'> {
  sources: Source[];
}

/** The time audit's content. */
export const timeAudit = toolContent({
  file: 'time-audit.yaml',
  schema: timeAuditSchema,
  build: (data, resolve): TimeAudit => ({ ...data, sources: resolve.sources(data.sources) }),
  cites: ({ sources }) => ({ sources }),
});
