import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { CalendarFileError, eventsOfWeek, openCalendar, type WeekOfEvents } from './calendar.ts';
import { timeAuditSchema } from './content.ts';
import {
  byCategory,
  CATEGORIES,
  type Hours,
  inHalves,
  leastSentence,
  overlapping,
  shares,
  sumHours,
  totalHours,
  hasPhrase,
  plainWords,
  sorter,
} from './hours.ts';
import { slice } from './slice.ts';
import { rawValue, splitCalendar } from './ics-lines.ts';
import { momentOf, nextDay, spanName, wallOf, weekName, weekSpan, weekStart } from './weeks.ts';
import { calendarFile } from '../../utils/calendar-file.ts';

const content = timeAuditSchema.parse(parse(readFileSync('src/content/tools/time-audit.yaml', 'utf8')));
const labels = byCategory((id) => content.categories.find((category) => category.id === id)?.label ?? '');
const HOUR = 3_600_000;
const WEEK = { start: 0, end: 168 * HOUR };

test('titles are sorted by whole words and phrases, whatever the case and the kind of apostrophe', () => {
  const categoryOf = sorter(content.rules);
  for (const [title, category] of [
    ['1:1 with Sam', 'growing'],
    ['11:15 delivery', 'running'],
    ['STAND-UP', 'running'],
    ['Stand–up', 'running'],
    ['Doctor’s appointment', 'other'],
    ["doctor's appointment", 'other'],
    ['Strategy: next year’s floor plan', 'shaping'],
    ['Rethinking', 'other'],
    ['Training budget', 'running'],
    ['Travel to client visit', 'other'],
    ['', 'other'],
  ] as const)
    expect(categoryOf(title), title).toBe(category);
  expect(hasPhrase(plainWords('Überblick'), plainWords('blick'))).toBe(false);
  expect(hasPhrase(plainWords('recap, cap'), 'cap')).toBe(true);
  expect(hasPhrase('anything', '')).toBe(false);
});

test('a reader’s own rule comes first and wins', () => {
  expect(sorter([{ category: 'other', words: ['Stand-up'] }, ...content.rules])('Stand-up comedy')).toBe(
    'other',
  );
});

test('events that overlap share their time; time outside of the week does not count', () => {
  const at = (start: number, end: number) => ({ start: start * HOUR, end: end * HOUR });
  expect(shares([at(9, 11), at(10, 12)], WEEK)).toEqual([1.5, 1.5]);
  expect(shares([at(9, 10), at(10, 11)], WEEK)).toEqual([1, 1]);
  expect(shares([at(-5, 1), at(167, 200), at(200, 201)], WEEK)).toEqual([1, 1, 0]);
  expect(overlapping([at(9, 11), at(10, 12), at(12, 13)])).toBe(2);
  expect(overlapping([])).toBe(0);
  expect(overlapping([at(9, 11), at(10, 10)]), 'a reminder within a meeting takes no time').toBe(0);
});

const span = fc
  .tuple(fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 0, max: 5_000 }))
  .map(([start, length]) => ({ start: start * 60_000, end: (start + length) * 60_000 }));

/** The hours of the week with at least one event, counted by brute force. */
function takenHours(events: readonly { start: number; end: number }[]): number {
  const taken = new Uint8Array(168 * 60);
  for (const { start, end } of events)
    taken.fill(1, Math.max(0, start / 60_000), Math.max(0, Math.min(168 * 60, end / 60_000)));
  return taken.reduce((sum, minute) => sum + minute, 0) / 60;
}

test('hours are never negative, and add up to the time that the events cover', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(span, fc.constantFrom(...CATEGORIES)), { maxLength: 60 }), (items) => {
      const events = items.map(([event]) => event);
      const hours = shares(events, WEEK);
      expect(Math.min(0, ...hours)).toBe(0);
      const sums = sumHours(items.map(([, category], index) => ({ hours: hours[index] ?? 0, category })));
      const total = hours.reduce((sum, one) => sum + one, 0);
      expect(totalHours(sums)).toBeCloseTo(total, 6);
      expect(total).toBeCloseTo(takenHours(events), 6);
    }),
  );
});

