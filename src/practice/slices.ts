import { balancePart } from '../lib/personal/balance.ts';
import { checksPart } from '../lib/personal/checks.ts';
import { growthPlanPart } from '../lib/personal/growth-plan.ts';
import { lessonsPart } from '../lib/personal/lessons.ts';
import type { Part } from '../lib/personal/part.ts';
import { questionCardsPart } from '../lib/personal/question-cards.ts';
import { reviewPart } from '../lib/personal/review.ts';
import { timeAuditPart } from '../lib/personal/time-audit.ts';
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
