import { expect, test } from 'vitest';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import {
  choiceFragment,
  choiceFromFragment,
  defaultChoice,
  MINUTES,
  PEOPLE,
  wholeWithin,
  type SessionChoice,
  durationWords,
} from './choice.ts';
import { timeOf } from '../../utils/region.ts';
import { copiesOf, groupsOf, sizeNote } from '../guides/blocks.ts';
import { agendaOf } from './agenda.ts';
import {
  nearestSize,
  sessionGuides,
  type SessionCase,
  type SessionGuide,
  type TimedGuide,
} from './guides.ts';
import { LUNCH_FROM, pausesFor, planSession, shareOut } from './plan.ts';
import {
  agendaMarkdown,
  followUp,
  invitation,
  planReadme,
  sessionEvent,
  whenText,
  type Session,
} from './text.ts';
import { realCourse } from '../../../tests/fixtures/real-course.ts';
import { calendarFile } from '../../utils/calendar-file.ts';
import { INJECTIONS } from '../../../tests/fixtures/injections.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const block = fc
  .record({
    kind: fc.constantFrom(
      'open' as const,
      'tell' as const,
      'ask' as const,
      'exercise' as const,
      'close' as const,
    ),
    least: fc.integer({ min: 1, max: 30 }),
    more: fc.integer({ min: 0, max: 30 }),
    core: fc.boolean(),
  })
  .map(({ kind, least, more, core }) => ({
    kind,
    least,
    most: least + more,
    core,
    title: 'A part',
    happens: 'It',
  }));
/** The notes and links of a guide. */
const notesOf = (number: number): Omit<SessionGuide, 'number' | 'title' | 'blocks'> => ({
  sizes: { 5: 'five', 15: 'Make {3}.', 40: 'forty' },
  objectives: ['Name it.'],
  invite: '',
  remote: 'remote',
  lasting: `/go/l${number}/`,
  guide: `/trainers/l${number}/`,
  before: `/review/l${number}/`,
  after: `/lessons/l${number}/#check-yourself`,
  week: 'If it is Friday, then I ask.',
  kit: `/trainers/l${number}/kit.zip`,
});
const guides: fc.Arbitrary<SessionGuide[]> = fc
  .array(fc.array(block, { minLength: 4, maxLength: 9 }), { minLength: 1, maxLength: 10 })
  .map((lessons) =>
    lessons.map((blocks, index) => ({
      number: index + 1,
      title: `Lesson title ${index + 1}`,
      blocks: blocks.map((each, place) => ({ ...each, id: `b-${place}` })),
      ...notesOf(index + 1),
    })),
  );
const CASES = ['first-case', 'second-case', 'third-case'];
const choiceOf = (numbers: readonly number[]): fc.Arbitrary<SessionChoice> =>
  fc.record({
    minutes: fc.integer({ min: MINUTES.least, max: MINUTES.most }),
    people: fc.integer({ min: PEOPLE.least, max: PEOPLE.most }),
    where: fc.constantFrom('room' as const, 'call' as const),
    start: fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`),
    lessons: fc.subarray([...numbers], { minLength: 1 }),
    cases: fc.subarray([...CASES]),
  });
/** A plan to change. */
const PLAN: SessionChoice = {
  minutes: 90,
  people: 12,
  where: 'room',
  start: '09:00',
  lessons: [4],
  cases: [],
};
/** A session with what a trainer may add. */
const sessionWith = (
  choice: SessionChoice,
  agenda: Session['agenda'],
  details: Partial<Session['details']> = {},
): Session => ({
  choice,
  agenda,
  details: { day: '2026-12-10', place: '', trainer: '', names: [], ...details },
  address: 'https://x.example/plan/',
  absolute: (path) => `https://x.example${path}`,
});
const asked = guides.chain((all) => fc.tuple(fc.constant(all), choiceOf(all.map(({ number }) => number))));
const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

test('the items and the rest add up to the minutes, and each item begins where the last one ends', () => {
  fc.assert(
    fc.property(asked, ([all, choice]) => {
      const { items, rest } = planSession(choice, all);
      expect(sum(items.map(({ minutes }) => minutes)) + rest).toBe(choice.minutes);
      expect(rest).toBeGreaterThanOrEqual(0);
      let end = 0;
      for (const { start, minutes } of items) {
        expect(start).toBe(end);
        end += minutes;
      }
    }),
  );
});