const anyHours = fc
  .tuple(...CATEGORIES.map(() => fc.integer({ min: 0, max: 42 * 60 })))
  .map((minutes): Hours => byCategory((id) => (minutes[CATEGORIES.indexOf(id)] ?? 0) / 60));

test('rounding to halves changes each hour, and their sum, by at most half an hour', () => {
  fc.assert(
    fc.property(anyHours, (hours) => {
      const halves = inHalves(hours);
      for (const id of CATEGORIES) {
        expect(halves[id] * 2).toBe(Math.round(halves[id] * 2));
        expect(Math.abs(halves[id] - hours[id])).toBeLessThanOrEqual(0.5);
      }
      expect(Math.abs(totalHours(halves) - totalHours(hours))).toBeLessThanOrEqual(0.2501);
    }),
  );
});

test('one sentence names the kinds of work that got least, and suggests no split', () => {
  expect(leastSentence({ running: 31, shaping: 0, growing: 3, other: 6 }, labels)).toBe(
    'The fewest hours went to “Shaping the future”: 0 hours. Did you choose that, or did it happen?',
  );
  expect(leastSentence({ running: 40, shaping: 1, growing: 1, other: 0 }, labels)).toBe(
    'The fewest hours went to “Shaping the future” and “Growing people”: 1 hour each. Did you choose that, or did it happen?',
  );
});

test('weeks begin on Monday in the zone of the device, even if the UTC day differs', () => {
  const late = Date.parse('2026-11-23T02:00:00Z');
  expect(weekStart(late, 'UTC', 1)).toBe('2026-11-23');
  expect(weekStart(late, 'America/New_York', 1)).toBe('2026-11-16');
  expect(weekName('2026-11-16').replace(/\s/g, ' ')).toBe('Nov 16 – 22, 2026');
  expect(weekSpan('2026-11-16', 'Asia/Kolkata').start).toBe(Date.parse('2026-11-15T18:30:00Z'));
  expect(nextDay(late, 'UTC', 1, '01:00')).toBe('2026-11-30');
  expect(nextDay(late, 'UTC', 1, '03:00')).toBe('2026-11-23');
});

test('a wall time survives the conversion to an instant and back, if the clock shows it once', () => {
  for (const zone of [
    'UTC',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
  ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 * 24 }), (hour) => {
        const moment = Date.parse('2020-01-01T00:00:00Z') + hour * HOUR;
        const wall = wallOf(moment, zone);
        expect(wallOf(momentOf(wall, zone), zone)).toBe(wall);
      }),
      { numRuns: 60 },
    );
});

test('a merge loses no week and no rule; invalid data is refused', () => {
  const audited = (at: string, week: string) => ({
    at,
    week,
    hours: { running: 30, shaping: 2, growing: 5.5, other: 3 },
  });
  const here = {
    weeks: [audited('2026-11-23T10:00:00.000Z', '2026-11-16')],
    rules: [{ at: '2026-11-23T10:00:00.000Z', words: 'huddle', category: 'running' as const }],
  };
  const there = {
    weeks: [audited('2026-11-16T10:00:00.000Z', '2026-11-09'), ...here.weeks],
    rules: [{ at: '2026-11-24T10:00:00.000Z', words: 'pilot', category: 'shaping' as const }],
  };
  const merged = slice.merge(here, there);
  expect(merged.weeks.map(({ week }) => week)).toEqual(['2026-11-09', '2026-11-16']);
  expect(merged.rules.map(({ words }) => words)).toEqual(['huddle', 'pilot']);
  expect(slice.schema.safeParse(merged).success).toBe(true);
  for (const wrong of [
    null,
    {},
    { weeks: [{ ...audited('2026-11-23T10:00:00.000Z', '2026-11-16'), hours: { running: -1 } }], rules: [] },
    { weeks: [], rules: [{ at: '2026-11-23T10:00:00.000Z', words: '', category: 'running' }] },
    { weeks: [], rules: [{ at: '2026-11-23T10:00:00.000Z', words: 'x', category: 'sleeping' }] },
  ])
    expect(slice.schema.safeParse(wrong).success).toBe(false);
});

