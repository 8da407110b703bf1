import { expect, test } from 'vitest';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { timeAuditSlice } from './slice.ts';
import { timeAuditSchema } from './schema.ts';
import { segments } from './bar.ts';
import { byCategory, CATEGORIES, type Hours } from './categories.ts';
import { inHalves, leastSentence, overlapping, shares, sumHours, totalHours } from './hours.ts';
import { hasPhrase, plainWords, sorter } from './rules.ts';
import { mondayOf, nextDay, weekName, weekSpan } from './weeks.ts';
import { momentOf, wallOf } from './zone.ts';

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

test('a bar is as wide as the hours of its week', () => {
  fc.assert(
    fc.property(anyHours, (hours) => {
      const last = segments(hours, 10).at(-1);
      expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(totalHours(hours) * 10, 6);
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
  expect(mondayOf(late, 'UTC')).toBe('2026-11-23');
  expect(mondayOf(late, 'America/New_York')).toBe('2026-11-16');
  expect(weekName('2026-11-16').replace(/\s/g, ' ')).toBe('Nov 16 – 22, 2026');
  expect(weekSpan('2026-11-16', 'Asia/Kolkata').start).toBe(Date.parse('2026-11-15T18:30:00Z'));
  expect(nextDay(late, 'UTC', 0, '01:00')).toBe('2026-11-30');
  expect(nextDay(late, 'UTC', 0, '03:00')).toBe('2026-11-23');
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
  const merged = timeAuditSlice.merge(here, there);
  expect(merged.weeks.map(({ week }) => week)).toEqual(['2026-11-09', '2026-11-16']);
  expect(merged.rules.map(({ words }) => words)).toEqual(['huddle', 'pilot']);
  expect(timeAuditSlice.schema.safeParse(merged).success).toBe(true);
  for (const wrong of [
    null,
    {},
    { weeks: [{ ...audited('2026-11-23T10:00:00.000Z', '2026-11-16'), hours: { running: -1 } }], rules: [] },
    { weeks: [], rules: [{ at: '2026-11-23T10:00:00.000Z', words: '', category: 'running' }] },
    { weeks: [], rules: [{ at: '2026-11-23T10:00:00.000Z', words: 'x', category: 'sleeping' }] },
  ])
    expect(timeAuditSlice.schema.safeParse(wrong).success).toBe(false);
});
