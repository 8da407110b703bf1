import type { GuideSheet } from '../../course/schemas/guide.ts';

/** A sheet that serves the whole room, whatever its size. */
const ROOM = 200;

/** Copies of a sheet for a group. */
export const copiesOf = ({ per }: Pick<GuideSheet, 'per'>, people: number): number => Math.ceil(people / per);

/** How many copies to print, in words. */
export function copiesFor({ per }: Pick<GuideSheet, 'per'>): string {
  if (per === 1) return 'Print one for each person.';
  return per >= ROOM ? 'Print one for the room.' : `Print one for every ${per} people.`;
}
