import type { GuideBlockData } from '../../course/schemas/guide.ts';

/** Minutes from the start of a session. */
export interface Span {
  from: number;
  to: number;
}

/** A block of a session with its times in the shortest and in the longest version. */
export interface TimedBlock {
  block: GuideBlockData;
  /** Place in the guide, from 1. */
  number: number;
  /** Undefined where the short version leaves it out. */
  short: Span | undefined;
  long: Span;
}

export interface RunningOrder {
  blocks: TimedBlock[];
  /** Minutes of the core blocks, each as short as it may be. */
  shortest: number;
  /** Minutes of all blocks, each as long as it is worth. */
  longest: number;
}

/** Lays the blocks of a guide one after the other, once as short and once as long as they may be. */
export function runningOrder(blocks: readonly GuideBlockData[]): RunningOrder {
  let shortest = 0;
  let longest = 0;
  const timed = blocks.map((block, index): TimedBlock => {
    const long = { from: longest, to: (longest += block.most) };
    const short = block.core ? { from: shortest, to: (shortest += block.least) } : undefined;
    return { block, number: index + 1, short, long };
  });
  return { blocks: timed, shortest, longest };
}

/** "3 to 8", or "5" where both are the same. */
export const minutesFromTo = (from: number, to: number): string =>
  from === to ? `${to}` : `${from} to ${to}`;
