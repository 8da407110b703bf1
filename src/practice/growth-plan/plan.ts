import * as z from 'zod/mini';
import { SIDE_NAMES } from '../../site.ts';
import { addDays, WEEKDAYS, weekdayOf } from '../../utils/days.ts';
import { PLAN_WEEKS } from './weeks.ts';

/** Maximum length of each half of a step, in characters. */
export const LONGEST_STEP = 300;

const step = z.object({
  /** A situation in the week, without "if". */
  if: z.string().check(z.maxLength(LONGEST_STEP)),
  /** The reader's action, without "then". */
  then: z.string().check(z.maxLength(LONGEST_STEP)),
  done: z.boolean(),
});
export type PlanStep = z.infer<typeof step>;

/** Four weeks of one stretch, with steps that the reader may have rewritten. */
export const planSchema = z.object({
  /** Time of the last change. */
  at: z.iso.datetime(),
  stretch: z.string().check(z.regex(/^g-[a-z0-9-]{1,70}$/)),
  /** Copied from the stretch, so that the plan stays readable if the stretch changes. */
  title: z.string().check(z.maxLength(200)),
  /** Id of the side that the plan strengthens. */
  side: z.enum(SIDE_NAMES.map(({ id }) => id)),
  steps: z.array(step).check(z.length(PLAN_WEEKS)),
  /** First day of the first week. */
  start: z.iso.date(),
  /** Weekday of its calendar events: 0 for Sunday. */
  weekday: z.int().check(z.minimum(0), z.maximum(6)),
  time: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  /** Finish time, if finished. */
  finished: z.optional(z.iso.datetime()),
});
export type Plan = z.infer<typeof planSchema>;

/** The parts of a stretch that a plan copies. */
export interface PlanStretch {
  id: string;
  title: string;
  side: string;
  steps: readonly { if: string; then: string }[];
}

/** The weekday that a step names, such as 1 for "it is Monday at nine". */
const namedWeekday = (moment: string): number | undefined => {
  const weekday = WEEKDAYS.findIndex((name) => moment.includes(name));
  return weekday < 0 ? undefined : weekday;
};

/**
 * Makes a plan with the steps of a stretch. It begins tomorrow, so that no event is in the past, on the weekday that its
 * first step names.
 */
export function newPlan({ id, title, side, steps }: PlanStretch, today: string, at: string): Plan {
  const start = addDays(today, 1);
  return {
    at,
    stretch: id,
    title,
    side,
    steps: steps.map((each) => ({ if: each.if, then: each.then, done: false })),
    start,
    weekday: namedWeekday(steps[0]?.if ?? '') ?? weekdayOf(start),
    time: '09:00',
  };
}

/** A step as a sentence, "If it is Monday, then ask why.", without duplicate or missing punctuation. */
export const stepSentence = ({ if: moment, then: action }: Pick<PlanStep, 'if' | 'then'>): string =>
  `If ${tidy(moment)}, then ${tidy(action)}.`;

const tidy = (text: string): string => {
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<![.,;])[.,;]+$/, '');
  return words === '' ? '...' : words;
};

export const doneSteps = ({ steps }: Plan): number => steps.filter(({ done }) => done).length;

/** The id of the side in a fragment (`#side=<id>` or `#<id>`); undefined for other fragments. */
export function sideOf(fragment: string, sides: readonly { id: string }[] = SIDE_NAMES): string | undefined {
  const side = fragment.replace(/^#(?:side=)?/, '');
  return sides.some(({ id }) => id === side) ? side : undefined;
}
