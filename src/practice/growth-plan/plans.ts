import { mergeLatest } from '../../storage/slice.ts';
import type { Plan } from './plan.ts';

/** All plans of a reader, by id. At most one is active; the others are finished or put aside. */
export interface Plans {
  active?: string | undefined;
  plans: Record<string, Plan>;
}

/** Merges stored plans with those of this page; the later version of each plan wins. */
export const upToDate = (stored: Plans, here: Plans): Plans => ({
  active: here.active,
  plans: mergeLatest(stored.plans, here.plans),
});

type Listed = [id: string, plan: Plan];

const latestFirst = ([, a]: Listed, [, b]: Listed): number => b.at.localeCompare(a.at);

/** The active plan; undefined if there is none. */
export const activePlan = ({ active, plans }: Plans): Plan | undefined =>
  active !== undefined && Object.hasOwn(plans, active) ? plans[active] : undefined;

/** Plans that are neither active nor finished. */
export const putAside = ({ active, plans }: Plans): Listed[] =>
  Object.entries(plans)
    .filter(([id, { finished }]) => id !== active && finished === undefined)
    .sort(latestFirst);

/** Plans that are finished. */
export const finishedPlans = ({ active, plans }: Plans): Listed[] =>
  Object.entries(plans)
    .filter(([id, { finished }]) => id !== active && finished !== undefined)
    .sort(latestFirst);

/** Stores a plan and makes it active. The previous active plan is put aside. */
export const withActive = ({ plans }: Plans, id: string, plan: Plan): Plans => ({
  active: id,
  plans: { ...plans, [id]: plan },
});

/** Changes a plan, whichever is active. A plan that was deleted stays deleted. */
export const withChange = (
  all: Plans,
  id: string,
  change: (plan: Plan) => Partial<Plan>,
  at: string,
): Plans => {
  const plan = all.plans[id];
  return plan === undefined
    ? all
    : { ...all, plans: { ...all.plans, [id]: { ...plan, ...change(plan), at } } };
};

/** Puts a plan aside, if it is the active one. */
export const withoutActive = ({ active, plans }: Plans, id: string): Plans => ({
  ...(active === id ? {} : { active }),
  plans,
});

/** Makes a plan active again. A finished one becomes unfinished, with its steps unchanged. */
export function takenUp(all: Plans, id: string): Plans {
  const plan = all.plans[id];
  if (plan === undefined) return all;
  return withActive(all, id, { ...plan, finished: undefined });
}

/** Deletes a plan. */
export const withoutPlan = ({ active, plans }: Plans, id: string): Plans => ({
  ...(active === id ? {} : { active }),
  plans: Object.fromEntries(Object.entries(plans).filter(([other]) => other !== id)),
});
