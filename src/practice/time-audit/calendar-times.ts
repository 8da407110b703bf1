import ICAL from 'ical.js';
import type { RawCalendar } from './ics-lines.ts';
import { momentOf } from './zone.ts';

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

/** Converts the times of one file and collects the names of time zones that the file does not define. */
export class Zones {
  /** Names of zones that the file does not define; their times are read in the zone of the device. */
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
    if (zone !== undefined) this.unknown.add(zone);
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
