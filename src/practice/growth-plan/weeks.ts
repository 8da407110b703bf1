/** Weeks of a growth plan: one step each. */
export const PLAN_WEEKS = 4;
