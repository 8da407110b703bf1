import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { resultOf } from '../../course/questions.ts';
import { dueOf, isDue, rate, rated, rateFirst, type Rating, SURENESS, type Sureness } from './schedule.ts';
import {
  chooseSession,
  countsOf,
  inDays,
  inOrder,
  SESSION_SIZE,
  verdictOf,
  waiting,
  waitingSteps,
} from './session.ts';
import { type ReviewData, type ReviewRecord, slice } from './slice.ts';
import { checksSlice, type StepReport, stepsSlice } from '../../storage/slices.ts';
import { emptyPersonal, shareOf } from '../../storage/store.ts';
import { localDay } from '../../utils/days.ts';

const RATINGS: Rating[] = ['again', 'hard', 'good', 'easy'];
const DAY = 86_400_000;

const anyMoment = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const anyCard = fc.record({
  due: anyMoment.map((date) => date.toISOString()),
  stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  days: fc.nat(400),
  reps: fc.nat(1000),
  lapses: fc.nat(1000),
});
const anyRecord: fc.Arbitrary<ReviewRecord> = fc
  .record({
    at: anyMoment,
    kind: fc.constantFrom('card', 'answered', 'added'),
    card: anyCard,
    right: fc.nat(2),
  })
  .map(({ at, kind, card, right }) => ({
    at: at.toISOString(),
    ...(kind === 'card' ? { card } : kind === 'answered' ? { right, of: 2 } : {}),
  }));
const anyId = fc.constantFrom(...Array.from({ length: 30 }, (_, index) => `q-${index}`));
const anyData: fc.Arbitrary<ReviewData> = fc.dictionary(anyId, anyRecord);
const known = Array.from({ length: 25 }, (_, index) => ({ id: `q-${index}`, lesson: `lesson-${index % 4}` }));

test('an answer is rated by whether all of it is right and how sure the reader was', () => {
  const table = Object.keys(SURENESS).map((sureness) => [
    rate({ right: 1, of: 1 }, sureness as Sureness),
    rate({ right: 4, of: 5 }, sureness as Sureness),
  ]);
  expect(table).toEqual([
    ['hard', 'again'],
    ['good', 'again'],
    ['easy', 'again'],
  ]);
  expect([rateFirst({ right: 2, of: 2 }), rateFirst({ right: 1, of: 2 })]).toEqual(['good', 'again']);
});

test('one choice is right or wrong; several choices are scored by their parts', () => {
  expect(resultOf('single', ['right', 'wrong', 'wrong'], ['wrong', 'right', 'wrong'])).toEqual({
    right: 0,
    of: 1,
  });
  expect(resultOf('single', ['right', 'wrong'], ['right', 'wrong'])).toEqual({ right: 1, of: 1 });
  expect(resultOf('sort', ['leading', 'managing'], ['leading', 'leading'])).toEqual({ right: 1, of: 2 });
});

test('every rating gives a valid record that returns after today, within little more than a year', () => {
  fc.assert(
    fc.property(anyRecord, fc.constantFrom(...RATINGS), anyMoment, (record, rating, now) => {
      const after = rated(record, rating, now);
      expect(slice.schema.safeParse({ 'q-1': after }).success).toBe(true);
      const wait = dueOf(after, now).getTime() - now.getTime();
      expect(wait).toBeGreaterThanOrEqual(DAY);
      expect(wait).toBeLessThanOrEqual(368 * DAY);
      expect(isDue(dueOf(after, now), now)).toBe(false);
    }),
  );
});

test('a better rating never returns sooner', () => {
  fc.assert(
    fc.property(anyRecord, anyMoment, (record, now) => {
      const [again = 0, hard = 0, good = 0, easy = 0] = RATINGS.map((rating) =>
        dueOf(rated(record, rating, now), now).getTime(),
      );
      expect(again).toBeLessThanOrEqual(hard);
      expect(hard).toBeLessThanOrEqual(good);
      expect(good).toBeLessThanOrEqual(easy);
    }),
  );
});

test('a remembered question returns at growing intervals', () => {
  let record: ReviewRecord = { at: '2026-11-24T09:00:00.000Z', right: 1, of: 1 };
  const waits: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const due = dueOf(record, new Date(record.at));
    waits.push(Math.round((due.getTime() - Date.parse(record.at)) / DAY));
    record = rated(record, 'good', due);
  }
  expect(waits).toEqual([...new Set(waits)].sort((a, b) => a - b));
  expect(waits[0]).toBeGreaterThan(0);
});

test('an answer in a lesson is the first rating, and an added question is due at once', () => {
  const at = '2026-11-24T09:00:00.000Z';
  const then = new Date(at);
  expect(dueOf({ at }, then)).toEqual(then);
  expect(dueOf({ at, right: 2, of: 2 }, then)).toEqual(dueOf(rated({ at }, 'good', then), then));
  expect(dueOf({ at, right: 1, of: 2 }, then)).toEqual(dueOf(rated({ at }, 'again', then), then));
});

