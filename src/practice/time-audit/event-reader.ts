import ICAL from 'ical.js';
import { rawValue, type RawCalendar, type RawEvent } from './ics-lines.ts';
import { momentOf, type Span } from './weeks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LONGEST_TITLE = 1_000;
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
  HOURLY: HOUR,
  DAILY: DAY,
  WEEKLY: 7 * DAY,
};
/** Allowed properties of zone rules. Others could make ical.js iterate without end. */
const ZONE_RULE = /^FREQ=YEARLY(?:;(?:INTERVAL|COUNT|UNTIL|BYMONTH|BYDAY|BYMONTHDAY|WKST)=[^;]*)*$/i;

/** What the clock shows at a calendar time, as if UTC. */
const wallOf = (time: ICAL.Time): number =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);

const instantOf = (time: ICAL.Time): number => time.toUnixTime() * 1000;
const dayOf = (time: ICAL.Time): string => time.toString().slice(0, 10);

/** A zone that the browser knows by its IANA name, such as "Europe/Berlin". */
class BrowserZone extends ICAL.Timezone {
  override utcOffset(time: ICAL.Time): number {
    const wall = wallOf(time);
    return (wall - momentOf(wall, this.tzid)) / 1000;
  }
}

/** The browser's zone of a name; undefined if it knows none. */
function browserZone(name: string): ICAL.Timezone | undefined {
  if (name === 'UTC') return ICAL.Timezone.utcTimezone;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return name.includes('/') ? new BrowserZone({ tzid: name }) : undefined;
  } catch {
    return undefined;
  }
}

/** The zone that a file defines; undefined if the definition is invalid, or changes its clock unrealistically often. */
function definedZone(text: string): ICAL.Timezone | undefined {
  try {
    const component = ICAL.Component.fromString(text);
    const rules = component.getAllSubcomponents().flatMap((part) => part.getAllProperties('rrule'));
    if (rules.some((rule) => !ZONE_RULE.test(String(rule.getFirstValue())))) return undefined;
    const zone = new ICAL.Timezone(component);
    // An unusable definition throws on first use.
    zone.utcOffset(new ICAL.Time({ year: 2026, month: 1, day: 1 }, ICAL.Timezone.localTimezone));
    return component.getAllSubcomponents().length > 0 ? zone : undefined;
  } catch {
    return undefined;
  }
}

/** The time zones of a file. */
export class Zones {
  /** Names of zones that neither the file nor the browser knows; their times are read in the zone of the device. */
  readonly unknown = new Set<string>();
  readonly #device: ICAL.Timezone;
  readonly #read = new Map<string, ICAL.Timezone>();

  constructor(device: string) {
    this.#device = new BrowserZone({ tzid: device });
  }

  /** The zone with a name in a calendar; that of the device without a name. */
  get(name: string | undefined, { zones }: RawCalendar): ICAL.Timezone {
    if (name === undefined || name === '') return this.#device;
    const text = zones.get(name);
    const before = this.#read.get(text ?? name);
    if (before !== undefined) return before;
    const known = (text === undefined ? undefined : definedZone(text)) ?? browserZone(name);
    if (known === undefined) this.unknown.add(name);
    const zone = known ?? this.#device;
    this.#read.set(text ?? name, zone);
    return zone;
  }
}

/**
 * The start from which to follow a rule. For frequent rules without a count it is as close to the week as their interval
 * allows, because a daily meeting that began in 2005 has thousands of starts.
 */
function firstOf(start: ICAL.Time, rule: ICAL.Recur, from: number): ICAL.Time {
  const first = start.clone();
  const unit = UNIT[rule.freq];
  if (unit === undefined || rule.count !== null) return first;
  const rhythm = unit * Math.max(1, rule.interval);
  const skipped = Math.max(0, Math.floor((from - wallOf(start)) / rhythm) - 1) * rhythm;
  first.adjust(Math.floor(skipped / DAY), 0, 0, (skipped % DAY) / 1000);
  return first;
}

/** The starts of a rule between two wall times, valid until the next. Throws if it has far too many or too few. */
function* ruleStarts(rule: ICAL.Recur, start: ICAL.Time, from: number, to: number): Generator<ICAL.Time> {
  const { until } = rule;
  if (until && until.zone !== ICAL.Timezone.utcTimezone) until.zone = start.zone;
  // The end on a day without a time includes the whole day.
  if (until?.isDate) Object.assign(until, { isDate: false, hour: 23, minute: 59, second: 59 });
  const iterator = rule.iterator(firstOf(start, rule, from));
  const fits = iterator.check_contracting_rules.bind(iterator);
  let tried = 0;
  iterator.check_contracting_rules = () => {
    if (++tried > MOST_TRIED) throw new RangeError('The rule has too few starts.');
    return fits();
  };
  let count = 0;
  for (let next = iterator.next(); next && wallOf(next) <= to; next = iterator.next()) {
    if (++count > MOST_STARTS) throw new RangeError('The rule has too many starts.');
    if (wallOf(next) >= from) yield next;
  }
}

/** One occurrence of an event. */
export interface Occurrence extends Span {
  title: string;
  allDay: boolean;
  /** Cancelled, or declined by the calendar's owner. */
  off: boolean;
  /** Marked as time that stays free, so that it counts only if the reader chooses so. */
  free: boolean;
}

