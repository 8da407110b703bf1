import type { SessionChoice, Where } from './choice.ts';
import { AROUND, type SessionBlock, type TimedGuide } from './guides.ts';

type SessionItem = { start: number; minutes: number } & (
  { kind: 'break' | 'lunch' } | { kind: 'block'; lesson: number; block: SessionBlock }
);

/** A planned session. The minutes of its items and `rest` add up to the available minutes. */
export interface SessionPlan {
  items: SessionItem[];
  rest: number;
  /** Numbers of the lessons that do not fit. */
  leftOut: number[];
  /** Minimum minutes for all chosen lessons. */
  needed: number;
}

interface Placed {
  lesson: number;
  block: SessionBlock;
}

/** The order in which optional blocks are added, by kind. */
const FIRST_IN: Record<SessionBlock['kind'], number> = { open: 0, close: 0, exercise: 1, ask: 2, tell: 3 };

/** Minutes of a session that has time for a welcome and an evaluation. */
const AN_HOUR = 60;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const least = (placed: readonly Placed[]): number[] => placed.map(({ block }) => block.least);
const room = (placed: readonly Placed[]): number[] => placed.map(({ block }) => block.most - block.least);

/**
 * Plans a session.
 *
 * 1. Adds the core blocks of every lesson, each at its shortest. If that is too long, drops the last lessons until it
 *    fits.
 * 2. Adds optional blocks that fit at their shortest: from an hour on the welcome and the evaluation, then exercises,
 *    questions and talks. Each has the position that it has in its guide.
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
  const allOf = (some: readonly TimedGuide[]): Placed[] =>
    some.flatMap(({ number, blocks }) => blocks.map((block) => ({ lesson: number, block })));
  const coreOf = (some: readonly TimedGuide[]): Placed[] => allOf(some).filter(({ block }) => block.core);

  let kept = chosen;
  while (kept.length > 0 && length(least(coreOf(kept))) > minutes) kept = kept.slice(0, -1);

  const around = minutes < AN_HOUR || kept.length === 0 ? [] : AROUND.map((block) => ({ lesson: 0, block }));
  const all = [...around.slice(0, 1), ...allOf(kept), ...around.slice(1)];
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
    rest: minutes - sum(items.map((item) => item.minutes)),
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
    { kind: 'block', lesson, block, ...at(work[index] ?? 0) },
  ]);
}

const LUNCH_MINUTES = 45;
/** Minimum minutes of a session with lunch. */
export const LUNCH_FROM = 300;
/** Minutes of work at the end that need no break before them. */
const TOO_LITTLE = 15;

/**
 * When a break is due (after `from` to `to` minutes of work), and its length. In a room, a session of 75 minutes has one,
 * and one of an hour has none. People tire sooner in front of a screen.
 */
const BREAKS: Record<Where, { from: number; to: number; minutes: number }> = {
  room: { from: 45, to: 64, minutes: 10 },
  call: { from: 50, to: 60, minutes: 15 },
};

interface Pause {
  before: number;
  kind: 'break' | 'lunch';
  minutes: number;
}

/** Distance of a number from a range; 0 inside. */
const outside = (number: number, from: number, to: number): number => Math.max(from - number, number - to, 0);

/** The item with the lowest cost; of two, the first. */
const nearest = (items: readonly number[], cost: (item: number) => number): number | undefined =>
  items.toSorted((one, other) => cost(one) - cost(other))[0];

/** Minutes of work before each block, and after the last. */
function sumsOf(work: readonly number[]): number[] {
  let total = 0;
  return [0, ...work.map((each) => (total += each))];
}

function breaksIn(work: readonly number[], where: Where, offset: number): Pause[] {
  const { from, to, minutes } = BREAKS[where];
  const before = sumsOf(work);
  const at = (index: number): number => before[index] ?? 0;
  const end = at(work.length);
  const pauses: Pause[] = [];
  let begin = 0;
  while (end - at(begin) > to) {
    const since = begin;
    const left = work
      .map((_, index) => index)
      .filter((index) => index > since && end - at(index) >= TOO_LITTLE);
    const next = nearest(left, (index) => outside(at(index) - at(since), from, to));
    if (next === undefined) break;
    pauses.push({ before: offset + next, kind: 'break', minutes });
    begin = next;
  }
  return pauses;
}

/**
 * The breaks and lunch for blocks with these minutes, always between two blocks. A break is at the boundary nearest to
 * its due time. Lunch is at the boundary nearest to the middle, and the time to the next break counts from there.
 * @param session available minutes; lunch is for sessions of five hours or more, if work and pauses also take that long
 */
export function pausesFor(work: readonly number[], where: Where, session: number): Pause[] {
  const plain = breaksIn(work, where, 0);
  const before = sumsOf(work);
  const noon = nearest(work.map((_, index) => index).slice(1), (index) =>
    Math.abs((before[index] ?? 0) - sum(work) / 2),
  );
  if (session < LUNCH_FROM || noon === undefined) return plain;
  const withLunch: Pause[] = [
    ...breaksIn(work.slice(0, noon), where, 0),
    { before: noon, kind: 'lunch', minutes: LUNCH_MINUTES },
    ...breaksIn(work.slice(noon), where, noon),
  ];
  return lengthWith(work, withLunch) < LUNCH_FROM ? plain : withLunch;
}

const lengthWith = (work: readonly number[], pauses: readonly Pause[]): number =>
  sum(work) + sum(pauses.map(({ minutes }) => minutes));

/**
 * Distributes whole minutes in proportion to the limit of each place.
 * @param minutes at most the sum of all limits
 */
export function shareOut(minutes: number, room: readonly number[]): number[] {
  const all = Math.max(1, sum(room));
  const until = sumsOf(room).map((before) => Math.round((minutes * before) / all));
  return room.map((_, index) => (until[index + 1] ?? 0) - (until[index] ?? 0));
}