test('an answer of a clock that was a year ahead or back hides no question', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  for (const years of [1, 20]) {
    const ahead = rated({ at: now.toISOString() }, 'easy', new Date(now.getTime() + years * 365 * DAY));
    expect(isDue(dueOf(ahead, now), now)).toBe(true);
    expect(dueOf(rated(ahead, 'good', now), now).getTime() - now.getTime()).toBeLessThan(366 * DAY);
    const back = rated({ at: now.toISOString() }, 'again', new Date(now.getTime() - years * 365 * DAY));
    expect(isDue(dueOf(back, now), now)).toBe(true);
  }
  // Another zone is no wrong clock.
  const elsewhere = rated({ at: now.toISOString() }, 'good', new Date(now.getTime() + DAY));
  expect(isDue(dueOf(elsewhere, now), now)).toBe(false);
});

test('a merge has every question, and prefers records with a card, then later ones', () => {
  fc.assert(
    fc.property(anyData, anyData, (present, added) => {
      const merged = slice.merge(present, added);
      expect(Object.keys(merged).sort()).toEqual(
        [...new Set([...Object.keys(present), ...Object.keys(added)])].sort(),
      );
      for (const [id, record] of Object.entries(merged)) {
        const both = [present[id], added[id]].filter((item) => item !== undefined);
        expect(both).toContainEqual(record);
        expect(record.card !== undefined).toBe(both.some(({ card }) => card !== undefined));
        const rivals = both.filter(({ card }) => (card !== undefined) === (record.card !== undefined));
        expect(rivals.every(({ at }) => at <= record.at)).toBe(true);
      }
      expect(slice.merge(merged, added)).toEqual(merged);
    }),
  );
});

test('a session has at most ten due questions of the course, each once, mixed across lessons', () => {
  fc.assert(
    fc.property(anyData, anyMoment, (data, now) => {
      const all = waiting(known, data, now);
      const session = chooseSession(all, now);
      const ids = session.map(({ id }) => id);
      const { due, next } = countsOf(all, now);
      expect(session).toHaveLength(Math.min(SESSION_SIZE, due));
      expect(new Set(ids).size).toBe(ids.length);
      expect(session.every((question) => isDue(question.due, now))).toBe(true);
      expect(ids.every((id) => known.some((question) => question.id === id))).toBe(true);
      expect(next === undefined || !isDue(next, now)).toBe(true);
      // The first questions are from different lessons.
      const lessons = new Set(all.filter((item) => isDue(item.due, now)).map(({ lesson }) => lesson));
      expect(new Set(session.slice(0, lessons.size).map(({ lesson }) => lesson)).size).toBe(lessons.size);
    }),
  );
});

test('counts have the due questions, the total and the next due day, without unknown questions', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const at = now.toISOString();
  const all = waiting(known, { 'q-1': { at }, 'q-2': { at, right: 1, of: 1 }, 'q-gone': { at } }, now);
  expect(countsOf(all, now)).toEqual({ due: 1, all: 2, next: dueOf({ at, right: 1, of: 1 }, now) });
  expect(countsOf([], now)).toEqual({ due: 0, all: 0, next: undefined });
  expect(chooseSession([], now)).toEqual([]);
});

test('a summary starts with answers that were sure but wrong', () => {
  const due = new Date();
  const answers = [
    { id: 'right', result: { right: 1, of: 1 }, sureness: 'sure', due },
    { id: 'guessed wrong', result: { right: 0, of: 1 }, sureness: 'unsure', due },
    { id: 'sure and wrong', result: { right: 3, of: 4 }, sureness: 'sure', due },
  ] as const;
  expect(inOrder(answers).map(({ id }) => id)).toEqual(['sure and wrong', 'guessed wrong', 'right']);
});

test('days are in the reader’s time zone, as text', () => {
  const now = new Date(2026, 10, 24, 23, 30);
  expect(inDays(new Date(2026, 10, 24, 1), now)).toBe('today');
  expect(inDays(new Date(2026, 10, 25, 0, 10), now)).toBe('tomorrow');
  expect(inDays(new Date(2026, 10, 27, 23, 59), now)).toBe('in 3 days, on November 27, 2026');
  expect(isDue(new Date(2026, 10, 24, 23, 59), now)).toBe(true);
  expect(isDue(new Date(2026, 10, 25), now)).toBe(false);
  expect(localDay(new Date(2026, 0, 5))).toBe('2026-01-05');
});

