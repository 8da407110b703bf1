import { listed } from '../../utils/number-words.ts';
import type { SessionChoice } from './choice.ts';
import { clockTime, durationWords } from './clock.ts';
import type { TimedGuide } from './guides.ts';
import type { SessionPlan } from './plan.ts';

/** Unused minutes above which a notice suggests another lesson. */
const MUCH = 30;

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Summarizes a plan: "9:00 AM to 10:30 AM: 12 parts." */
export function summaryOf({ start }: Pick<SessionChoice, 'start'>, { items }: SessionPlan): string {
  if (items.length === 0) return 'There is no time for any of these lessons.';
  const count = (kind: string): number => items.filter((item) => item.kind === kind).length;
  const [breaks, lunches] = [count('break'), count('lunch')];
  const what = [
    counted(count('block'), 'part'),
    ...(breaks > 0 ? [counted(breaks, 'break')] : []),
    ...(lunches > 0 ? ['lunch'] : []),
  ];
  const end = items.reduce((sum, { minutes }) => sum + minutes, 0);
  return `${clockTime(start)} to ${clockTime(start, end)}: ${listed(what)}.`;
}

/** Describes differences from the choice: lessons and blocks left out, minutes to spare. */
export function noticesOf(
  { minutes }: Pick<SessionChoice, 'minutes'>,
  plan: SessionPlan,
  guides: readonly TimedGuide[],
): string[] {
  return [...leftOutLessons(minutes, plan, guides), ...leftOutBlocks(plan, guides), ...over(plan)];
}

function leftOutLessons(
  minutes: number,
  { leftOut, needed }: SessionPlan,
  guides: readonly TimedGuide[],
): string[] {
  if (leftOut.length === 0) return [];
  const names = guides
    .filter(({ number }) => leftOut.includes(number))
    .map(({ number, title }) => `lesson ${number} (${title})`);
  return [
    `${durationWords(minutes)} are too short for all that you chose. Left out: ${listed(names)}. All of it needs at least ${durationWords(needed)}.`,
  ];
}

function leftOutBlocks({ items }: SessionPlan, guides: readonly TimedGuide[]): string[] {
  const held = new Set(
    items.flatMap((item) => (item.kind === 'block' ? [`${item.lesson} ${item.block}`] : [])),
  );
  const lessons = new Set(items.flatMap((item) => (item.kind === 'block' ? [item.lesson] : [])));
  const names = guides
    .filter(({ number }) => lessons.has(number))
    .flatMap(({ number, blocks }) =>
      blocks
        .filter(({ id }) => !held.has(`${number} ${id}`))
        .map(({ title }) => `"${title}" (lesson ${number})`),
    );
  return names.length === 0 ? [] : [`Not in this session, because the time is short: ${listed(names)}.`];
}

function over({ rest, items }: SessionPlan): string[] {
  if (rest === 0 || items.length === 0) return [];
  const early = `You end ${durationWords(rest)} early`;
  return rest > MUCH
    ? [`${early}: the guides of these lessons hold no more. Choose a further lesson, or a shorter session.`]
    : [`${early}, or keep ${rest === 1 ? 'it' : 'them'} for questions.`];
}
