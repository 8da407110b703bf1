import { addDays } from '../../utils/days.ts';

/**
 * Wall times are represented as the milliseconds that they would be in UTC ("as if UTC"), so that calendar arithmetic
 * needs no zone. Only this module converts them to instants of a zone.
 */
const DAY = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The wall time in the zone at an instant, as if UTC. */
export function wallOf(moment: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(moment)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/**
 * The instant at which a clock in the zone shows this wall time. If the clock shows it twice, the first instant; if the
 * clock skips it, the instant with the offset before the change (RFC 5545, section 3.3.5).
 */
export function momentOf(wall: number, zone: string): number {
  const offsetAt = (moment: number): number => wallOf(moment, zone) - Math.floor(moment / 1000) * 1000;
  const before = offsetAt(wall - DAY);
  const after = offsetAt(wall + DAY);
  if (before === after || offsetAt(wall - before) === before) return wall - before;
  return offsetAt(wall - after) === after ? wall - after : wall - before;
}

/** The time zone of this device. */
export const deviceZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A day of the calendar: "2026-11-16". */
type Day = string;

const wallOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOfWall = (wall: number): Day => new Date(wall).toISOString().slice(0, 10);

/** The Monday of the week of an instant, in a zone. */
export function mondayOf(moment: number, zone: string): Day {
  const wall = wallOf(moment, zone);
  return addDays(dayOfWall(wall), -((new Date(wall).getUTCDay() + 6) % 7));
}

/** The next day with this weekday (0 is Monday) on which the time is still in the future. */
export function nextDay(moment: number, zone: string, weekday: number, time: string): Day {
  const day = addDays(mondayOf(moment, zone), weekday);
  const wall = Date.parse(`${day}T${time}:00Z`);
  return wall > wallOf(moment, zone) ? day : addDays(day, 7);
}

/** A time span from its start to its end, which is not included. */
export interface Span {
  start: number;
  end: number;
}

/** The week that begins on a Monday, in a zone; an hour shorter or longer if clocks change. */
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

/** Formats a week: "Nov 16 – 22, 2026". */
export const weekName = (monday: Day): string =>
  inWords.formatRange(wallOfDay(monday), wallOfDay(addDays(monday, 6)));

const clock = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short' });

/** Formats a time span in a zone: "Mon 9:00 AM – 9:15 AM". */
export function spanName({ start, end }: Span, zone: string): string {
  const from = wallOf(start, zone);
  const to = wallOf(end, zone);
  const later = dayOfWall(from) === dayOfWall(to) ? '' : `${weekday.format(to)} `;
  return `${weekday.format(from)} ${clock.format(from)} – ${later}${clock.format(to)}`;
}
