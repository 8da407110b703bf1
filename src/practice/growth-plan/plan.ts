import * as z from 'zod/mini';
import { SIDE_NAMES } from '../../site.ts';
import { weekdayOf } from '../../utils/days.ts';
import { PLAN_WEEKS } from './weeks.ts';

/** How long either half of a step may be, in characters. */
export const LONGEST_STEP = 300;

const step = z.object({
  /** A moment of the week, without "if". */
  if: z.string().check(z.maxLength(LONGEST_STEP)),
  /** The reader's action, without "then". */
  then: z.string().check(z.maxLength(LONGEST_STEP)),
  done: z.boolean(),
});
export type PlanStep = z.infer<typeof step>;

/** Four weeks of one stretch, with steps that the reader may have rewritten. */
export const planSchema = z.object({
  /** When it was changed last. */
  at: z.iso.datetime(),
  stretch: z.string().check(z.regex(/^g-[a-z0-9-]{1,70}$/)),
  /** As it was when the plan was made: the plan stays readable, whatever becomes of the stretch. */
  title: z.string().check(z.maxLength(200)),
  /** The id of the side that is to grow. */
  side: z.enum(SIDE_NAMES.map(({ id }) => id)),
  steps: z.array(step).check(z.length(PLAN_WEEKS)),
  /** The day that its first week starts on. */
  start: z.iso.date(),
  /** When its calendar events are: 0 for Sunday. */
  weekday: z.int().check(z.minimum(0), z.maximum(6)),
  time: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  /** When it was finished, where it was. */
  finished: z.optional(z.iso.datetime()),
});
export type Plan = z.infer<typeof planSchema>;

/** A stretch as a plan needs it. */
export interface PlanStretch {
  id: string;
  title: string;
  side: string;
  steps: readonly { if: string; then: string }[];
}

/** A plan with the steps of a stretch, which starts on a day. */
export const newPlan = ({ id, title, side, steps }: PlanStretch, start: string, at: string): Plan => ({
  at,
  stretch: id,
  title,
  side,
  steps: steps.map((each) => ({ if: each.if, then: each.then, done: false })),
  start,
  weekday: weekdayOf(start),
  time: '09:00',
});

/** "If it is Monday, then ask why." without doubled or missing marks, whatever the reader typed. */
export const stepSentence = ({ if: moment, then: action }: Pick<PlanStep, 'if' | 'then'>): string =>
  `If ${tidy(moment)}, then ${tidy(action)}.`;

const tidy = (text: string): string => {
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,;]+$/, '');
  return words === '' ? '...' : words;
};

export const doneSteps = ({ steps }: Plan): number => steps.filter(({ done }) => done).length;

/** The id of the side in a fragment (`#side=<id>` or `#<id>`); undefined where it names none. */
export function sideOf(fragment: string, sides: readonly { id: string }[] = SIDE_NAMES): string | undefined {
  const side = fragment.replace(/^#(?:side=)?/, '');
  return sides.some(({ id }) => id === side) ? side : undefined;
}
