import { EventReader, Zones, type Occurrence } from './event-reader.ts';
import { rawValue, splitCalendar, type RawEvent, type RawFile } from './ics-lines.ts';
import { type Span } from './weeks.ts';

/** Maximum file size. A calendar of twenty busy years is smaller. */
const MOST_BYTES = 20 * 1024 * 1024;
const MOST_EVENTS = 10_000;

/** A file that cannot be read; the message is shown to the reader. */
export class CalendarFileError extends Error {
  override name = 'CalendarFileError';
}

/** An event of a week. Its title is only shown on the page and never stored. */
export type PlainEvent = Pick<Occurrence, 'title' | 'start' | 'end' | 'free'>;

/** The events of a calendar in one week, and the number of skipped ones. */
export interface WeekOfEvents {
  events: PlainEvent[];
  allDay: number;
  /** Cancelled events, and those that the calendar's owner declined. */
  off: number;
  unreadable: number;
  /** Names of zones that neither the file nor the browser knows; their times were read in the zone of the device. */
  unknownZones: string[];
}

/** Reads the raw events of a calendar file. Throws a CalendarFileError if it is too large or no calendar. */
export async function openFile(file: Blob): Promise<RawFile> {
  if (file.size > MOST_BYTES)
    throw new CalendarFileError(
      'This file is larger than 20 MB, so it was not read. Export one calendar alone, or a shorter span.',
    );
  return openCalendar(await file.text());
}

/** Reads the raw events of the text of a calendar file. Throws a CalendarFileError if it is none. */
export function openCalendar(text: string): RawFile {
  if (text.trim() === '') throw new CalendarFileError('This file is empty. Export your calendar once more.');
  if (text.startsWith('PK'))
    throw new CalendarFileError(
      'This is a .zip file. Open it first, then choose the .ics file that is in it.',
    );
  const file = splitCalendar(text);
  if (file.calendars === 0)
    throw new CalendarFileError(
      'This is not a calendar file. Choose a file that your calendar exported; its name ends in .ics.',
    );
  return file;
}

const DAY = 86_400_000;

const dayIn = (value: string | undefined): number | undefined => {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(value ?? '') ?? [];
  return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day));
};

/** Whether an event without repetition is more than a day, the largest zone offset, away from the week. */
function isFar(event: RawEvent, week: Span): boolean {
  if (rawValue(event, 'RRULE') !== undefined || rawValue(event, 'RDATE') !== undefined) return false;
  const start = dayIn(rawValue(event, 'DTSTART'));
  if (start === undefined) return false;
  if (start > week.end + 2 * DAY) return true;
  const end = dayIn(rawValue(event, 'DTEND'));
  return end !== undefined && end < week.start - 3 * DAY;
}

/**
 * The events of a week, sorted by time.
 * @param device the zone for times without a zone, or with one that the file does not define
 * @throws {CalendarFileError} if the week has more events than a page can show
 */
export function eventsOfWeek(file: RawFile, week: Span, device: string): WeekOfEvents {
  const zones = new Zones(device);
  const isOverride = (event: RawEvent): boolean => rawValue(event, 'RECURRENCE-ID') !== undefined;
  const overrides = Map.groupBy(file.events.filter(isOverride), (event) => rawValue(event, 'UID'));
  const found = new Map<string, Occurrence>();
  let unreadable = file.torn;
  for (const [index, event] of file.events.entries()) {
    if (isFar(event, week)) continue;
    try {
      const uid = rawValue(event, 'UID');
      const replaced = uid === undefined || isOverride(event) ? undefined : overrides.get(uid);
      const occurrences = new EventReader(event, zones).within(week, replaced ?? []);
      // Duplicates of an event, within or across files: the later wins.
      for (const one of occurrences) found.set(`${uid ?? index}|${one.start}`, one);
    } catch {
      unreadable += 1;
    }
  }
  const all = [...found.values()];
  if (all.length > MOST_EVENTS)
    throw new CalendarFileError(
      `This week has ${all.length} events, more than the ${MOST_EVENTS} that can be sorted here. Export one calendar alone.`,
    );
  const timed = all.filter(({ off, allDay }) => !off && !allDay);
  return {
    events: timed
      .sort((a, b) => a.start - b.start || a.end - b.end)
      .map(({ title, start, end, free }) => ({ title, start, end, free })),
    allDay: all.filter(({ off, allDay }) => !off && allDay).length,
    off: all.filter(({ off }) => off).length,
    unreadable,
    unknownZones: [...zones.unknown].sort(),
  };
}
