import { addDays, firstOn, weekdayOf, WEEKDAYS } from '../../utils/days.ts';
import { clockTime } from '../../utils/region.ts';

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

/** The first day of the week of an instant, in a zone; weeks begin on the given weekday, 0 for Sunday. */
export function weekStart(moment: number, zone: string, first: number): Day {
  const day = dayOfWall(wallOf(moment, zone));
  return addDays(day, -((weekdayOf(day) - first + 7) % 7));
}

/** The next day with this weekday (0 is Sunday) on which the time is still in the future. */
export function nextDay(moment: number, zone: string, weekday: number, time: string): Day {
  const wall = wallOf(moment, zone);
  const day = firstOn(weekday, dayOfWall(wall));
  return Date.parse(`${day}T${time}:00Z`) > wall ? day : addDays(day, 7);
}

/** A time span from its start to its end, which is not included. */
export interface Span {
  start: number;
  end: number;
}

/** The week that begins on a day, in a zone; an hour shorter or longer if clocks change. */
export const weekSpan = (first: Day, zone: string): Span => ({
  start: momentOf(wallOfDay(first), zone),
  end: momentOf(wallOfDay(addDays(first, 7)), zone),
});

const inWords = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  month: 'short',
  day: 'numeric',
  year: 'numeric',
});

/** Formats a week: "Nov 16 – 22, 2026". */
export const weekName = (first: Day): string =>
  inWords.formatRange(wallOfDay(first), wallOfDay(addDays(first, 6)));

const clockOf = (wall: number): string => clockTime(new Date(wall).toISOString().slice(11, 16));
const weekdayName = (day: Day): string | undefined => WEEKDAYS[weekdayOf(day)]?.slice(0, 3);

/** Formats a time span in a zone: "Mon 9:00 AM – 9:15 AM", or with 24 hours where the reader's region counts so. */
export function spanName({ start, end }: Span, zone: string): string {
  const [from, to] = [wallOf(start, zone), wallOf(end, zone)];
  const [day, last] = [dayOfWall(from), dayOfWall(to)];
  const later = day === last ? '' : `${weekdayName(last)} `;
  return `${weekdayName(day)} ${clockOf(from)} – ${later}${clockOf(to)}`;
}
