import { balancePart } from './balance.ts';
import { checksPart } from './checks.ts';
import { growthPlanPart } from './growth-plan.ts';
import { lessonsPart } from './lessons.ts';
import type { Part } from './part.ts';
import { questionCardsPart } from './question-cards.ts';
import { reviewPart } from './review.ts';
import { timeAuditPart } from './time-audit.ts';

/** A share whose data only its own part knows: what came through its schema may go into its merge. */
export interface AnyPart extends Omit<Part<unknown>, 'merge'> {
  merge(present: unknown, added: unknown): unknown;
}

/** Takes a part for what every part has in common. */
const any = <Data>(part: Part<Data>): AnyPart => part as unknown as AnyPart;

/** Every share of the personal store that this version of the site knows. A new one is added here, and in counts.ts. */
export const PARTS: readonly AnyPart[] = [
  any(lessonsPart),
  any(checksPart),
  any(balancePart),
  any(timeAuditPart),
  any(questionCardsPart),
  any(growthPlanPart),
  any(reviewPart),
];