test('blocks have valid minutes, are in the order of their guides, and include all core ones', () => {
  fc.assert(
    fc.property(asked, ([all, choice]) => {
      const { items, leftOut } = planSession(choice, all);
      const kept = all.filter(({ number }) => choice.lessons.includes(number) && !leftOut.includes(number));
      const order = kept.flatMap(({ number, blocks }) => blocks.map(({ id }) => `${number} ${id}`));
      const planned = items.flatMap((item) =>
        item.kind === 'block' && item.lesson > 0 ? [{ ...item, key: `${item.lesson} ${item.block.id}` }] : [],
      );
      expect(planned.map(({ key }) => key)).toEqual(
        order.filter((key) => planned.some((item) => item.key === key)),
      );
      for (const { number, blocks } of kept)
        for (const { id, least, most, core } of blocks) {
          const item = planned.find(({ key }) => key === `${number} ${id}`);
          if (core) expect(item).toBeDefined();
          if (item === undefined) continue;
          expect(item.minutes).toBeGreaterThanOrEqual(least);
          expect(item.minutes).toBeLessThanOrEqual(most);
        }
      // Only the last of the chosen lessons are dropped.
      expect([...kept.map(({ number }) => number), ...leftOut]).toEqual(choice.lessons);
    }),
  );
});

test('pauses are between blocks, and lunch is for sessions of five hours or more', () => {
  fc.assert(
    fc.property(asked, ([all, choice]) => {
      const { items } = planSession(choice, all);
      const kinds = items.map(({ kind }) => kind);
      expect(kinds[0] ?? 'block').toBe('block');
      expect(kinds.at(-1) ?? 'block').toBe('block');
      kinds.forEach((kind, index) => {
        if (kind !== 'block') expect(kinds[index + 1]).toBe('block');
      });
      const lunches = items.filter(({ kind }) => kind === 'lunch');
      expect(lunches.map(({ minutes }) => minutes)).toEqual(lunches.map(() => 45));
      expect(lunches.length).toBe(sum(items.map(({ minutes }) => minutes)) >= LUNCH_FROM ? 1 : 0);
      const length = choice.where === 'room' ? 10 : 15;
      for (const { kind, minutes } of items) if (kind === 'break') expect(minutes).toBe(length);
    }),
  );
});

test('the last quarter of an hour has a break before it, and less has none', () => {
  expect(pausesFor([80, 15], 'room', 120)).toEqual([{ before: 1, kind: 'break', minutes: 10 }]);
  expect(pausesFor([80, 14], 'room', 120)).toEqual([]);
});

test('no stretch of work is much longer than the time to a break', () => {
  fc.assert(
    fc.property(asked, ([all, choice]) => {
      let stretch = 0;
      let longest = 0;
      for (const { kind, minutes } of planSession(choice, all).items) {
        stretch = kind === 'block' ? stretch + minutes : 0;
        longest = Math.max(longest, stretch);
      }
      // A block that begins before the break is due may take an hour, and 15 minutes at the end have no break before them.
      expect(longest).toBeLessThanOrEqual(64 + 60);
    }),
  );
});

test('a session with the minutes that a plan needs includes all lessons', () => {
  fc.assert(
    fc.property(asked, ([all, choice]) => {
      const { needed, leftOut } = planSession(choice, all);
      expect(planSession({ ...choice, minutes: needed }, all).leftOut).toEqual([]);
      if (leftOut.length > 0) expect(needed).toBeGreaterThan(choice.minutes);
      else expect(needed).toBeLessThanOrEqual(choice.minutes);
    }),
  );
});

test('the same choice gives the same plan, whatever the order of its lessons', () => {
  fc.assert(
    fc.property(asked, ([all, choice]) => {
      const plan = planSession(choice, all);
      expect(planSession(choice, structuredClone(all))).toEqual(plan);
      expect(planSession({ ...choice, lessons: [...choice.lessons].reverse() }, all)).toEqual(plan);
    }),
  );
});

test('minutes are distributed as whole numbers, in proportion, up to the limit of each place', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 20 })
        .chain((room) => fc.tuple(fc.constant(room), fc.integer({ min: 0, max: sum(room) }))),
      ([room, minutes]) => {
        const shares = shareOut(minutes, room);
        expect(sum(shares)).toBe(minutes);
        shares.forEach((share, index) => {
          expect(share).toBeLessThanOrEqual(room[index] ?? 0);
          const exact = sum(room) === 0 ? 0 : (minutes * (room[index] ?? 0)) / sum(room);
          expect(Math.abs(share - exact)).toBeLessThan(1);
        });
      },
    ),
  );
  expect(shareOut(5, [10, 0, 10])).toEqual([3, 0, 2]);
});