test('records written by a lesson, which has no schemas, are valid', () => {
  const personal = emptyPersonal();
  const result = { at: '2026-11-24T09:00:00.000Z', right: 1, of: 2 };
  for (const key of ['checks', 'review']) shareOf(personal, key)['q-two-shortages'] = result;
  expect(checksSlice.schema.safeParse(personal['checks']).data).toEqual({ 'q-two-shortages': result });
  expect(slice.schema.safeParse(personal['review']).data).toEqual({ 'q-two-shortages': result });
});

test('an invalid value in the place of a slice is set aside', () => {
  const personal = { ...emptyPersonal(), checks: 'what?' };
  shareOf(personal, 'checks')['q-1'] = 1;
  expect(personal).toMatchObject({ checks: { 'q-1': 1 }, 'checks-unread': 'what?' });
});

describe('days are those of the reader', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone;
  });
  const missed = { at: '2027-01-01T00:00:00.000Z' };

  test.each([
    ['the clock goes back', new Date('2027-11-07T04:20:00Z'), '2027-11-08'],
    ['the clock goes forward', new Date('2027-03-14T04:30:00Z'), '2027-03-14'],
  ])('a miss in New York comes back on the next day when %s', (_, now, due) => {
    process.env['TZ'] = 'America/New_York';
    expect(localDay(dueOf(rated(missed, 'again', now), now))).toBe(due);
  });

  test.each(['America/Los_Angeles', 'UTC', 'Asia/Tokyo'])(
    'an answer on the next day counts as one, whatever the hour, in %s',
    (name) => {
      process.env['TZ'] = name;
      const first = rated(missed, 'again', new Date(2027, 4, 3, 17));
      const second = rated(first, 'good', new Date(2027, 4, 4, 15));
      expect(second.card?.stability).toBeGreaterThan(2 * (first.card?.stability ?? 0));
    },
  );
});

const NOW = new Date(2026, 10, 24, 9);
const daysAgo = (days: number): string => new Date(2026, 10, 24 - days, 23).toISOString();
const report = (lesson: string, did: StepReport['did'], days: number): StepReport => ({
  at: daysAgo(days),
  lesson,
  did,
});
const lessons = {
  begun: { title: 'Begun' },
  old: { title: 'Old', finished: daysAgo(9) },
  new: { title: 'New', finished: daysAgo(1) },
  today: { title: 'Today', finished: new Date(2026, 10, 24, 8).toISOString() },
};

test('a step is asked about from the day after its lesson was finished, the newest first', () => {
  expect(waitingSteps(lessons, [], NOW)).toEqual(['new', 'old']);
});

test('a step is asked about once, and again a week after "not yet"', () => {
  const asked = (did: StepReport['did'], days: number): boolean =>
    waitingSteps(lessons, [report('old', did, days)], NOW).includes('old');
  expect([asked('yes', 8), asked('partly', 8), asked('no', 6), asked('no', 7)]).toEqual([
    false,
    false,
    false,
    true,
  ]);
  const then = [report('old', 'no', 8), report('old', 'yes', 1)];
  expect(waitingSteps(lessons, then, NOW)).toEqual(['new']);
});

test('a lesson or a report of a clock that was a year ahead does not keep its step waiting for a year', () => {
  const nextYear = new Date(NOW.getTime() + 365 * DAY).toISOString();
  expect(waitingSteps({ old: { title: 'Old', finished: nextYear } }, [], NOW)).toEqual(['old']);
  const said = (did: StepReport['did']): string[] =>
    waitingSteps({ old: lessons.old }, [{ ...report('old', did, 0), at: nextYear }], NOW);
  expect([said('no'), said('yes')]).toEqual([['old'], []]);
});

test('a merge has the reports of both devices', () => {
  const [one, other] = [report('old', 'no', 8), { ...report('old', 'yes', 1), note: 'It rained.' }];
  expect(stepsSlice.schema.safeParse([one, other]).success).toBe(true);
  expect(stepsSlice.merge([other], [one, other])).toEqual([one, other]);
  expect(stepsSlice.schema.safeParse([{ ...one, did: 'perhaps' }]).success).toBe(false);
});

test('a session has ten questions at most, also of one lesson', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const due = Array.from({ length: 12 }, (_, index) => ({ id: `q-${index}`, lesson: 'one', due: now }));
  expect(chooseSession(due, now)).toHaveLength(10);
});

test('a verdict says whether the reader was as sure as right', () => {
  const now = new Date('2026-11-24T09:00:00Z');
  const said = (right: number, sureness: Sureness): string =>
    verdictOf({ id: 'q', result: { right, of: 2 }, sureness, due: now }, now).split('.')[0] ?? '';
  expect(said(2, 'sure')).toBe('Sure, and right');
  expect(said(2, 'unsure')).toBe('Not sure, but right');
  expect(said(0, 'sure')).toBe('Sure, but wrong');
  expect(said(1, 'unsure')).toBe('Not sure, and only partly right');
});
