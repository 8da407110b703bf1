import * as z from 'zod/mini';
import { planSchema } from './plan.ts';
import type { Plans } from './plans.ts';
import { mergeBoth } from '../../storage/merge-both.ts';
import { contentId, type StorageSlice } from '../../storage/slice.ts';

/**
 * The reader's plans. In a merge, the active plan of this device stays active; that of the other device becomes active
 * only if this one has none.
 */
export const growthPlanSlice: StorageSlice<Plans> = {
  key: 'growthPlan',
  schema: z.object({ active: z.optional(contentId), plans: z.record(contentId, planSchema) }),
  empty: () => ({ plans: {} }),
  merge: (present, added) => {
    const fromThere =
      added.active !== undefined && !Object.hasOwn(present.plans, added.active) ? added.active : undefined;
    const active = present.active ?? fromThere;
    return {
      ...(active === undefined ? {} : { active }),
      plans: mergeBoth(present.plans, added.plans),
    };
  },
};