/** A lesson with one optional exercise and core blocks. */
const lesson = (number: number): TimedGuide => ({
  number,
  title: `Title ${number}`,
  blocks: [
    { id: 'open', kind: 'open', title: 'Open', least: 5, most: 10, core: true, happens: 'It' },
    { id: 'aside', kind: 'tell', title: 'Aside', least: 5, most: 5, core: false, happens: 'It' },
    { id: 'try', kind: 'exercise', title: 'Try', least: 15, most: 30, core: false, happens: 'It' },
    { id: 'close', kind: 'close', title: 'Close', least: 10, most: 20, core: true, happens: 'It' },
  ],
});
const ids = (minutes: number, count = 1): string[] =>
  planSession({ minutes, where: 'room', lessons: numbers.slice(0, count) }, numbers.map(lesson)).items.map(
    (item) => (item.kind === 'block' ? `${item.block.id} ${item.minutes}` : `${item.kind} ${item.minutes}`),
  );

test('an exercise is added before a talk, and the remaining minutes are distributed', () => {
  expect(ids(15)).toEqual(['open 5', 'close 10']);
  expect(ids(30)).toEqual(['open 5', 'try 15', 'close 10']);
  expect(ids(36)).toEqual(['open 5', 'aside 5', 'try 16', 'close 10']);
  expect(ids(90)).toEqual([
    ...['welcome 3', 'open 10', 'aside 5', 'try 30', 'break 10', 'close 20', 'evaluation 4'],
  ]);
  // Never at the cost of what a lesson needs.
  expect(ids(60, 4)).toEqual(numbers.slice(0, 4).flatMap(() => ['open 5', 'close 10']));
});

/** The same lesson with its notes. */
const sessionLesson = (number: number): SessionGuide => ({
  ...lesson(number),
  ...notesOf(number),
});
const caseOf = (id: string, of: number): SessionCase => ({
  id,
  lesson: of,
  title: id,
  minutes: 8,
  lasting: `/go/${id}/`,
  path: `/cases/${id}/`,
  files: [],
});
const withCase = (choice: Partial<SessionChoice>): ReturnType<typeof agendaOf> =>
  agendaOf(
    { ...PLAN, minutes: 300, lessons: [1, 2], cases: ['first-case'], ...choice },
    [1, 2, 3].map(sessionLesson),
    [caseOf('first-case', 1), caseOf('second-case', 2), caseOf('third-case', 3)],
  );
/** The parts of an agenda, each with its lesson. */
const partsOf = ({ rows }: ReturnType<typeof agendaOf>): string[] =>
  rows.flatMap(({ title, label }) => (label === '' ? [] : `${label.slice(7, 8)} ${title}`));

test('a case is before the close of the lesson that it practices', () => {
  const agenda = withCase({});
  expect(partsOf(agenda).slice(3, 6)).toEqual(['1 Case: first-case', '1 Close', '2 Open']);
  const [row] = agenda.rows.filter(({ title }) => title === 'Case: first-case');
  // Eight minutes alone: up to twice that in a group, and the talk about it.
  expect(row?.minutes).toBeGreaterThanOrEqual(18);
  expect(row?.minutes).toBeLessThanOrEqual(41);
  expect(agenda.links.map(({ page }) => page)).toEqual([
    '/trainers/l1/',
    '/trainers/l2/',
    '/cases/first-case/room/',
  ]);
});

test('a case of a lesson that is not in the session is before the last close', () => {
  expect(partsOf(withCase({ cases: ['third-case'] })).slice(-2)).toEqual(['2 Case: third-case', '2 Close']);
});

test('a case that goes with its lesson, because the time is short, is named', () => {
  const agenda = withCase({ minutes: 30, cases: ['second-case'] });
  expect(partsOf(agenda).join()).not.toContain('Case');
  expect(agenda.links.map(({ page }) => page)).toEqual(['/trainers/l1/']);
  expect(agenda.notices.join(' ')).toContain('Left out: lesson 2 (Title 2) and "Case: second-case".');
});

