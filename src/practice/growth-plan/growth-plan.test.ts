import { expect, test } from 'vitest';
import fc from 'fast-check';
import { calendarFile } from '../../utils/calendar-file.ts';
import { addDays, firstOn, localDay, weekdayOf } from '../../utils/days.ts';
import {
  planEvents,
  planMarkdown,
  newPlan,
  sideOf,
  stepSentence,
  activePlan,
  otherPlans,
  takenUp,
  withChange,
  withoutActive,
  withoutPlan,
} from './plan.ts';
import { type Plan, type Plans, slice } from './slice.ts';
import { escapeMarkdown } from '../../utils/escape.ts';

const STRETCH = {
  id: 'g-weekly-why',
  title: 'Say the why first',
  side: 'leading' as const,
  steps: ['one', 'two', 'three', 'four'].map((word) => ({ if: `it is week ${word}`, then: `do ${word}` })),
};
// A Wednesday.
const START = '2026-11-25';
const plan: Plan = newPlan(STRETCH, '2026-11-24', '2026-11-24T12:00:00.000Z');

const typed = fc.string({ unit: 'binary', maxLength: 100 }).filter((text) => text.length <= 100);
const moments = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    at: moments,
    steps: fc.array(fc.record({ if: typed, then: typed, done: fc.boolean() }), {
      minLength: 4,
      maxLength: 4,
    }),
    finished: fc.option(moments, { nil: undefined }),
  })
  .map(({ finished, ...changed }) => ({
    ...plan,
    ...changed,
    ...(finished === undefined ? {} : { finished }),
  }));
const anyPlans: fc.Arbitrary<Plans> = fc
  .dictionary(fc.constantFrom('g-1', 'g-2', 'g-3'), anyPlan)
  .chain((plans) =>
    fc
      .constantFrom(undefined, ...Object.keys(plans))
      .map((active) => (active === undefined ? { plans } : { active, plans })),
  );

test('a new plan has the steps of its stretch, and is valid', () => {
  expect(plan.steps[3]).toEqual({ if: 'it is week four', then: 'do four', done: false });
  expect(slice.schema.safeParse({ active: 'g-1', plans: { 'g-1': plan } }).success).toBe(true);
  expect(slice.schema.safeParse({ plans: { 'g-1': { ...plan, steps: [] } } }).success).toBe(false);
});

test.each([
  ['a Saturday', '2026-11-28', '2026-11-30'],
  ['a Wednesday', '2026-11-25', '2026-11-30'],
  ['that Monday itself', '2026-11-30', '2026-12-07'],
])(
  'made on %s, a plan whose step is for Monday has its first event on the next Monday',
  (_, today, first) => {
    const monday = { ...STRETCH, steps: [{ if: 'it is Monday at nine', then: 'ask' }] };
    const [event] = planEvents(
      'g-1',
      newPlan(monday, today, `${today}T12:00:00.000Z`),
      'https://example.org/',
    );
    expect(event?.day).toBe(first);
  },
);

test('an event is at the hour that its step names, and on its day where that is another', () => {
  const moments = ['it is Friday at two', 'your team meets', 'it is noon on Wednesday', 'it is Friday'];
  const steps = moments.map((moment) => ({ if: moment, then: 'ask' }));
  const events = planEvents('g-1', newPlan({ ...STRETCH, steps }, START, `${START}T12:00:00.000Z`), '');
  expect(events.map(({ day, time }) => `${day} ${time}`)).toEqual([
    '2026-11-27 14:00',
    '2026-12-04 14:00',
    '2026-12-16 12:00',
    '2026-12-18 14:00',
  ]);
});

test('a plan whose steps name no day begins tomorrow, so that no event is in the past', () => {
  const [event] = planEvents(
    'g-1',
    newPlan(STRETCH, '2026-11-28', '2026-11-28T15:00:00.000Z'),
    'https://example.org/',
  );
  expect(event?.day).toBe('2026-11-29');
});

