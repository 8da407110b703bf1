import { join } from 'node:path';
import Tinypool from 'tinypool';
import type { CardDrawings } from './card-thread.ts';

let threads: Tinypool | undefined;

/**
 * Prints a card as PNG, in a thread of its own. A card takes megabytes while it is printed, and in the thread that
 * makes the pages each few of them had the engine look through the whole course for memory to free.
 */
export function printCard(drawings: CardDrawings): Promise<Uint8Array<ArrayBuffer>> {
  threads ??= new Tinypool({
    filename: join(process.cwd(), 'src/figures/card-thread.ts'),
    minThreads: 0,
    idleTimeout: 10_000,
  });
  return threads.run(drawings) as Promise<Uint8Array<ArrayBuffer>>;
}
