import type { WeekOfEvents } from '../calendar.ts';
import type { RawFile } from '../ics-lines.ts';
import { weekSpan } from '../weeks.ts';

/** Milliseconds of work before the page can respond to input: about a frame. */
const SLICE_MS = 12;

/** Loads the parser when a file is chosen. */
const loadReader = () => import('../calendar.ts');

/** Reads the events of a week from a calendar file, on the device. */
export class CalendarReader {
  /** The file in memory, so that the reader can choose another week; never stored. */
  #open: { from: File; file: RawFile } | undefined;
  #latest = 0;

  /** The last file that could be read. */
  get opened(): File | undefined {
    return this.#open?.from;
  }

  /**
   * Reads the events of a week.
   * @returns the events, an error message if the file cannot be read, or undefined if a later call replaced this one
   */
  async week(from: File, monday: string, zone: string): Promise<WeekOfEvents | string | undefined> {
    this.#latest += 1;
    const mine = this.#latest;
    const isStale = (): boolean => mine !== this.#latest;
    try {
      const { eventsOfWeek, MOST_BYTES, openCalendar, TOO_BIG } = await loadReader();
      if (from.size > MOST_BYTES) return isStale() ? undefined : TOO_BIG;
      if (this.#open?.from !== from) {
        const file = await inSlices(openCalendar(await from.text()), isStale);
        if (file === undefined) return undefined;
        this.#open = { from, file };
      }
      return await inSlices(eventsOfWeek(this.#open.file, weekSpan(monday, zone), zone), isStale);
    } catch (error) {
      if (isStale()) return undefined;
      return error instanceof Error && error.name === 'CalendarFileError'
        ? error.message
        : 'This file could not be read. Choose it once more, or export it anew.';
    }
  }
}

/**
 * Runs a long task in slices, so that the page stays responsive.
 * @param isStale whether the result is no longer wanted, which stops the task
 * @returns the result, or undefined if the task was stopped
 * @throws any error of the task
 */
async function inSlices<Result>(
  steps: Generator<void, Result>,
  isStale: () => boolean,
): Promise<Result | undefined> {
  let begun = performance.now();
  while (!isStale()) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - begun < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  }
  return undefined;
}
