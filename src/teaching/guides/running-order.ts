import type { GuideBlockData } from '../../course/schemas/guide.ts';

/** Minutes from the start of a session. */
export interface Span {
  from: number;
  to: number;
}

/** A block of a session with its times in the shortest and in the longest version. */
export interface TimedBlock {
  block: GuideBlockData;
  /** Position in the guide, from 1. */
  number: number;
  /** Times in the short version; undefined if it omits the block. */
  short: Span | undefined;
  long: Span;
}

export interface RunningOrder {
  blocks: TimedBlock[];
  /** Total minutes of the core blocks, each at its shortest. */
  shortest: number;
  /** Total minutes of all blocks, each at its longest. */
  longest: number;
}

/** Computes the times of the blocks of a guide in the shortest and the longest version. */
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

/** Formats a range: "3 to 8", or "5" if both are the same. */
export const minutesFromTo = (from: number, to: number): string =>
  from === to ? `${to}` : `${from} to ${to}`;
