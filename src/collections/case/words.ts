import { sideLabel } from '../../course/sides.ts';
import { BESIDES, SIDE_NAMES } from '../../site.ts';

/** What a choice was: the id of a side, "both" or "neither". */
export const kindOfSides = (sides: readonly string[]): string =>
  sides.length > 1 ? 'both' : (sides[0] ?? 'neither');

/** What a choice was, in a word for readers. */
export const sidesLabel = (sides: readonly string[]): string =>
  sideLabel(kindOfSides(sides), [...SIDE_NAMES, ...BESIDES]);

/** Headings of the page of a case, by id; its files have the same. */
export const CASE_PARTS = {
  'each-choice': 'What each choice was',
  'choices-grid': 'Your choices on the grid',
  map: 'All ways',
  debrief: 'To talk about',
} as const;

/** The heading of what groups usually say. */
export const COMES_UP = 'What often comes up';
/** The heading of the steps of which a reader takes one. */
export const AT_WORK = 'One of these to try at work this week';
