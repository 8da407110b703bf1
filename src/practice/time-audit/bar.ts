import { CATEGORIES, LETTERS, type CategoryId, type Hours } from './categories.ts';

/** A category of hours in the time bar. */
export interface Segment {
  id: CategoryId;
  letter: string;
  hours: number;
  left: number;
  width: number;
}

/** The position of each category in a bar, in the order of the categories; an hour is `hour` wide. */
export function segments(hours: Hours, hour: number): Segment[] {
  let left = 0;
  return CATEGORIES.map((id) => {
    const segment = { id, letter: LETTERS[id], hours: hours[id], left, width: hours[id] * hour };
    left += segment.width;
    return segment;
  });
}