test('days and weekdays cross the ends of months and years', () => {
  expect(addDays('2026-12-30', 7)).toBe('2027-01-06');
  expect(weekdayOf(START)).toBe(3);
  expect(firstOn(3, START)).toBe(START);
  expect(firstOn(2, START)).toBe('2026-12-01');
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

test('a plan is four events a week apart, each with its own step', () => {
  const events = planEvents('g-1', { ...plan, weekday: 1, time: '16:30' }, 'https://example.org/');
  expect(events.map(({ day }) => day)).toEqual(['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21']);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(4);
  const file = calendarFile(events, new Date('2026-11-24T12:00:00Z'));
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(4);
  expect(file).toContain('DTSTART:20261207T163000');
  expect(file.replaceAll('\r\n ', '')).toContain('If it is week two\\, then do two.');
});

test('a sentence has each punctuation mark once, whatever was typed', () => {
  expect(stepSentence({ if: ' it is\nMonday, ', then: 'ask why.' })).toBe('If it is Monday, then ask why.');
  expect(stepSentence({ if: '', then: ' ' })).toBe('If ..., then ....');
});

test('typed text has no effect as Markdown', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const escaped = escapeMarkdown(text);
      expect(escaped).not.toMatch(/[\n\r\t\0]/);
      // Every special character has its backslash.
      expect(escaped.replace(/\\[\\`*_{}[\]<>#!|~&$=.]/g, '')).not.toMatch(/[\\`*_{}[\]<>#!|~&$=]/);
      // Without the backslashes, the text is the same.
      expect(escaped.replace(/\\([\\`*_{}[\]<>#!|~&$=.])/g, '$1')).toBe(
        text.replace(/[\s\p{Cc}]+/gu, ' ').trim(),
      );
    }),
  );
  expect(escapeMarkdown('[a](javascript:x) <b> **b** 1')).toBe(
    '\\[a\\](javascript:x) \\<b\\> \\*\\*b\\*\\* 1',
  );
  expect(escapeMarkdown('1. one\n# two')).toBe('1\\. one \\# two');
});

test('a plan in Markdown has one checkbox a week, whatever its steps contain', () => {
  fc.assert(
    fc.property(anyPlan, (any) => {
      const lines = planMarkdown(any).split('\n');
      expect(lines.filter((line) => /^- \[[ x]\] \*\*Week \d\*\*, from /.test(line))).toHaveLength(4);
      expect(lines).toHaveLength(9);
    }),
  );
  const half = { ...plan, steps: plan.steps.map((step, week) => ({ ...step, done: week < 1 })) };
  expect(planMarkdown(half)).toContain(
    '- [x] **Week 1**, from November 25, 2026. If it is week one, then do one.',
  );
  expect(planMarkdown(half)).toContain('- [ ] **Week 2**, from December 2, 2026.');
});

test('taking up a plan loses none: every plan is active, put aside or finished', () => {
  fc.assert(
    fc.property(anyPlans, anyPlan, ({ plans }, added) => {
      const all = { ...plans, 'g-new': added };
      const next = takenUp({ plans: all }, 'g-new');
      expect(activePlan(next)).toEqual({ ...added, finished: undefined });
      for (const [id, kept] of Object.entries(plans)) expect(next.plans[id]).toEqual(kept);
      expect(1 + otherPlans(next, false).length + otherPlans(next, true).length).toBe(
        Object.keys(all).length,
      );
    }),
  );
});

test('a plan can be put aside, resumed, finished and deleted', () => {
  const two: Plans = { active: 'g-2', plans: { 'g-1': plan, 'g-2': { ...plan, title: 'Two' } } };
  expect(otherPlans(two, false)).toEqual([['g-1', plan]]);
  expect(activePlan(takenUp(two, 'g-1'))).toEqual(plan);
  const at = '2026-12-24T12:00:00.000Z';
  const done = withoutActive(
    withChange(two, 'g-2', () => ({ finished: at }), at),
    'g-2',
  );
  expect(activePlan(done)).toBeUndefined();
  expect(otherPlans(done, true).map(([id]) => id)).toEqual(['g-2']);
  expect(activePlan(takenUp(done, 'g-2'))?.finished).toBeUndefined();
  expect(withoutPlan(two, 'g-2')).toEqual({ plans: { 'g-1': plan } });
  expect(withoutActive(two, 'g-2')).toEqual({ plans: two.plans });
  expect(withoutActive(two, 'g-1')).toEqual(two);
  // A merge with an older copy does not undo the end of the plan.
  expect(slice.merge(done, two).plans['g-2']).toMatchObject({ finished: at, at });
  expect(withChange(two, 'g-3', () => ({ title: 'Back' }), at)).toEqual(two);
});

test('a merge has the plans of both devices, and the active plan of this one', () => {
  fc.assert(
    fc.property(anyPlans, anyPlans, (present, added) => {
      const merged = slice.merge(present, added);
      for (const [id, own] of Object.entries(present.plans)) expect(merged.plans[id]).toEqual(own);
      for (const other of Object.values(added.plans))
        expect(Object.values(merged.plans)).toContainEqual(other);
      if (present.active !== undefined) expect(merged.active).toBe(present.active);
      expect(slice.merge(merged, added)).toEqual(merged);
      expect(slice.schema.safeParse(merged).success).toBe(true);
    }),
  );
});

test('only a fragment with the id of a side selects it', () => {
  expect(sideOf('#side=leading')).toBe('leading');
  expect(sideOf('#managing')).toBe('managing');
  for (const other of ['', '#', '#side=', '#side=both', '#side=__proto__', '#g-weekly-why'])
    expect(sideOf(other)).toBeUndefined();
});
