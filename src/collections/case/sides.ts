import { sideLabel } from '../../course/sides.ts';
import { BESIDES, SIDE_NAMES } from '../../site.ts';

/** What a choice was: the id of a side, "both" or "neither". */
export const kindOfSides = (sides: readonly string[]): string =>
  sides.length > 1 ? 'both' : (sides[0] ?? 'neither');

/** What a choice was, in a word for readers. */
export const sidesLabel = (sides: readonly string[]): string =>
  sideLabel(kindOfSides(sides), [...SIDE_NAMES, ...BESIDES]);
