import type { CalendarEvent } from '../../utils/calendar-file.ts';
import { addDays, firstOn } from '../../utils/days.ts';
import { stepSentence, type Plan } from './plan.ts';

/** Minutes that a step has in the calendar, and minutes before it that the calendar reminds. */
const STEP_MINUTES = 15;
const REMIND_MINUTES = 10;

/** One event a week, each with its own step, on the weekday and at the time that the reader chose. */
export const planEvents = (id: string, plan: Plan, url: string): CalendarEvent[] =>
  plan.steps.map((step, week) => ({
    uid: `plan-${id}-week-${week + 1}`,
    title: `${plan.title}: week ${week + 1}`,
    description: stepSentence(step),
    url,
    day: addDays(firstOn(plan.weekday, plan.start), 7 * week),
    time: plan.time,
    minutes: STEP_MINUTES,
    remind: REMIND_MINUTES,
  }));
