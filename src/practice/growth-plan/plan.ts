import { sideLabel } from '../../course/sides.ts';
import { SIDE_NAMES } from '../../site.ts';
import { without } from '../../storage/slice.ts';
import type { CalendarEvent } from '../../utils/calendar-file.ts';
import { formatAsOf } from '../../utils/dates.ts';
import { addDays, firstOn, weekdayOf, WEEKDAYS } from '../../utils/days.ts';
import { escapeMarkdown } from '../../utils/escape.ts';
import type { Plan, Plans, PlanStep } from './slice.ts';

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

const HOURS = 'twelve one two three four five six seven eight nine ten eleven'.split(' ');
/** The time that a step names within a working day, such as "14:00" for "it is Friday at two". */
function namedTime(moment: string): string | undefined {
  const [, word = ''] = /\bat (\w+)/.exec(moment.replace(/\bnoon\b/, 'at twelve')) ?? [];
  const hour = HOURS.indexOf(word);
  return hour < 0 ? undefined : `${String(hour < 7 ? hour + 12 : hour).padStart(2, '0')}:00`;
}

/** Makes a plan of a stretch. It begins tomorrow, on the weekday and at the time that its first step names. */
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
    time: namedTime(steps[0]?.if ?? '') ?? '09:00',
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

type Listed = [id: string, plan: Plan];

/** The active plan; undefined if there is none. */
export const activePlan = ({ active, plans }: Plans): Plan | undefined =>
  active !== undefined && Object.hasOwn(plans, active) ? plans[active] : undefined;

/** The plans that are not active: those that are finished, or those that were put aside. The latest is first. */
export const otherPlans = ({ active, plans }: Plans, areFinished: boolean): Listed[] =>
  Object.entries(plans)
    .filter(([id, { finished }]) => id !== active && (finished !== undefined) === areFinished)
    .sort(([, a], [, b]) => b.at.localeCompare(a.at));

/** Changes a plan, whichever is active. A plan that was deleted stays deleted. */
export const withChange = (
  all: Plans,
  id: string,
  change: (plan: Plan) => Partial<Plan>,
  at: string,
): Plans => {
  const plan = all.plans[id];
  return plan === undefined
    ? all
    : { ...all, plans: { ...all.plans, [id]: { ...plan, ...change(plan), at } } };
};

/** Puts a plan aside, if it is the active one. */
export const withoutActive = ({ active, plans }: Plans, id: string): Plans => ({
  ...(active === id ? {} : { active }),
  plans,
});

/** Makes a plan active again. A finished one becomes unfinished, with its steps unchanged. */
export function takenUp(all: Plans, id: string): Plans {
  const plan = all.plans[id];
  if (plan === undefined) return all;
  return { active: id, plans: { ...all.plans, [id]: { ...plan, finished: undefined } } };
}

/** Deletes a plan. */
export const withoutPlan = (all: Plans, id: string): Plans => ({
  ...withoutActive(all, id),
  plans: without(all.plans, id),
});

const STEP_MINUTES = 15;
const REMIND_MINUTES = 10;

/**
 * The calendar events of a plan: one a week, each with its step, on the weekday and at the time that the reader chose.
 * A step that names another day than the first one does is in that week on its own day.
 */
export function planEvents(id: string, plan: Plan, url: string): CalendarEvent[] {
  const usual = namedWeekday(plan.steps[0]?.if ?? '');
  return plan.steps.map((step, week) => {
    const named = namedWeekday(step.if);
    const own = named !== undefined && named !== usual;
    const first = firstOn(plan.weekday, plan.start);
    return {
      uid: `plan-${id}-week-${week + 1}`,
      title: `${plan.title}: week ${week + 1}`,
      description: stepSentence(step),
      url,
      day: addDays(own ? firstOn(named, first) : first, 7 * week),
      time: (own ? namedTime(step.if) : undefined) ?? plan.time,
      minutes: STEP_MINUTES,
      remind: REMIND_MINUTES,
    };
  });
}

/** The day on which a week of a plan begins, as text. */
export const weekStart = ({ start }: Plan, week: number): string => formatAsOf(addDays(start, 7 * week));

/** What a plan is about, below its title: its side and its first day. */
export const planSpan = (plan: Plan): string =>
  `${sideLabel(plan.side)}: four weeks from ${weekStart(plan, 0)}`;

/** A plan as Markdown, with checkboxes that most note-taking tools support. */
export const planMarkdown = (plan: Plan): string =>
  [
    `# ${escapeMarkdown(plan.title)}`,
    '',
    planSpan(plan),
    '',
    ...plan.steps.map(
      (step, week) =>
        `- [${step.done ? 'x' : ' '}] **Week ${week + 1}**, from ${weekStart(plan, week)}. ${escapeMarkdown(stepSentence(step))}`,
    ),
    '',
  ].join('\n');