test('lessons that do not fit are listed, with the minutes that all need', () => {
  const three = { minutes: 40, where: 'room' as const, lessons: [1, 2, 3] };
  const plan = planSession(three, numbers.map(lesson));
  expect(plan.leftOut).toEqual([3]);
  expect(plan.needed).toBe(45);
});

test('a plan survives the round trip through an address', () => {
  fc.assert(
    fc.property(choiceOf(numbers), (choice) => {
      expect(choiceFromFragment(choiceFragment(choice), numbers, CASES)).toEqual({ choice, problems: [] });
    }),
  );
});

test('links of before cases could be chosen are read as they were, and links without a case are as before', () => {
  const old = '#minutes=90&people=15&where=room&start=09:00&lessons=1,3,7';
  const read = choiceFromFragment(old, numbers, CASES);
  expect(read).toEqual({ choice: { ...PLAN, people: 15, lessons: [1, 3, 7] }, problems: [] });
  expect(choiceFragment({ ...PLAN, people: 15, lessons: [1, 3, 7] })).toBe(old);
});

test('a case that the course does not have is left out, with a message', () => {
  const link = '#minutes=90&people=15&where=room&start=09:00&lessons=1&cases=gone,second-case,%3Cb%3E';
  const read = choiceFromFragment(link, numbers, CASES);
  expect(read?.choice.cases).toEqual(['second-case']);
  expect(read?.problems).toEqual([expect.stringContaining('not in this course')]);
});

test('an empty fragment, or an id on the page, is not a plan', () => {
  for (const fragment of ['', '#', '#main', '#agenda', '#how-it-plans'])
    expect(choiceFromFragment(fragment, numbers)).toBeUndefined();
});

/** Expects a choice that the form could have made. */
function expectSound({ minutes, people, where, start, lessons, cases }: SessionChoice): void {
  expect(wholeWithin(String(minutes), MINUTES)).toBe(minutes);
  expect(wholeWithin(String(people), PEOPLE)).toBe(people);
  expect(['room', 'call']).toContain(where);
  expect(timeOf(start)).toBe(start);
  expect(lessons.length).toBeGreaterThan(0);
  expect(lessons).toEqual(numbers.filter((number) => lessons.includes(number)));
  expect(cases).toEqual(CASES.filter((id) => cases.includes(id)));
}

test('any address gives a valid choice, and messages that never repeat its text', () => {
  const hostile = fc.oneof(fc.constantFrom(...INJECTIONS), fc.string({ unit: 'binary', maxLength: 40 }));
  const value = fc.oneof(
    hostile,
    fc.constantFrom('', '-1', '0', '29', '481', '1e2', '9.5', '٩٠', ' 90', '24:00'),
  );
  fc.assert(
    fc.property(
      fc.record({ minutes: value, people: value, where: value, start: value, lessons: value, cases: value }),
      (odd) => {
        const written = Object.entries(odd)
          .map(([key, text]) => `${key}=${encodeURIComponent(text)}`)
          .join('&');
        const read = choiceFromFragment(`#${written}`, numbers, CASES);
        if (read === undefined) throw new Error('a plan was asked for');
        expectSound(read.choice);
        expect(read.problems.length).toBeGreaterThan(0);
        expect(read.problems.join()).not.toMatch(/[<>%&]/);
      },
    ),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      const read = choiceFromFragment(`#${text}`, numbers);
      if (read === undefined) return;
      expectSound(read.choice);
      expect(read.problems.length).toBeGreaterThan(0);
    }),
  );
});

test('one invalid value does not affect the others', () => {
  const read = choiceFromFragment('#minutes=9999&people=8&where=moon&lessons=2,99,x', numbers);
  expect(read?.choice).toEqual({ ...PLAN, minutes: 60, people: 8, lessons: [2] });
  expect(read?.problems).toHaveLength(2);
  expect(read?.problems[0]).toContain('the length, the place, and the start');
  expect(read?.problems[1]).toContain('not in this course');
});

test('if lesson 4 has no guide, the default is the first lesson that has one', () => {
  expect(defaultChoice(numbers).lessons).toEqual([4]);
  expect(defaultChoice([2, 3]).lessons).toEqual([2]);
});

test('durations are formatted in US English', () => {
  expect([1, 90, 120, 181, 210].map(durationWords)).toEqual([
    '1 minute',
    '90 minutes',
    '2 hours',
    '3 hours and 1 minute',
    '3 hours and 30 minutes',
  ]);
});

