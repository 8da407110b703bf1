import ICAL from 'ical.js';
import { localDay } from './days.ts';
import { downloadFile } from './download.ts';

/** An event for the reader's calendar. Its time is floating, nine o'clock in any time zone, unless it has an instant. */
export interface CalendarEvent {
  /** Unique and lasting, so that a second import updates the event instead of duplicating it. */
  uid: string;
  title: string;
  description?: string;
  url?: string;
  place?: string;
  day: string;
  time: string;
  /** Its start where people are in several time zones. */
  instant?: Date;
  minutes: number;
  /** Repeats weekly: the number of occurrences, or 0 for no end. */
  weeks?: number;
  remind?: number;
}

// A continued line begins with a space, which ical.js does not count to the 75 octets that a line may have (RFC 5545, 3.1).
ICAL.foldLength = 74;

/** Makes a calendar file (RFC 5545) that the calendars of Google, Outlook and Apple can import. */
export function calendarFile(events: readonly CalendarEvent[], now: Date): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//blueprint-and-build//Calendar//EN');
  for (const { uid, title, description, url, place, day, time, instant, minutes, weeks, remind } of events) {
    const event = new ICAL.Component('vevent');
    const start =
      instant === undefined
        ? ICAL.Time.fromDateTimeString(`${day}T${time}:00`)
        : ICAL.Time.fromJSDate(instant, true);
    event.updatePropertyWithValue('uid', `${uid}@blueprint-and-build`);
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
    event.updatePropertyWithValue('dtstart', start);
    event.updatePropertyWithValue('duration', ICAL.Duration.fromSeconds(minutes * 60));
    event.updatePropertyWithValue('summary', title);
    if (description !== undefined) event.updatePropertyWithValue('description', description);
    if (place !== undefined) event.updatePropertyWithValue('location', place);
    if (url !== undefined) event.updatePropertyWithValue('url', url);
    if (weeks !== undefined)
      event.updatePropertyWithValue(
        'rrule',
        new ICAL.Recur({ freq: 'WEEKLY', ...(weeks > 0 ? { count: weeks } : {}) }),
      );
    if (remind !== undefined) {
      const alarm = new ICAL.Component('valarm');
      alarm.updatePropertyWithValue('action', 'DISPLAY');
      alarm.updatePropertyWithValue('description', title);
      alarm.updatePropertyWithValue('trigger', ICAL.Duration.fromSeconds(-remind * 60));
      event.addSubcomponent(alarm);
    }
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

/** Downloads events as a calendar file. */
export function downloadCalendar(name: string, events: readonly CalendarEvent[]): void {
  const now = new Date();
  downloadFile(`${name}-${localDay(now)}.ics`, 'text/calendar', calendarFile(events, now));
}