const fixture = (name: string): string => readFileSync(`tests/fixtures/calendars/${name}.ics`, 'utf8');

const read = (text: string, zone: string, monday = '2026-11-16'): WeekOfEvents =>
  eventsOfWeek(openCalendar(text), weekSpan(monday, zone), zone);

const lines = ({ events }: WeekOfEvents, zone: string): string[] =>
  events.map((event) => `${spanName(event, zone)}: ${event.title}`.replace(/\s/g, ' '));

const NEW_YORK = 'America/New_York';

/** A calendar around one or more events. */
const calendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

test("Google's file: series with an exception and a moved day; without declined, cancelled and all-day events", () => {
  const week = read(fixture('google'), NEW_YORK);
  expect(lines(week, NEW_YORK)).toEqual([
    'Mon 9:00 AM – 9:15 AM: Stand-up',
    'Tue 9:00 AM – 9:15 AM: Stand-up',
    'Tue 10:00 AM – 11:00 AM: 1:1 with the new picker – where do you want to be next year, and what’s in the way of getting there?',
    'Thu 10:00 AM – 10:30 AM: Stand-up (moved)',
    'Fri 9:00 AM – 9:15 AM: Stand-up',
  ]);
  expect(week).toMatchObject({ allDay: 1, off: 2, unreadable: 0, unknownZones: [] });
});

test("desktop Outlook's file: quoted Windows zones, a byte order mark, its all-day property, cancelled in the title", () => {
  const week = read(fixture('outlook-desktop'), 'Europe/Berlin');
  expect(lines(week, 'Europe/Berlin')).toEqual(['Mon 3:00 PM – 4:00 PM: Roster for the week']);
  expect(week).toMatchObject({ allDay: 1, off: 1, unreadable: 0, unknownZones: [] });
});

test("Outlook 365's file: Exchange's zones, and the device's zone for one that the file does not define", () => {
  const week = read(fixture('outlook-365'), NEW_YORK);
  expect(lines(week, NEW_YORK)).toEqual([
    'Wed 10:00 AM – 11:00 AM: Coaching: the night shift',
    'Thu 9:00 AM – 10:00 AM: Call with the port',
    'Fri 3:00 PM – 4:30 PM: Off to see family',
  ]);
  expect(week.unknownZones).toEqual(['Customized Time Zone']);
});

test("Apple's file: LF, two calendars in one, floating times, dates and periods added by hand, the same event twice", () => {
  const week = read(fixture('apple'), 'Europe/Berlin');
  expect(lines(week, 'Europe/Berlin')).toEqual([
    'Mon 5:00 PM – 6:00 PM: Reflection — what surprised me? 🏗️ A long title that has to be folded in the middle of it',
    'Tue 2:00 PM – 3:30 PM: Training the apprentice',
    'Wed 10:00 AM – 11:00 AM: Training twice',
    'Thu 2:00 PM – 3:30 PM: Training the apprentice',
    'Fri 8:00 AM – 8:45 AM: Training the apprentice',
  ]);
});

test('a broken file gives its valid events, and the number of invalid ones', () => {
  const week = read(fixture('broken'), 'UTC');
  expect(week.events.map(({ title }) => title)).toEqual(['Sound']);
  expect(week.unreadable).toBe(5);
});

test('endless, absurd and enormous rules stop at the week', () => {
  const week = read(fixture('hostile'), 'UTC');
  expect(week.events.map(({ title }) => title)).toEqual(Array(7).fill('Every day for ever'));
  expect(week.unreadable).toBe(1);
});