test('a session of 75 minutes in a room has a break, and one of an hour has none', () => {
  const blocks = Array.from({ length: 12 }, (_, index) => ({
    id: `b-${index}`,
    kind: 'ask' as const,
    title: 'A part',
    least: 2,
    most: 9,
    core: true,
    happens: 'It',
  }));
  const breaks = (minutes: number): number =>
    planSession({ minutes, where: 'room', lessons: [1] }, [{ number: 1, title: 'One', blocks }]).items.filter(
      ({ kind }) => kind === 'break',
    ).length;
  expect([60, 75, 90, 110].map(breaks)).toEqual([0, 1, 1, 1]);
});

/** The guide of lesson 4. */
const fourth = (): SessionGuide[] =>
  sessionGuides(
    realCourse().lessons.filter(({ number }) => number === 4),
    String,
    ({ path }) => path,
    () => undefined,
  );

test('every number is that of the group: groups, and copies of each sheet', () => {
  expect([12, 14, 1, 40].map((people) => groupsOf(people, 3))).toEqual([
    '4 groups of 3',
    '4 groups of 3 and 1 pair',
    '1 group of 1',
    '1 group of 4 and 12 groups of 3',
  ]);
  // Nobody works alone in a pair.
  expect([2, 3, 5, 12].map((people) => groupsOf(people, 2))).toEqual([
    ...['1 pair', '1 group of 3', '1 group of 3 and 1 pair', '6 pairs'],
  ]);
  expect(sizeNote('Make {3}, then {10}.', 12)).toBe('Make 4 groups of 3, then 1 group of 12.');
  for (const people of [1, 7, 12, 33, 200])
    for (const { lines } of agendaOf({ ...PLAN, people }, fourth()).group)
      expect(lines.join()).not.toMatch(/[{}]/);
  const { materials } = agendaOf(PLAN, fourth());
  const windows = materials.find(({ about }) => about.startsWith('Six windows'))?.lines ?? [];
  expect(windows[0]).toBe('12 people: 4 groups of 3.');
  expect(windows).toContain('Print 4 of “Six windows”, from the sheets of the guide.');
  expect(materials.flatMap(({ lines }) => lines)).toEqual(
    expect.arrayContaining([
      'Sticky notes in two colors, two of the first color for each person (12)',
      'The printed cards, cut and folded, for each three (4)',
      '12 handouts, for the exercises and to take home.',
    ]),
  );
  // In a call there is nothing to print, and the rooms are as large.
  const call = agendaOf({ ...PLAN, where: 'call' }, fourth()).materials.flatMap(({ lines }) => lines);
  expect(call.join()).not.toContain('Print');
  expect(call).toContain('12 people: 4 groups of 3.');
  // A set for each group, and a sheet for each person.
  const copies = (people: number, per: number): number => copiesOf({ per }, people);
  for (const people of [1, 5, 12, 14, 40])
    for (const size of [2, 3, 4, 5])
      expect(
        sum([...groupsOf(people, size).matchAll(/(\d+) (?:group|pair)/g)].map(([, count]) => Number(count))),
      ).toBe(copies(people, size));
  expect([copies(12, 1), copies(12, 20), copies(41, 20), copies(40, 200)]).toEqual([12, 1, 3, 1]);
});

test('the invitation has a check beforehand, and the mail a week later the step of the week and another check', () => {
  const session = sessionWith(PLAN, agendaOf(PLAN, fourth()), { place: 'Room 4', trainer: 'Kim Ode' });
  const before = invitation(session);
  expect(before).toContain('When: Thursday, December 10, 2026, 9:00 AM to 10:30 AM\nWhere: Room 4\n');
  expect(before).toContain('https://x.example/review/how-they-differ/');
  const after = followUp(session);
  expect(after).toContain('If I plan tomorrow’s first task, then I mark it');
  expect(after).toContain('https://x.example/lessons/how-they-differ/#check-yourself');
  for (const mail of [before, after]) expect(mail).toMatch(/\nKim Ode\n$/);
});

