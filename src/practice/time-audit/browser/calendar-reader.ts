import type { WeekOfEvents } from '../calendar.ts';
import type { RawFile } from '../ics-lines.ts';
import { weekSpan } from '../weeks.ts';
import { inSlices } from './slices.ts';

/** Read only when a file is chosen: nobody else pays for it. */
const loadReader = () => import('../calendar.ts');

/** Reads the events of a week from a calendar file, on the device. */
export class CalendarReader {
  /** Kept while the page is open, so that another week can be chosen; stored nowhere. */
  #open: { from: File; file: RawFile } | undefined;
  #latest = 0;

  /** The file that was opened last; one that cannot be read does not take its place. */
  get opened(): File | undefined {
    return this.#open?.from;
  }

  /**
   * The events of a week; words that say why there are none, where the file cannot be read; undefined where a later
   * call has taken this one's place.
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
