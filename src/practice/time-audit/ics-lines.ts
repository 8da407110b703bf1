/** The relevant lines of one event, unfolded, with the values known without parsing. */
export interface RawEvent {
  lines: string[];
  /** Number of attendees; `declined` has the addresses of those who declined. */
  attendees: number;
  declined: string[];
  calendar: RawCalendar;
}

/** One VCALENDAR of a file. */
export interface RawCalendar {
  /** The definitions of its time zones, by name, as text. */
  zones: Map<string, string>;
  /** Its name; in Google's files, the address of the owner. */
  name: string;
}

export interface RawFile {
  calendars: number;
  events: RawEvent[];
  /** Number of events without an end line. */
  torn: number;
}

const USED_LINES =
  /^(?:DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|SUMMARY|STATUS|TRANSP|X-MICROSOFT-CDO-ALLDAYEVENT)[;:]/i;
/** Maximum length of a line; the rest is dropped, because no property that we read needs it. */
const LONGEST_LINE = 20_000;

/** The content lines of a calendar file with CRLF or LF, unfolded, without a byte order mark. */
function* contentLines(text: string): Generator<string> {
  let whole: string[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    const stop = text.indexOf('\n', at);
    const end = stop === -1 ? text.length : stop;
    const line = text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
    at = end + 1;
    if (line.startsWith(' ') || line.startsWith('\t')) {
      whole.push(line.slice(1));
      continue;
    }
    if (whole.length > 0) yield whole.join('').slice(0, LONGEST_LINE);
    whole = [line];
  }
  yield whole.join('').slice(0, LONGEST_LINE);
}

const unquoted = (text: string): string => text.replace(/^"|"$/g, '');
/** The value of a line: the text after the name and parameters. */
export const valueOf = (line: string): string => line.replace(/^(?:"[^"]*"|[^":])*:/, '');

/** Splits a calendar file into events with the lines that are read. An invalid line affects only its own event. */
export function splitCalendar(text: string): RawFile {
  const file: RawFile = { calendars: 0, events: [], torn: 0 };
  let calendar: RawCalendar = { zones: new Map(), name: '' };
  let event: RawEvent | undefined;
  let zone: string[] | undefined;
  /** Components inside an event, such as its alarms. */
  let inner = 0;
  for (const line of contentLines(text)) {
    const [, edge, kind] = /^(BEGIN|END):(\S*)\s*$/i.exec(line) ?? [];
    const mark = edge === undefined ? undefined : `${edge}:${kind ?? ''}`.toUpperCase();
    if (mark === 'BEGIN:VCALENDAR') {
      file.calendars += 1;
      calendar = { zones: new Map(), name: '' };
    } else if (mark === 'BEGIN:VTIMEZONE') zone = [];
    if (mark === 'BEGIN:VEVENT' || mark === 'END:VCALENDAR') {
      if (event !== undefined) file.torn += 1;
      event = undefined;
      zone = undefined;
      inner = 0;
    }
    if (mark === 'BEGIN:VEVENT') event = { lines: [], attendees: 0, declined: [], calendar };
    else if (mark === 'END:VEVENT' && event !== undefined) {
      file.events.push(event);
      event = undefined;
    } else if (zone !== undefined) {
      zone.push(line);
      if (mark !== 'END:VTIMEZONE') continue;
      const id = zone.find((found) => /^TZID[;:]/i.test(found));
      if (id !== undefined) calendar.zones.set(unquoted(valueOf(id)), zone.join('\r\n'));
      zone = undefined;
    } else if (event === undefined) {
      if (/^X-WR-CALNAME[;:]/i.test(line)) calendar.name = valueOf(line).trim().toLowerCase();
    } else if (mark !== undefined) inner += edge?.toUpperCase() === 'BEGIN' ? 1 : -1;
    else if (inner <= 0) addTo(event, line);
  }
  if (event !== undefined) file.torn += 1;
  return file;
}

function addTo(event: RawEvent, line: string): void {
  if (USED_LINES.test(line)) event.lines.push(line);
  if (!/^ATTENDEE[;:]/i.test(line)) return;
  event.attendees += 1;
  if (/;PARTSTAT="?DECLINED/i.test(line))
    event.declined.push(
      valueOf(line)
        .replace(/^mailto:/i, '')
        .trim()
        .toLowerCase(),
    );
}

/** The raw value of an event's property; undefined when missing. */
export function rawValue({ lines }: RawEvent, name: string): string | undefined {
  const line = lines.find((found) => {
    const after = found[name.length];
    return (after === ':' || after === ';') && found.slice(0, name.length).toUpperCase() === name;
  });
  return line === undefined ? undefined : valueOf(line).trim();
}