test('a rule with no date, or almost none, affects only its own event', () => {
  const sound = ['UID:b', 'DTSTART:20261116T100000Z', 'DTEND:20261116T110000Z', 'SUMMARY:Sound'];
  for (const rule of [
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29',
  ]) {
    const week = read(
      calendar(
        ['UID:a', 'DTSTART:20261109T090000Z', 'DTEND:20261109T100000Z', 'SUMMARY:Never', `RRULE:${rule}`],
        sound,
      ),
      'UTC',
    );
    expect(
      week.events.map(({ title }) => title),
      rule,
    ).toEqual(['Sound']);
  }
});

test('a zone whose clock changes every second is unknown, and its times are in the device’s zone', () => {
  const zone = (id: string, rule: string) => [
    'BEGIN:VTIMEZONE',
    `TZID:${id}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    `RRULE:${rule}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
  const event = ['UID:a', 'DTSTART;TZID=Dense:20261116T100000', 'DURATION:PT1H', 'SUMMARY:A'];
  for (const rule of ['FREQ=SECONDLY', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYHOUR=1,2,3']) {
    const text = calendar(event).replace('VERSION:2.0', `VERSION:2.0\r\n${zone('Dense', rule).join('\r\n')}`);
    const week = read(text, 'UTC');
    expect(lines(week, 'UTC'), rule).toEqual(['Mon 10:00 AM – 11:00 AM: A']);
    expect(week.unknownZones, rule).toEqual(['Dense']);
  }
});

test('a line of millions of characters without a value spoils nothing else in the file', () => {
  const long = 'x'.repeat(15_000_000);
  const event = ['UID:a', 'DTSTART:20261116T100000', 'DURATION:PT1H', `DESCRIPTION;${long}`, 'SUMMARY:A'];
  const text = calendar(event).replace('VERSION:2.0', `X-WR-CALNAME;${long}`);
  expect(lines(read(text, 'UTC'), 'UTC')).toEqual(['Mon 10:00 AM – 11:00 AM: A']);
});

test('a zone of the tz database needs no definition in the file', () => {
  const week = read(
    calendar(['UID:a', 'DTSTART;TZID=America/New_York:20261116T190000', 'DURATION:PT1H', 'SUMMARY:A']),
    'Europe/Berlin',
  );
  expect(lines(week, 'Europe/Berlin')).toEqual(['Tue 1:00 AM – 2:00 AM: A']);
  expect(week.unknownZones).toEqual([]);
});

test('an event that leaves its time free is told apart', () => {
  const at = (title: string, ...more: string[]) => [
    `UID:${title}`,
    'DTSTART:20261116T100000Z',
    'DURATION:PT1H',
    `SUMMARY:${title}`,
    ...more,
  ];
  const week = read(
    calendar(at('Busy', 'TRANSP:OPAQUE'), at('Free', 'TRANSP:TRANSPARENT'), at('Plain')),
    'UTC',
  );
  expect(Object.fromEntries(week.events.map(({ title, free }) => [title, free]))).toEqual({
    Busy: false,
    Free: true,
    Plain: false,
  });
});

test('enormous lines and titles affect nothing else', () => {
  const week = read(
    calendar(
      ['UID:a', 'DTSTART:20261116T100000Z', 'DURATION:PT1H', `SUMMARY:${'1:1x'.repeat(20_000)}`],
      [
        'UID:b',
        'DTSTART:20261117T100000Z',
        'DURATION:PT1H',
        'SUMMARY:Sound',
        `BEGIN:${' '.repeat(200_000)}x`,
      ],
      [
        'UID:c',
        'DTSTART:20261118T100000Z',
        'DURATION:PT1H',
        'SUMMARY:Last',
        `ATTENDEE;${'x'.repeat(15_000_000)}`,
      ],
    ),
    'UTC',
  );
  const [long, ...others] = week.events.map(({ title }) => title);
  expect(long).toMatch(/^1:1x/);
  expect(long?.length).toBeLessThanOrEqual(1_000);
  expect(others).toEqual(['Sound', 'Last']);
});

test('other files are refused with the reason', () => {
  for (const [text, reason] of [
    ['', /empty/],
    [' \r\n', /empty/],
    ['PK\u0003\u0004', /\.zip/],
    ['<!doctype html><p>Sign in', /not a calendar/],
    ['BEGIN:VCARD\r\nFN:A\r\nEND:VCARD', /not a calendar/],
  ] as const) {
    expect(() => openCalendar(text)).toThrow(CalendarFileError);
    expect(() => openCalendar(text)).toThrow(reason);
  }
});

test('a meeting stays at its local time when clocks change, and the week has an hour more or less', () => {
  const text = fixture('google');
  for (const [monday, hours] of [
    ['2026-03-02', 167],
    ['2026-10-26', 169],
    ['2026-11-16', 168],
  ] as const) {
    const span = weekSpan(monday, NEW_YORK);
    expect((span.end - span.start) / 3_600_000).toBe(hours);
    const week = read(text, NEW_YORK, monday);
    expect(lines(week, NEW_YORK)[0]).toBe('Mon 9:00 AM – 9:15 AM: Stand-up');
  }
  // Seen from Berlin, which changes a week before New York.
  expect(lines(read(text, 'Europe/Berlin', '2026-10-19'), 'Europe/Berlin')[0]).toContain('Mon 3:00 PM');
  expect(lines(read(text, 'Europe/Berlin', '2026-10-26'), 'Europe/Berlin')[0]).toContain('Mon 2:00 PM');
});

test('floating times that a clock skips or shows twice are one instant each', () => {
  const text = calendar(
    ['UID:skipped', 'DTSTART:20260308T023000', 'DTEND:20260308T033000', 'SUMMARY:Skipped'],
    ['UID:night', 'DTSTART:20261101T003000', 'DTEND:20261101T023000', 'SUMMARY:Night'],
  );
  expect(lines(read(text, NEW_YORK, '2026-03-02'), NEW_YORK)).toEqual([]);
  const [night] = read(text, NEW_YORK, '2026-10-26').events;
  expect(((night?.end ?? 0) - (night?.start ?? 0)) / 3_600_000).toBe(3);
});

test('rules are read in the forms that calendars write', () => {
  const from = (...rest: string[]): number =>
    read(
      calendar(['UID:a', 'DTSTART:20261005T100000Z', 'DTEND:20261005T110000Z', 'SUMMARY:A', ...rest]),
      'UTC',
    ).events.length;
  expect(from('RRULE:FREQ=WEEKLY;COUNT=7')).toBe(1);
  expect(from('RRULE:FREQ=WEEKLY;COUNT=6')).toBe(0);
  expect(from('RRULE:FREQ=WEEKLY;INTERVAL=2')).toBe(1);
  expect(from('RRULE:FREQ=WEEKLY;INTERVAL=4')).toBe(0);
  expect(from('RRULE:FREQ=DAILY;UNTIL=20261117')).toBe(2);
  expect(from('RRULE:FREQ=DAILY;UNTIL=20261117T095959Z')).toBe(1);
  expect(from('RRULE:FREQ=MONTHLY;BYDAY=3WE')).toBe(1);
  expect(from('RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1')).toBe(0);
  expect(from('RRULE:FREQ=DAILY', 'EXDATE:20261116T100000Z,20261117T100000Z')).toBe(5);
  expect(from('RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20261116')).toBe(6);
});

test('an override that is cancelled, or moved out of the week, removes its day from the series', () => {
  const week = read(
    calendar(
      ['UID:a', 'DTSTART:20261102T100000Z', 'DTEND:20261102T110000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:A'],
      [
        'UID:a',
        'RECURRENCE-ID:20261117T100000Z',
        'DTSTART:20261117T100000Z',
        'DTEND:20261117T110000Z',
        'STATUS:CANCELLED',
        'SUMMARY:A',
      ],
      [
        'UID:a',
        'RECURRENCE-ID:20261118T100000Z',
        'DTSTART:20270118T100000Z',
        'DTEND:20270118T110000Z',
        'SUMMARY:A later',
      ],
    ),
    'UTC',
  );
  expect(week.events.length).toBe(5);
  expect(week.off).toBe(1);
});

test('an event that crosses the edge of the week counts in it', () => {
  const text = calendar(
    ['UID:a', 'DTSTART:20261115T220000Z', 'DTEND:20261116T020000Z', 'SUMMARY:Night shift'],
    ['UID:b', 'DTSTART:20261109T000000Z', 'DTEND:20261116T000000Z', 'SUMMARY:Ends with the week before'],
  );
  expect(read(text, 'UTC').events.map(({ title }) => title)).toEqual(['Night shift']);
});

test('ten thousand events are read', () => {
  const day = (index: number): string =>
    new Date(Date.UTC(2015, 0, 1 + Math.floor(index / 2.3))).toISOString().slice(0, 10).replaceAll('-', '');
  const events = Array.from({ length: 10_000 }, (_, index) => [
    `UID:${index}@example`,
    `DTSTART:${day(index)}T0${index % 10}0000Z`,
    `DTEND:${day(index)}T0${index % 10}3000Z`,
    `SUMMARY:Event ${index}`,
    'DESCRIPTION:A few words\\nin two lines',
    ...(index % 10 === 0 ? ['RRULE:FREQ=DAILY'] : []),
  ]);
  const week = read(calendar(...events), 'UTC');
  expect(week.unreadable).toBe(0);
  expect(week.events.length).toBeGreaterThanOrEqual(7_000);
});

test('calendar files of this site can be read back; their lines end and fold as in the standard', () => {
  const text = calendarFile(
    [
      {
        uid: 'reflection-1',
        title: 'Hour to step back; “what surprised me?”, and what is next',
        description:
          'What did we set out to do this week, and what happened?\nWhat surprised me? Où allons-nous?',
        day: '2026-11-13',
        time: '16:00',
        minutes: 45,
        weeks: 8,
        remind: 10,
      },
    ],
    new Date('2026-11-12T10:00:00Z'),
  );
  const written = text.split('\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...written.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
  const week = read(text, NEW_YORK);
  expect(lines(week, NEW_YORK)).toEqual([
    'Fri 4:00 PM – 4:45 PM: Hour to step back; “what surprised me?”, and what is next',
  ]);
  expect(read(text, NEW_YORK, '2026-12-28').events.length).toBe(1);
  expect(read(text, NEW_YORK, '2027-01-04').events.length).toBe(0);
});

test('a half hour that is missing goes to the kind that lost most', () => {
  expect(inHalves({ running: 0.1, shaping: 0.4, growing: 0, other: 0 })).toEqual({
    running: 0,
    shaping: 0.5,
    growing: 0,
    other: 0,
  });
});

test('a phrase is found as whole words only', () => {
  expect(hasPhrase('planner meeting', 'plan')).toBe(false);
  expect(hasPhrase('floorplan', 'plan')).toBe(false);
});

test('an hour that begins now is next week', () => {
  expect(nextDay(Date.parse('2026-11-24T09:00:00Z'), 'UTC', 2, '09:00')).toBe('2026-12-01');
});

test('the title of an alarm is not that of its event', () => {
  const lines = ['BEGIN:VEVENT', 'BEGIN:VALARM', 'SUMMARY:Bell', 'END:VALARM', 'SUMMARY:Talk', 'END:VEVENT'];
  const [event] = splitCalendar(lines.join('\r\n')).events;
  expect(event && rawValue(event, 'SUMMARY')).toBe('Talk');
});
