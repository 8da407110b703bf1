import { momentOf, wallOf } from './zone.ts';

const DAY = 86_400_000;

/** A day of the calendar: "2026-11-16". */
type Day = string;

const wallOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOfWall = (wall: number): Day => new Date(wall).toISOString().slice(0, 10);

/** A day that is so many days later. */
export const addDays = (day: Day, days: number): Day => dayOfWall(wallOfDay(day) + days * DAY);

/** The Monday of the week that a moment falls into, in a zone. */
export function mondayOf(moment: number, zone: string): Day {
  const wall = wallOf(moment, zone);
  return addDays(dayOfWall(wall), -((new Date(wall).getUTCDay() + 6) % 7));
}

/** The next day, from the moment on, that is this day of the week (0 is Monday) and whose time is still to come. */
export function nextDay(moment: number, zone: string, weekday: number, time: string): Day {
  const day = addDays(mondayOf(moment, zone), weekday);
  const wall = Date.parse(`${day}T${time}:00Z`);
  return wall > wallOf(moment, zone) ? day : addDays(day, 7);
}

/** A stretch of time, from its first moment to the first after it. */
export interface Span {
  start: number;
  end: number;
}

/** The week that begins on a Monday, as moments of a zone; an hour shorter or longer where clocks change. */
export const weekSpan = (monday: Day, zone: string): Span => ({
  start: momentOf(wallOfDay(monday), zone),
  end: momentOf(wallOfDay(addDays(monday, 7)), zone),
});

const inWords = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
});

/** "Nov 16 – 22, 2026". */
export const weekName = (monday: Day): string =>
  inWords.formatRange(wallOfDay(monday), wallOfDay(addDays(monday, 6)));

const clock = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short' });

/** When something was, in a zone: "Mon 9:00 AM – 9:15 AM". */
export function spanName({ start, end }: Span, zone: string): string {
  const from = wallOf(start, zone);
  const to = wallOf(end, zone);
  const later = dayOfWall(from) === dayOfWall(to) ? '' : `${weekday.format(to)} `;
  return `${weekday.format(from)} ${clock.format(from)} – ${later}${clock.format(to)}`;
}
