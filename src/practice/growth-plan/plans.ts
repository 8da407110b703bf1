import { mergeLatest } from '../../storage/slice.ts';
import type { Plan } from './plan.ts';

/** All plans of a reader, by id. One at most is active; of the others, those not finished are put aside. */
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

/** The plan that the reader is on. */
export const activePlan = ({ active, plans }: Plans): Plan | undefined =>
  active !== undefined && Object.hasOwn(plans, active) ? plans[active] : undefined;

/** Plans that are neither active nor finished. */
export const putAside = ({ active, plans }: Plans): Listed[] =>
  Object.entries(plans)
    .filter(([id, { finished }]) => id !== active && finished === undefined)
    .sort(latestFirst);

export const finishedPlans = ({ active, plans }: Plans): Listed[] =>
  Object.entries(plans)
    .filter(([id, { finished }]) => id !== active && finished !== undefined)
    .sort(latestFirst);

/** Makes a plan the active one, as it now is; the one that was active is put aside with all that is in it. */
export const withActive = ({ plans }: Plans, id: string, plan: Plan): Plans => ({
  active: id,
  plans: { ...plans, [id]: plan },
});

/** Leaves no plan active; the one that was is put aside, or finished at a moment. */
export function withoutActive(all: Plans, finished?: string): Plans {
  const { active, plans } = all;
  const plan = activePlan(all);
  if (active === undefined || plan === undefined || finished === undefined) return { plans };
  return { plans: { ...plans, [active]: { ...plan, finished, at: finished } } };
}

/** Takes a plan up again; a finished one goes on from where it was. */
export function takenUp(all: Plans, id: string): Plans {
  const plan = all.plans[id];
  if (plan === undefined) return all;
  return withActive(all, id, { ...plan, finished: undefined });
}

/** Forgets a plan. */
export const withoutPlan = ({ active, plans }: Plans, id: string): Plans => ({
  ...(active === id ? {} : { active }),
  plans: Object.fromEntries(Object.entries(plans).filter(([other]) => other !== id)),
});
