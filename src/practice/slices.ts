import { casesSlice } from '../collections/case/slice.ts';
import { balanceSlice } from './balance/slice.ts';
import { checksSlice } from '../storage/checks.ts';
import { growthPlanSlice } from './growth-plan/slice.ts';
import { lessonsSlice } from '../storage/lessons.ts';
import type { StorageSlice } from '../storage/slice.ts';
import { questionCardsSlice } from './questions/slice.ts';
import { reviewSlice } from './review/slice.ts';
import { stepsSlice } from '../storage/steps.ts';
import { timeAuditSlice } from './time-audit/slice.ts';
import type { TOOLS } from './tools.ts';

/** The tools with storage; each has its slice below. */
type StoringTool = {
  [Id in keyof typeof TOOLS]: (typeof TOOLS)[Id] extends { storage: object } ? Id : never;
}[keyof typeof TOOLS];

const TOOL_SLICES: Record<StoringTool, StorageSlice<unknown>> = {
  balance: balanceSlice,
  timeAudit: timeAuditSlice,
  questions: questionCardsSlice,
  growthPlan: growthPlanSlice,
};

/** Every slice of the personal store that this version of the site knows: schema and merge, for export and import. */
export const SLICES: readonly StorageSlice<unknown>[] = [
  lessonsSlice,
  checksSlice,
  ...Object.values(TOOL_SLICES),
  reviewSlice,
  stepsSlice,
  casesSlice,
];
