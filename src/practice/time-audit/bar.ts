import { CATEGORIES, LETTERS, type CategoryId, type Hours } from './categories.ts';

/** A kind of hour in the time bar. */
export interface Segment {
  id: CategoryId;
  letter: string;
  hours: number;
  left: number;
  width: number;
}

/** Where each kind of hour lies in a bar, in the order of the kinds; an hour is `hour` wide. */
export function segments(hours: Hours, hour: number): Segment[] {
  let left = 0;
  return CATEGORIES.map((id) => {
    const segment = { id, letter: LETTERS[id], hours: hours[id], left, width: hours[id] * hour };
    left += segment.width;
    return segment;
  });
}
