import { balancePart } from './balance/slice.ts';
import { checksPart } from '../storage/checks.ts';
import { growthPlanPart } from './growth-plan/slice.ts';
import { lessonsPart } from '../storage/lessons.ts';
import type { Part } from '../storage/part.ts';
import { questionCardsPart } from './questions/slice.ts';
import { reviewPart } from './review/slice.ts';
import { timeAuditPart } from './time-audit/slice.ts';
import type { TOOLS } from './tools.ts';

/** The tools with storage; each has its slice below. */
type StoringTool = {
  [Id in keyof typeof TOOLS]: (typeof TOOLS)[Id] extends { storage: object } ? Id : never;
}[keyof typeof TOOLS];

const TOOL_SLICES: Record<StoringTool, Part<unknown>> = {
  balance: balancePart,
  timeAudit: timeAuditPart,
  questions: questionCardsPart,
  growthPlan: growthPlanPart,
};

/** Every slice of the personal store that this version of the site knows: schema and merge, for export and import. */
export const SLICES: readonly Part<unknown>[] = [
  lessonsPart,
  checksPart,
  ...Object.values(TOOL_SLICES),
  reviewPart,
];
