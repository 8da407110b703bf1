import type { Where } from './choice.ts';

export const LUNCH_MINUTES = 45;
/** A session of this many minutes or more has a lunch. */
export const LUNCH_FROM = 300;
/** Work after the last break that is too short to have a break before it. */
const TOO_LITTLE = 15;

/** After how many minutes of work a break is due, and how long it is. People tire sooner in front of a screen. */
export const BREAKS: Record<Where, { from: number; to: number; minutes: number }> = {
  room: { from: 75, to: 90, minutes: 10 },
  call: { from: 50, to: 60, minutes: 15 },
};

/** A pause before the block of this index. */
export interface Pause {
  before: number;
  kind: 'break' | 'lunch';
  minutes: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** How far a number lies outside a span. */
const outside = (number: number, from: number, to: number): number => Math.max(from - number, number - to, 0);

/** The entry with the lowest cost; of two the first. */
function nearest(items: readonly number[], cost: (item: number) => number): number | undefined {
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  return others.reduce((best, item) => (cost(item) < cost(best) ? item : best), first);
}

/** Minutes of work before each block, and at the end of all. */
function sumsOf(work: readonly number[]): number[] {
  let total = 0;
  return [0, ...work.map((each) => (total += each))];
}

/** The breaks in a stretch of work: blocks of these minutes, one after the other. */
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
 * Breaks and lunch for blocks of these minutes, always between two blocks. A break comes at the boundary nearest to
 * when it is due; lunch at the boundary nearest to the middle, and the count of minutes to the next break starts anew.
 * @param session minutes that there are in all: lunch is for sessions of five hours or more that are also filled so far
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

/** Minutes of blocks together with their pauses. */
export const lengthWith = (work: readonly number[], pauses: readonly Pause[]): number =>
  sum(work) + sum(pauses.map(({ minutes }) => minutes));
