import type { SessionChoice } from './choice.ts';
import type { TimedBlock, TimedGuide } from './guides.ts';
import { lengthWith, LUNCH_FROM, pausesFor } from './pauses.ts';
import { shareOut } from './share-out.ts';

/** A session item. */
export type SessionItem = { start: number; minutes: number } & (
  { kind: 'break' | 'lunch' } | { kind: 'block'; lesson: number; block: string; title: string }
);

/** A planned session. The minutes of its items and `rest` add up to the available minutes. */
export interface SessionPlan {
  items: SessionItem[];
  /** Unused minutes. */
  rest: number;
  /** Numbers of the lessons that do not fit. */
  leftOut: number[];
  /** Minimum minutes for all chosen lessons. */
  needed: number;
}

interface Placed {
  lesson: number;
  block: TimedBlock;
}

/** The order in which optional blocks are added, by kind. */
const FIRST_IN: Record<TimedBlock['kind'], number> = { exercise: 0, ask: 1, tell: 2, open: 3, close: 3 };

const least = (placed: readonly Placed[]): number[] => placed.map(({ block }) => block.least);
const room = (placed: readonly Placed[]): number[] => placed.map(({ block }) => block.most - block.least);

/**
 * Plans a session.
 *
 * 1. Adds the core blocks of every lesson, each at its shortest. If that is too long, drops the last lessons until it
 *    fits.
 * 2. Adds optional blocks that fit at their shortest: exercises first, then questions, then talks. Each has the position
 *    that it has in its guide.
 * 3. Distributes the remaining minutes in proportion to how far each block can grow, up to its longest.
 *
 * Each step includes the breaks and the lunch that the work needs (`pausesFor`).
 */
export function planSession(
  { minutes, where, lessons }: Pick<SessionChoice, 'minutes' | 'where' | 'lessons'>,
  guides: readonly TimedGuide[],
): SessionPlan {
  const length = (work: readonly number[]): number => lengthWith(work, pausesFor(work, where, minutes));
  const chosen = guides.filter(({ number }) => lessons.includes(number));
  const coreOf = (some: readonly TimedGuide[]): Placed[] =>
    some.flatMap(({ number, blocks }) =>
      blocks.filter(({ core }) => core).map((block) => ({ lesson: number, block })),
    );

  let kept = chosen;
  while (kept.length > 0 && length(least(coreOf(kept))) > minutes) kept = kept.slice(0, -1);

  const all = kept.flatMap(({ number, blocks }) => blocks.map((block) => ({ lesson: number, block })));
  const others = all
    .filter(({ block }) => !block.core)
    .sort((a, b) => FIRST_IN[a.block.kind] - FIRST_IN[b.block.kind]);
  let placed = all.filter(({ block }) => block.core);
  for (const other of others) {
    const within = all.filter((one) => one === other || placed.includes(one));
    if (length(least(within)) <= minutes) placed = within;
  }

  const work = grown(placed, minutes, length);
  const items = itemsOf(placed, work, pausesFor(work, where, minutes));
  return {
    items,
    rest: minutes - items.reduce((sum, item) => sum + item.minutes, 0),
    leftOut: chosen.slice(kept.length).map(({ number }) => number),
    needed: neededFor(least(coreOf(chosen)), where, minutes),
  };
}

/** The minutes of each block, grown to use as much of the time as possible. */
function grown(
  placed: readonly Placed[],
  minutes: number,
  length: (work: readonly number[]) => number,
): number[] {
  const [short, more] = [least(placed), room(placed)];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  // Tries each sum, the largest first, because one more minute of work can make a break due.
  for (let extra = Math.min(sum(more), minutes - sum(short)); extra > 0; extra -= 1) {
    const shares = shareOut(extra, more);
    const work = short.map((each, index) => each + (shares[index] ?? 0));
    if (length(work) <= minutes) return work;
  }
  return short;
}

/** Minutes for some work and its pauses. A session that is too short for lunch may have none. */
function neededFor(work: readonly number[], where: SessionChoice['where'], minutes: number): number {
  const needed = lengthWith(work, pausesFor(work, where, minutes));
  return needed < LUNCH_FROM ? needed : lengthWith(work, pausesFor(work, where, needed));
}

function itemsOf(
  placed: readonly Placed[],
  work: readonly number[],
  pauses: ReturnType<typeof pausesFor>,
): SessionItem[] {
  let start = 0;
  const at = (minutes: number): { start: number; minutes: number } => {
    start += minutes;
    return { start: start - minutes, minutes };
  };
  return placed.flatMap(({ lesson, block }, index): SessionItem[] => [
    ...pauses
      .filter(({ before }) => before === index)
      .map(({ kind, minutes }): SessionItem => ({ kind, ...at(minutes) })),
    { kind: 'block', lesson, block: block.id, title: block.title, ...at(work[index] ?? 0) },
  ]);
}
