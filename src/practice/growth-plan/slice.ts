import * as z from 'zod/mini';
import { SIDE_NAMES } from '../../site.ts';
import { contentId, day, mergeBoth, moment, timeOfDay, type StorageSlice } from '../../storage/slice.ts';

/** Weeks of a growth plan: one step each. */
export const PLAN_WEEKS = 4;
/** Maximum length of each half of a step, in characters. */
export const LONGEST_STEP = 300;

const step = z.object({
  /** A situation in the week, without "if". */
  if: z.string().check(z.maxLength(LONGEST_STEP)),
  /** The reader's action, without "then". */
  then: z.string().check(z.maxLength(LONGEST_STEP)),
  done: z.boolean(),
});
export type PlanStep = z.infer<typeof step>;

/** Four weeks of one stretch, with steps that the reader may have rewritten. */
const planSchema = z.object({
  at: moment,
  stretch: z.string().check(z.regex(/^g-[a-z0-9-]{1,70}$/)),
  /** Copied from the stretch, so that the plan stays readable if the stretch changes. */
  title: z.string().check(z.maxLength(200)),
  side: z.enum(SIDE_NAMES.map(({ id }) => id)),
  steps: z.array(step).check(z.length(PLAN_WEEKS)),
  start: day,
  /** Weekday of its calendar events: 0 for Sunday. */
  weekday: z.int().check(z.minimum(0), z.maximum(6)),
  time: timeOfDay,
  finished: z.optional(moment),
});
export type Plan = z.infer<typeof planSchema>;

/** All plans of a reader, by id. At most one is active; the others are finished or put aside. */
export interface Plans {
  active?: string | undefined;
  plans: Record<string, Plan>;
}

/** The reader's plans. In a merge, the active plan of this device stays active. */
export const slice: StorageSlice<Plans> = {
  key: 'growthPlan',
  schema: z.object({ active: z.optional(contentId), plans: z.record(contentId, planSchema) }),
  empty: () => ({ plans: {} }),
  merge: (present, added) => {
    const isNew = added.active !== undefined && !Object.hasOwn(present.plans, added.active);
    const active = present.active ?? (isNew ? added.active : undefined);
    return { ...(active === undefined ? {} : { active }), plans: mergeBoth(present.plans, added.plans) };
  },
};
