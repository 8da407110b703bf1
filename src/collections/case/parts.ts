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
