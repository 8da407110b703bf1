import type { Lesson, TimelineEvent } from './types.ts';

/** Labels of the kinds of events. */
export const EVENT_KIND: Record<TimelineEvent['kind'], string> = {
  leading: 'Leading',
  managing: 'Managing',
  result: 'What came of it',
};

/** The events of a lesson in chronological order. */
export const timelineOf = ({ timeline }: Lesson): TimelineEvent[] =>
  timeline.toSorted((a, b) => a.date.localeCompare(b.date));
