/** Days of the week, Sunday first. */
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** The last day that a field takes, so that browsers let a year have four digits. */
export const LAST_DAY = '9999-12-31';

/** Adds days to a day: "2026-11-30" and 2 make "2026-12-02". */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The weekday of a day, 0 for Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

/** The first given weekday on or after a day. */
export const firstOn = (weekday: number, day: string): string =>
  addDays(day, (weekday - weekdayOf(day) + 7) % 7);

/** The day of a time in the reader's time zone. */
export const localDay = (moment: Date): string =>
  [
    String(moment.getFullYear()).padStart(4, '0'),
    String(moment.getMonth() + 1).padStart(2, '0'),
    String(moment.getDate()).padStart(2, '0'),
  ].join('-');
