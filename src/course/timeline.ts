import { SIDE_NAMES } from '../site.ts';
import { sideLabel, type SideName } from './sides.ts';
import type { Lesson, TimelineEvent } from './types.ts';

/** The label of an event's kind: a side, or the effect of earlier events. */
export const eventKind = (kind: TimelineEvent['kind'], sides: readonly SideName[] = SIDE_NAMES): string =>
  kind === 'result' ? 'What came of it' : sideLabel(kind, sides);

/** Events in chronological order. */
export const timelineOf = ({ timeline }: Pick<Lesson, 'timeline'>): TimelineEvent[] =>
  timeline.toSorted((a, b) => a.date.localeCompare(b.date));
