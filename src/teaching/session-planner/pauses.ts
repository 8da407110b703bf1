import type { Where } from './choice.ts';

export const LUNCH_MINUTES = 45;
/** Minimum minutes of a session with lunch. */
export const LUNCH_FROM = 300;
/** Minutes of work at the end that need no break before them. */
const TOO_LITTLE = 15;

/**
 * When a break is due (after `from` to `to` minutes of work), and its length. In a room, a session of 75 minutes has one,
 * and one of an hour has none. People tire sooner in front of a screen.
 */
export const BREAKS: Record<Where, { from: number; to: number; minutes: number }> = {
  room: { from: 45, to: 64, minutes: 10 },
  call: { from: 50, to: 60, minutes: 15 },
};

/** A pause before the block with an index. */
export interface Pause {
  before: number;
  kind: 'break' | 'lunch';
  minutes: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Distance of a number from a range; 0 inside. */
const outside = (number: number, from: number, to: number): number => Math.max(from - number, number - to, 0);

/** The item with the lowest cost; of two, the first. */
function nearest(items: readonly number[], cost: (item: number) => number): number | undefined {
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  return others.reduce((best, item) => (cost(item) < cost(best) ? item : best), first);
}

/** Minutes of work before each block, and after the last. */
function sumsOf(work: readonly number[]): number[] {
  let total = 0;
  return [0, ...work.map((each) => (total += each))];
}

/** The breaks in a sequence of blocks with these minutes. */
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

/** Total minutes of blocks and their pauses. */
export const lengthWith = (work: readonly number[], pauses: readonly Pause[]): number =>
  sum(work) + sum(pauses.map(({ minutes }) => minutes));
