import * as z from 'zod/mini';
import { planSchema } from './plan.ts';
import type { Plans } from './plans.ts';
import { mergeBoth } from '../../storage/merge-both.ts';
import { contentId, type StorageSlice } from '../../storage/slice.ts';

/**
 * The plans that the reader made. The plan that is active on this device stays so; another's active plan is put aside
 * here, unless there is none.
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
