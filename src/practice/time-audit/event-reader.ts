import ICAL from 'ical.js';
import { wallOfTime, zoneOf, type Zones, ruleStarts, type Between } from './calendar-times.ts';
import { rawValue, type RawEvent } from './ics-lines.ts';
import type { Span } from './weeks.ts';

const DAY = 86_400_000;
/** Maximum length of a title; longer ones are truncated. */
const LONGEST_TITLE = 1_000;

/** One occurrence of an event. */
export interface Occurrence extends Span {
  title: string;
  allDay: boolean;
  /** Cancelled, or declined by the calendar's owner. */
  off: boolean;
  /** Marked as time that stays free, so that it counts only if the reader chooses so. */
  free: boolean;
}

/** Excluded starts: instants, and days if the file has no time. */
interface Excluded {
  moments: Set<number>;
  days: Set<number>;
}

/** Finds the occurrences of one event in a week. */
export class EventReader {
  readonly #raw: RawEvent;
  readonly #zones: Zones;
  readonly #event: ICAL.Component;
  readonly #start: ICAL.Time;
  readonly #zone: string | undefined;

  /** @throws if the event cannot be read */
  constructor(raw: RawEvent, zones: Zones) {
    this.#raw = raw;
    this.#zones = zones;
    this.#event = ICAL.Component.fromString(`BEGIN:VEVENT\r\n${raw.lines.join('\r\n')}\r\nEND:VEVENT`);
    const property = this.#event.getFirstProperty('dtstart');
    const start = property?.getFirstValue();
    if (property === null || !(start instanceof ICAL.Time)) throw new TypeError('The event has no start.');
    if (Number.isNaN(wallOfTime(start))) throw new TypeError('The start is no date.');
    this.#start = start;
    this.#zone = zoneOf(property, start);
  }

  /**
   * The occurrences in the week.
   * @param replaced the events that replace single occurrences of this series
   */
  within(week: Span, replaced: readonly RawEvent[]): Occurrence[] {
    const length = this.#length();
    const between = { from: week.start - length - 2 * DAY, to: week.end + 2 * DAY };
    const walls = this.#starts(between);
    const excluded = this.#excluded(replaced);
    const common = {
      title: this.#title(),
      allDay: this.#isAllDay(length),
      off: this.#isOff(),
      free: rawValue(this.#raw, 'TRANSP')?.toUpperCase() === 'TRANSPARENT',
    };
    return [...walls]
      .map(([wall, ends]) => {
        const start = this.#moment(wall);
        return { wall, start, end: start + (ends ?? length) };
      })
      .filter(({ wall, start, end }) => {
        const out = excluded.moments.has(start) || excluded.days.has(wall - (wall % DAY));
        return !out && start < end && start < week.end && end > week.start;
      })
      .map(({ start, end }) => ({ start, end, ...common }));
  }

  #moment(wall: number, zone = this.#zone): number {
    return this.#zones.moment(wall, zone, this.#raw.calendar);
  }

  /** Duration of an occurrence, in milliseconds. */
  #length(): number {
    const property = this.#event.getFirstProperty('dtend');
    const end = property?.getFirstValue();
    if (property !== null && end instanceof ICAL.Time) {
      const length =
        this.#moment(wallOfTime(end), zoneOf(property, end)) - this.#moment(wallOfTime(this.#start));
      // A clock change can make the length of a short event negative; wall times in the wrong order are an error.
      if (length < 0 && wallOfTime(end) < wallOfTime(this.#start))
        throw new RangeError('The event ends before it starts.');
      return Math.max(0, length);
    }
    const duration = this.#event.getFirstPropertyValue('duration');
    if (duration instanceof ICAL.Duration) return Math.max(0, duration.toSeconds() * 1000);
    return this.#start.isDate ? DAY : 0;
  }

  /** Every start as a wall time of the event's zone. Starts from an RDATE period have their own length. */
  #starts(between: Between): Map<number, number | undefined> {
    const starts = new Map<number, number | undefined>([[wallOfTime(this.#start), undefined]]);
    // An event that replaces an occurrence of a series has only its own times.
    if (rawValue(this.#raw, 'RECURRENCE-ID') !== undefined) return starts;
    for (const rule of this.#event.getAllProperties('rrule').flatMap((property) => property.getValues())) {
      if (!(rule instanceof ICAL.Recur)) continue;
      const last = this.#isAfter(rule.until);
      const made = ruleStarts(rule, this.#start, between, last);
      for (const wall of made) starts.set(wall, undefined);
    }
    for (const property of this.#event.getAllProperties('rdate'))
      for (const value of property.getValues()) {
        const time = value instanceof ICAL.Period ? value.start : value;
        if (!(time instanceof ICAL.Time)) continue;
        // Converted to a wall time of the event's zone, so that all starts are in one zone.
        const shift = this.#moment(wallOfTime(time), zoneOf(property, time)) - this.#moment(wallOfTime(time));
        const length = value instanceof ICAL.Period ? value.getDuration().toSeconds() * 1000 : undefined;
        starts.set(wallOfTime(time) + shift, length);
      }
    return starts;
  }

  /** Returns a test whether a wall time is after a rule's UNTIL. A day without a time includes the whole day. */
  #isAfter(until: ICAL.Time | null | undefined): (wall: number) => boolean {
    if (until === null || until === undefined) return () => false;
    const wallOfUntil = wallOfTime(until);
    if (until.isDate) return (wall) => wall >= wallOfUntil + DAY;
    if (until.zone !== ICAL.Timezone.utcTimezone) return (wall) => wall > wallOfUntil;
    return (wall) => this.#moment(wall) > wallOfUntil;
  }

  #excluded(replaced: readonly RawEvent[]): Excluded {
    const excluded: Excluded = { moments: new Set(), days: new Set() };
    const add = (property: ICAL.Property): void => {
      for (const time of property.getValues()) {
        if (!(time instanceof ICAL.Time)) continue;
        const wall = wallOfTime(time);
        if (time.isDate) excluded.days.add(wall);
        else excluded.moments.add(this.#moment(wall, zoneOf(property, time)));
      }
    };
    for (const property of this.#event.getAllProperties('exdate')) add(property);
    for (const { lines } of replaced) {
      const line = lines.find((found) => /^RECURRENCE-ID[;:]/i.test(found));
      if (line !== undefined) add(ICAL.Property.fromString(line));
    }
    return excluded;
  }

  #title(): string {
    const title = String(this.#event.getFirstPropertyValue('summary') ?? '');
    return title.trim().slice(0, LONGEST_TITLE) || 'No title';
  }

  #isAllDay(length: number): boolean {
    if (this.#start.isDate) return true;
    return (
      rawValue(this.#raw, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.toUpperCase() === 'TRUE' &&
      length >= DAY - 3_600_000
    );
  }

  /** Whether the event is canceled or declined. Outlook marks such events by a word before the title. */
  #isOff(): boolean {
    const { attendees, declined, calendar } = this.#raw;
    return (
      rawValue(this.#raw, 'STATUS')?.toUpperCase() === 'CANCELLED' ||
      /^(?:cancell?ed|declined): /i.test(this.#title()) ||
      declined.includes(calendar.name) ||
      (attendees === 1 && declined.length === 1)
    );
  }
}
