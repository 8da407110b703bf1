import ICAL from 'ical.js';

/** Something for the reader's own calendar. Its time floats: nine o'clock is nine wherever the calendar is. */
export interface CalendarEvent {
  /** Unique and lasting, so that importing twice changes the event and does not double it. */
  uid: string;
  title: string;
  description?: string;
  /** Address of a page of this site. */
  url?: string;
  /** Local day, as "2026-11-27". */
  day: string;
  /** Local time, as "16:00". */
  time: string;
  minutes: number;
  /** Repeats each week: this often, or without an end at 0. */
  weeks?: number;
  /** Minutes before the start that the calendar reminds. */
  remind?: number;
}

/**
 * A calendar file (RFC 5545) that Google's, Outlook's and Apple's calendars import.
 * @param now the moment that the file is made at
 */
export function calendarFile(events: readonly CalendarEvent[], now: Date): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//blueprint-and-build//Calendar//EN');
  for (const { uid, title, description, url, day, time, minutes, weeks, remind } of events) {
    const event = new ICAL.Component('vevent');
    const start = ICAL.Time.fromDateTimeString(`${day}T${time}:00`);
    event.updatePropertyWithValue('uid', `${uid}@blueprint-and-build`);
    event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
    event.updatePropertyWithValue('dtstart', start);
    event.updatePropertyWithValue('duration', ICAL.Duration.fromSeconds(minutes * 60));
    event.updatePropertyWithValue('summary', title);
    if (description !== undefined) event.updatePropertyWithValue('description', description);
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
