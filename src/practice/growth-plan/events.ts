import type { CalendarEvent } from '../../utils/calendar-file.ts';
import { addDays, firstOn } from '../../utils/days.ts';
import { stepSentence, type Plan } from './plan.ts';

/** Duration of a step in the calendar, in minutes. */
const STEP_MINUTES = 15;
const REMIND_MINUTES = 10;

/** The calendar events of a plan: one a week, each with its step, on the weekday and at the time that the reader chose. */
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
