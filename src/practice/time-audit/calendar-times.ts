import ICAL from 'ical.js';
import type { RawCalendar } from './ics-lines.ts';
import { momentOf } from './weeks.ts';

/** The wall time of a calendar time, as if UTC. */
export const wallOfTime = (time: ICAL.Time): number =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);

/** The calendar time of a wall time, without a zone. */
export function timeOfWall(wall: number, isDate: boolean): ICAL.Time {
  const date = new Date(wall);
  const data = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    isDate,
  };
  return new ICAL.Time(data, ICAL.Timezone.localTimezone);
}

/** Whether the browser knows a zone by its IANA name, such as "Europe/Berlin". */
function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return name.includes('/');
  } catch {
    return false;
  }
}

/** Converts the times of one file and collects the names of time zones that neither the file nor the browser knows. */
export class Zones {
  /** Names of zones that neither the file nor the browser knows; their times are read in the zone of the device. */
  readonly unknown = new Set<string>();
  readonly #device: string;
  readonly #read = new Map<RawCalendar, Map<string, ICAL.Timezone | undefined>>();

  constructor(device: string) {
    this.#device = device;
  }

  /** The instant of a wall time in the named zone, or in the zone of the device if there is no name or it is unknown. */
  moment(wall: number, zone: string | undefined, calendar: RawCalendar): number {
    if (zone === 'UTC') return wall;
    const described = zone === undefined ? undefined : this.#zone(zone, calendar);
    if (described !== undefined) return wall - described.utcOffset(timeOfWall(wall, false)) * 1000;
    if (zone === undefined || isKnownZone(zone)) return momentOf(wall, zone ?? this.#device);
    this.unknown.add(zone);
    return momentOf(wall, this.#device);
  }

  #zone(name: string, calendar: RawCalendar): ICAL.Timezone | undefined {
    let read = this.#read.get(calendar);
    if (read === undefined) this.#read.set(calendar, (read = new Map()));
    if (!read.has(name)) read.set(name, parseZone(calendar.zones.get(name)));
    return read.get(name);
  }
}

/** Allowed properties of zone rules. Others could make ical.js iterate without end. */
const ZONE_RULE = /^FREQ=YEARLY(?:;(?:INTERVAL|COUNT|UNTIL|BYMONTH|BYDAY|BYMONTHDAY|WKST)=[^;]*)*$/i;

/** Whether a zone definition changes its clock unrealistically often. */
const isDense = (rules: ICAL.Component): boolean =>
  rules.getAllProperties('rrule').some((property) => !ZONE_RULE.test(String(property.getFirstValue() ?? '')));

/** Parses the definition of a zone; undefined when invalid. */
function parseZone(text: string | undefined): ICAL.Timezone | undefined {
  if (text === undefined) return undefined;
  try {
    const component = ICAL.Component.fromString(text);
    const rules = [
      ...component.getAllSubcomponents('standard'),
      ...component.getAllSubcomponents('daylight'),
    ];
    if (rules.length === 0 || rules.some(isDense)) return undefined;
    const zone = new ICAL.Timezone(component);
    // An unusable definition throws on first use.
    zone.utcOffset(timeOfWall(Date.UTC(2026, 0, 1), false));
    return zone;
  } catch {
    return undefined;
  }
}

/** The zone of a property's times: "UTC", a name, or undefined for floating times. */
export function zoneOf(property: ICAL.Property, time: ICAL.Time): string | undefined {
  if (time.zone === ICAL.Timezone.utcTimezone) return 'UTC';
  const name = property.getFirstParameter('tzid') as string | undefined;
  return name === undefined || name === '' ? undefined : name;
}

const DAY = 86_400_000;
/** Maximum number of starts of a rule in or before a week; no real calendar has more. */
const MOST_STARTS = 20_000;
/**
 * Maximum number of dates to try for a rule. A rule such as BYMONTH=2;BYMONTHDAY=30 has no start, and ical.js would search
 * for one forever. Enough for 137 years of a daily rule.
 */
const MOST_TRIED = 50_000;
const UNIT: Readonly<Record<string, number>> = {
  SECONDLY: 1_000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: DAY,
  WEEKLY: 7 * DAY,
};

/** Wall times (as if UTC) between which to find starts. */
export interface Between {
  from: number;
  to: number;
}

/**
 * The start from which to follow a rule. For frequent rules without a count it is as close to the week as their interval
 * allows, because a daily meeting that began in 2005 has thousands of starts.
 */
function firstOf(start: number, rule: ICAL.Recur, from: number): number {
  const unit = UNIT[rule.freq];
  if (unit === undefined || rule.count !== null) return start;
  const rhythm = unit * Math.max(1, rule.interval);
  return start + Math.max(0, Math.floor((from - start) / rhythm) - 1) * rhythm;
}

/**
 * The starts of a rule between two wall times, even if it never ends.
 * @param last whether a start is after the rule's UNTIL
 * @throws if it has far more or far fewer starts than a real rule
 */
export function ruleStarts(
  rule: ICAL.Recur,
  start: ICAL.Time,
  { from, to }: Between,
  last: (wall: number) => boolean,
): number[] {
  const starts: number[] = [];
  const open = rule.clone();
  // `last` checks UNTIL instead, with the zones of the file, which the rule does not know.
  open.until = null;
  const iterator = open.iterator(timeOfWall(firstOf(wallOfTime(start), rule, from), start.isDate));
  const fits = iterator.check_contracting_rules.bind(iterator);
  let tried = 0;
  iterator.check_contracting_rules = () => {
    if (++tried > MOST_TRIED) throw new RangeError('The rule has too few starts.');
    return fits();
  };
  let count = 0;
  for (let next = iterator.next(); next; next = iterator.next()) {
    if (++count > MOST_STARTS) throw new RangeError('The rule has too many starts.');
    const wall = wallOfTime(next);
    if (wall > to || last(wall)) break;
    if (wall >= from) starts.push(wall);
  }
  return starts;
}