test('the invitation says what to bring, and in a call the time zone', () => {
  const choice: SessionChoice = { ...PLAN, where: 'call', lessons: [1] };
  const guide = { ...sessionLesson(1), invite: 'Bring one plan.' };
  const session = sessionWith(choice, agendaOf(choice, [guide]));
  expect(invitation(session)).toContain('Please prepare this:\n- Bring one plan.\n');
  expect(invitation(session)).toContain('Where: in a video call\n');
  const zone = process.env['TZ'];
  try {
    process.env['TZ'] = 'America/New_York';
    expect(whenText(session)).toMatch(/10:30 AM, Eastern Standard Time$/);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('what a trainer writes about a session is in its files, and not in its address', () => {
  const details = { place: 'Room 4, second floor', trainer: 'Kim Ode', names: ['Ann Example', 'Bo Sample'] };
  const session = sessionWith(PLAN, agendaOf(PLAN, fourth()), details);
  const file = calendarFile([sessionEvent(session)], new Date('2026-11-29T12:00:00Z'));
  expect(file).toContain('LOCATION:Room 4\\, second floor\r\n');
  expect(planReadme(session)).toContain('a statement of participation for each of 2 people');
  expect(planReadme(session)).not.toContain('Fill in where you meet');
  expect(choiceFragment(PLAN)).not.toMatch(/Room|Kim|Ann/);
  expect(file).not.toMatch(/Ann|Kim/);
});

test('the notes are those for the nearest group size', () => {
  expect([1, 9, 10, 27, 28, 200].map(nearestSize)).toEqual([5, 5, 15, 15, 40, 40]);
});

test('two readers find in the calendar file what Outlook and Google refuse to do without', () => {
  const choice: SessionChoice = { ...PLAN, where: 'call' };
  const event = sessionEvent(sessionWith(choice, agendaOf(choice, [])));
  const title = 'Ünïted; a, b \\ "c"'.repeat(9);
  const ics = calendarFile([{ ...event, title, weeks: 3, remind: 10 }], new Date('2026-11-29T12:00:00Z'));
  expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(ics).toMatch(/\r\nDTSTAMP:\d{8}T\d{6}Z\r\nDTSTART:\d{8}T\d{6}Z\r\n/);
  // The writer is ical.js, so the reader that can find its mistakes is the other one.
  const read = convertIcsCalendar(undefined, ics);
  expect(read).toMatchObject({ version: '2.0', prodId: '-//blueprint-and-build//Calendar//EN' });
  expect(read.events).toHaveLength(1);
  expect(read.events?.[0]).toMatchObject({
    uid: expect.stringMatching(/^\S+@\S+$/) as string,
    stamp: { date: new Date('2026-11-29T12:00:00Z') },
    start: { date: event.instant, type: 'DATE-TIME' },
    duration: { hours: 1, minutes: 30 },
    summary: title,
    description: event.description,
    recurrenceRule: { frequency: 'WEEKLY', count: 3 },
    alarms: [{ action: 'DISPLAY', trigger: { value: { before: true, minutes: 10 } } }],
  });
  const own = new ICAL.Event(
    new ICAL.Component(ICAL.parse(ics) as unknown[]).getFirstSubcomponent('vevent') ?? undefined,
  );
  expect([own.summary, own.description, own.startDate.toJSDate(), own.duration.toSeconds()]).toEqual([
    title,
    event.description,
    event.instant,
    event.minutes * 60,
  ]);
});

test('a session in a call has the time of the trainer in the zone of each guest; one in a room that of the room', () => {
  const zone = process.env['TZ'];
  const ics = (where: 'room' | 'call'): string => {
    const choice: SessionChoice = { ...PLAN, where };
    const event = sessionEvent(sessionWith(choice, agendaOf(choice, [])));
    return calendarFile([event], new Date('2026-11-29T12:00:00Z'));
  };
  try {
    process.env['TZ'] = 'America/New_York';
    expect(ics('call')).toContain('DTSTART:20261210T140000Z\r\n');
    expect(ics('room')).toContain('DTSTART:20261210T090000\r\n');
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('an agenda has a line for each item, and so do its Markdown and calendar forms', () => {
  fc.assert(
    fc.property(asked, ([all, choice]) => {
      const agenda = agendaOf(choice, all);
      const session = sessionWith(choice, agenda);
      expect(agenda.rows.length).toBe(planSession(choice, all).items.length);
      expect(agenda.call.length > 0).toBe(choice.where === 'call' && agenda.rows.length > 0);
      const markdown = agendaMarkdown(session).split('\n');
      expect(markdown.filter((line) => /^\| \d/.test(line))).toHaveLength(agenda.rows.length);
      const event = sessionEvent(session);
      expect(event).toMatchObject({ day: '2026-12-10', time: choice.start, minutes: choice.minutes });
      for (const { lasting } of agenda.links) expect(event.description).toContain(session.absolute(lasting));
    }),
  );
});
