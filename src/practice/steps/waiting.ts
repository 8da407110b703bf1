import type { LessonRecord } from '../../storage/store.ts';
import { addDays, localDay } from '../../utils/days.ts';
import type { StepReport } from '../../storage/steps.ts';

/** Days after which a step that was not done yet is asked about again. */
const AGAIN = 7;

/**
 * The lessons to ask for their step, the one finished last first: those finished on an earlier day whose step has no
 * report, or was "not yet" a week ago.
 */
export function waitingSteps(
  lessons: Readonly<Record<string, LessonRecord>>,
  reports: readonly StepReport[],
  now: Date,
): string[] {
  const weekAgo = addDays(localDay(now), -AGAIN);
  return Object.entries(lessons)
    .flatMap(([id, { finished }]) => (finished === undefined ? [] : [{ id, finished: new Date(finished) }]))
    .filter(({ id, finished }) => {
      const last = reports.findLast(({ lesson }) => lesson === id);
      return last === undefined
        ? localDay(finished) < localDay(now)
        : last.did === 'no' && localDay(new Date(last.at)) <= weekAgo;
    })
    .sort((a, b) => b.finished.getTime() - a.finished.getTime())
    .map(({ id }) => id);
}