/** Finds the occurrences of one event in a week. */
export class EventReader {
  readonly #raw: RawEvent;
  readonly #zones: Zones;
  readonly #event: ICAL.Component;
  readonly #start: ICAL.Time;

  /** @throws if the event cannot be read */
  constructor(raw: RawEvent, zones: Zones) {
    this.#raw = raw;
    this.#zones = zones;
    this.#event = ICAL.Component.fromString(`BEGIN:VEVENT\r\n${raw.lines.join('\r\n')}\r\nEND:VEVENT`);
    const [start] = this.#values('dtstart');
    if (!(start instanceof ICAL.Time) || Number.isNaN(wallOf(start)))
      throw new TypeError('The event has no start.');
    this.#start = start;
  }

  /** The occurrences in the week, without those that other events replace. */
  within(week: Span, replaced: readonly RawEvent[]): Occurrence[] {
    const length = this.#length();
    const excluded = this.#excluded(replaced);
    const title = this.#title();
    const common = {
      title,
      allDay: this.#isAllDay(length),
      off: this.#isOff(title),
      free: rawValue(this.#raw, 'TRANSP')?.toUpperCase() === 'TRANSPARENT',
    };
    const found: Occurrence[] = [];
    for (const [time, own] of this.#starts(week.start - length - 2 * DAY, week.end + 2 * DAY)) {
      const start = instantOf(time);
      const end = start + (own ?? length);
      const isIn = start < end && start < week.end && end > week.start;
      if (isIn && !excluded.has(start) && !excluded.has(dayOf(time))) found.push({ start, end, ...common });
    }
    return found;
  }

  /** The values of a property, with times in their zones. */
  #values(name: string, lines = this.#event.getAllProperties(name)): unknown[] {
    return lines.flatMap((property) => {
      const values = property.getValues() as unknown[];
      for (const value of values) {
        const time = value instanceof ICAL.Period ? value.start : value;
        if (!(time instanceof ICAL.Time) || time.zone === ICAL.Timezone.utcTimezone) continue;
        const zone = property.getFirstParameter('tzid') as string | undefined;
        time.zone = this.#zones.get(zone, this.#raw.calendar);
      }
      return values;
    });
  }

  #length(): number {
    const [end] = this.#values('dtend');
    if (end instanceof ICAL.Time) {
      const length = instantOf(end) - instantOf(this.#start);
      // A clock change can make the length of a short event negative; wall times in the wrong order are an error.
      if (length < 0 && wallOf(end) < wallOf(this.#start))
        throw new RangeError('The event ends before it starts.');
      return Math.max(0, length);
    }
    const duration = this.#event.getFirstPropertyValue('duration');
    if (duration instanceof ICAL.Duration) return Math.max(0, duration.toSeconds() * 1000);
    return this.#start.isDate ? DAY : 0;
  }

  /** The starts between two wall times, each with its length if that is its own, as in an RDATE period. */
  *#starts(from: number, to: number): Generator<[start: ICAL.Time, length?: number]> {
    yield [this.#start];
    // An event that replaces an occurrence of a series has only its own times.
    if (rawValue(this.#raw, 'RECURRENCE-ID') !== undefined) return;
    for (const rule of this.#values('rrule'))
      if (rule instanceof ICAL.Recur)
        for (const start of ruleStarts(rule, this.#start, from, to)) yield [start];
    for (const value of this.#values('rdate'))
      if (value instanceof ICAL.Period) yield [value.start, value.getDuration().toSeconds() * 1000];
      else if (value instanceof ICAL.Time) yield [value];
  }

  /** Excluded starts: instants, or days if the file has no time. */
  #excluded(replaced: readonly RawEvent[]): Set<number | string> {
    const moved = replaced.flatMap(({ lines }) => lines.filter((line) => /^RECURRENCE-ID[;:]/i.test(line)));
    const times = [
      ...this.#values('exdate'),
      ...this.#values(
        'recurrence-id',
        moved.map((line) => ICAL.Property.fromString(line)),
      ),
    ].filter((time) => time instanceof ICAL.Time);
    return new Set(times.map((time) => (time.isDate ? dayOf(time) : instantOf(time))));
  }

  #title(): string {
    const title = String(this.#event.getFirstPropertyValue('summary') ?? '');
    return title.trim().slice(0, LONGEST_TITLE) || 'No title';
  }

  /** Whether the event has no hours. Outlook writes such days from midnight to midnight, with a property of its own. */
  #isAllDay(length: number): boolean {
    const isMarked = rawValue(this.#raw, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.toUpperCase() === 'TRUE';
    return this.#start.isDate || (isMarked && length >= DAY - HOUR);
  }

  /** Whether the event is canceled or declined. Outlook marks such events by a word before the title. */
  #isOff(title: string): boolean {
    const { attendees, declined, calendar } = this.#raw;
    return (
      rawValue(this.#raw, 'STATUS')?.toUpperCase() === 'CANCELLED' ||
      /^(?:cancell?ed|declined): /i.test(title) ||
      declined.includes(calendar.name) ||
      (attendees === 1 && declined.length === 1)
    );
  }
}
