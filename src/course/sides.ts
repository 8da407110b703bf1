import { SIDE_NAMES } from '../site.ts';
import type { TimelineEvent } from './types.ts';

/** Names of a side, as code in browsers has them too. */
export type SideName = (typeof SIDE_NAMES)[number];
/** One item for each of two sides, in the order of the course. */
export type PerSide<Item> = readonly [first: Item, second: Item];

/** The two sides, for a tool that needs them; it is absent from courses without sides. */
export function pairOf<Side>([first, second]: readonly Side[]): PerSide<Side> {
  if (first === undefined || second === undefined) throw new Error('The course does not have two sides.');
  return [first, second];
}

/** The label of a side; an id that is none of a side stays as it is. */
export const sideLabel = (
  id: string,
  sides: readonly Pick<SideName, 'id' | 'label'>[] = SIDE_NAMES,
): string => sides.find((side) => side.id === id)?.label ?? id;

/** The label of an event's kind: a side, or the effect of earlier events. */
export const eventKind = (kind: TimelineEvent['kind'], sides: readonly SideName[] = SIDE_NAMES): string =>
  kind === 'result' ? 'What came of it' : sideLabel(kind, sides);

/** The name that classes and colors have for a side: "side-1". What is no side has its own name. */
export function sideToken(id: string, sides: readonly Pick<SideName, 'id'>[] = SIDE_NAMES): string {
  const place = sides.findIndex((side) => side.id === id);
  return place === -1 ? id : `side-${place + 1}`;
}
