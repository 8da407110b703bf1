import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { answersOf, importReport, dueCount, formatSummary, summarize, usesOf } from '../practice/summary.ts';
import { checksSlice, lessonsSlice } from './slices.ts';
import {
  exportFile,
  FILE_KIND,
  importFile,
  MAX_BYTES,
  mergePersonal,
  refusedSize,
} from '../practice/personal-file.ts';
import { TOOLS, type PracticeTool } from '../practice/tools.ts';
import { mergeByMoment } from './slice.ts';
import { emptyPersonal, parsePersonal, type Personal } from './store.ts';

const NOW = new Date('2026-11-24T09:30:00.000Z');
const text = (value: unknown): string => JSON.stringify(value);
const again = (personal: Personal): Personal => parsePersonal(text(personal));

/** Whether no read has polluted a prototype. */
const clean = (): boolean => Object.keys(Object.prototype).length === 0 && !('hit' in {});

const moments = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const ids = fc.constantFrom('why-both', 'momentum', 'q-the-trap', 'to-string', 'a', 'value-of');
const lesson = fc.record(
  { title: fc.string({ maxLength: 200 }), at: ids, finished: moments },
  { requiredKeys: ['title'] },
);
const check = fc.record({ at: moments, right: fc.nat(5), of: fc.integer({ min: 1, max: 5 }) });
const lessons = fc.dictionary(ids, lesson);
const checks = fc.dictionary(ids, check);
/** Stores in the form that the site writes, with a slice of another version. */
const personals = fc
  .record({ lessons, checks, cards: fc.array(fc.string()) }, { requiredKeys: ['lessons'] })
  .map((slices) => parsePersonal(text({ version: 1, ...slices })));
/** Keys that the site knows, and those that could pollute prototypes. */
const keys = fc.oneof(
  fc.constantFrom('version', 'lessons', 'last', 'checks', 'review', 'at', 'title', 'finished', 'why-both'),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString'),
  fc.string({ maxLength: 8 }),
);
/** Arbitrary JSON in storage. It is text, because an object literal cannot have the key "__proto__". */
const hostile = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('null', 'true', '1e999', '-0', '""', '{"hit":1}', '"<img src=x onerror=hit()>"'),
    fc.string().map(text),
    moments.map(text),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join()}]`),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(keys, tie('value')), { maxLength: 6 })
    .map((entries) => `{${entries.map(([key, value]) => `${text(key)}:${value}`).join()}}`),
})).object;

/** A slice that is read with all its keys: without keys that could pollute prototypes, which are dropped. */
const harmless = fc
  .jsonValue({ maxDepth: 3 })
  .filter((slice) => !/"(?:__proto__|constructor|prototype)":/.test(text(slice)));

describe('reading stored data', () => {
  test('never throws or pollutes a prototype, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), hostile), (stored) => {
        const personal = parsePersonal(stored);
        expect(Object.getPrototypeOf(personal)).toBe(Object.prototype);
        expect(formatSummary(summarize(personal))).toEqual(expect.any(String));
        expect(dueCount(personal, NOW)).toBeGreaterThanOrEqual(0);
        expect(clean()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('gives the same data after it is stored and read again', () => {
    fc.assert(
      fc.property(hostile, (stored) => {
        const once = parsePersonal(stored);
        expect(text(again(once))).toBe(text(once));
      }),
      { numRuns: 200 },
    );
  });

  test('preserves every valid lesson and every slice that this version does not know', () => {
    fc.assert(
      fc.property(lessons, harmless, (all, slice) => {
        const stored = text({ version: 1, lessons: all, future: slice });
        expect(parsePersonal(stored)).toEqual({ ...(JSON.parse(stored) as object) });
      }),
    );
  });

  test('handles data nested deeper than anything the site writes', () => {
    for (const deep of ['['.repeat(200_000), `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`])
      expect(parsePersonal(deep).lessons).toEqual({});
  });
});

for (const [name, slice, data] of [
  ['lessons', lessonsSlice, lessons],
  ['checks', checksSlice, checks],
] as const) {
  const merge = slice.merge as (present: object, added: object) => Record<string, { at?: string }>;
  test(`merging ${name} loses none, and a second merge changes nothing`, () => {
    fc.assert(
      fc.property(data, data, (here, there) => {
        const merged = merge(here, there);
        expect(Object.keys(merged).sort()).toEqual(
          [...new Set([...Object.keys(here), ...Object.keys(there)])].sort(),
        );
        expect(merge(merged, there)).toEqual(merged);
        expect(merge(here, here)).toEqual(here);
        expect(merge(here, {})).toEqual(here);
        expect(merge({}, here)).toEqual(here);
      }),
    );
  });
}

test('a lesson finished on either device is finished, at the earlier time, in either merge order', () => {
  fc.assert(
    fc.property(lessons, lessons, (here, there) => {
      const days = (
        all: Record<string, { finished?: string | undefined }>,
      ): Record<string, string | undefined> =>
        Object.fromEntries(Object.entries(all).map(([id, { finished }]) => [id, finished]));
      const merged = lessonsSlice.merge(here, there);
      expect(days(merged)).toEqual(days(lessonsSlice.merge(there, here)));
      for (const [id, { finished, at }] of Object.entries(here)) {
        if (finished !== undefined) expect(merged[id]?.finished).toBeDefined();
        if (at !== undefined) expect(merged[id]?.at).toBe(at);
      }
    }),
  );
});

test('of two days on which a lesson was finished, the first counts', () => {
  const on = (day: string) => ({ momentum: { title: 'Momentum', finished: day } });
  for (const [here, there] of [
    ['2026-03-01', '2026-02-01'],
    ['2026-02-01', '2026-03-01'],
  ] as const)
    expect(lessonsSlice.merge(on(here), on(there))).toEqual(on('2026-02-01'));
});

test('of two answers to a question the later wins, in either merge order', () => {
  // Two devices do not answer at the same millisecond.
  const apart = fc
    .tuple(checks, checks)
    .filter(([here, there]) => Object.entries(there).every(([id, { at }]) => here[id]?.at !== at));
  fc.assert(
    fc.property(apart, ([here, there]) => {
      expect(checksSlice.merge(here, there)).toEqual(checksSlice.merge(there, here));
    }),
  );
});

test('lists merged by time lose nothing and repeat nothing', () => {
  const list = fc.uniqueArray(
    moments.map((at) => ({ at })),
    { selector: ({ at }) => at },
  );
  fc.assert(
    fc.property(list, list, (here, there) => {
      const merged = mergeByMoment(here, there);
      expect(merged).toEqual(mergeByMoment(there, here));
      expect(mergeByMoment(merged, there)).toEqual(merged);
      expect(merged).toEqual(expect.arrayContaining([...here, ...there]));
    }),
  );
});

describe('an exported file', () => {
  test('restores the exported data, on an empty device and on one with data', () => {
    fc.assert(
      fc.property(personals, personals, (one, other) => {
        const file = exportFile(one, NOW);
        expect(file.name).toBe('blueprint-and-build-2026-11-24.json');
        const read = importFile(file.text);
        if (!('personal' in read)) throw new Error(read.refused);
        expect(mergePersonal(emptyPersonal(), read.personal)).toEqual(one);
        const merged = mergePersonal(other, read.personal);
        expect(Object.keys(merged.lessons)).toEqual(expect.arrayContaining(Object.keys(other.lessons)));
        if (other['cards'] !== undefined) expect(merged['cards']).toEqual(other['cards']);
        expect(mergePersonal(merged, read.personal)).toEqual(merged);
        expect(again(merged)).toEqual(merged);
      }),
    );
  });

  test('can be imported, whatever was in storage', () => {
    fc.assert(
      fc.property(hostile, (stored) => {
        const personal = { ...parsePersonal(stored), version: 1 };
        const read = importFile(exportFile(personal, NOW).text);
        if ('refused' in read) expect(read.refused).toContain('deeper');
        else expect(read.personal.lessons).toEqual(again(personal).lessons);
      }),
      { numRuns: 150 },
    );
  });

  test('is imported or refused without an exception, whatever it contains', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), hostile), hostile, (whole, data) => {
        for (const file of [whole, envelope(data)]) {
          const read = importFile(file);
          if ('personal' in read)
            expect(clean() && mergePersonal(emptyPersonal(), read.personal)).toBeTruthy();
          else expect(read.refused).toMatch(/^(?:This file|The part)/);
        }
        expect(clean()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  for (const [why, file, said] of [
    ['is not JSON', 'BEGIN:VCALENDAR', 'not JSON'],
    ['is cut off', envelope('{"lessons":{}').slice(0, -3), 'not JSON'],
    ['is another program’s', '{"kind":"bookmarks","version":1,"data":{}}', 'does not come from'],
    ['is a list', '[]', 'does not come from'],
    ['is newer', envelope('{}').replace('"version":1', '"version":2'), 'newer version'],
    ['has no time', envelope('{}').replace(NOW.toISOString(), 'today'), 'part “exported”'],
    ['has lessons of another form', envelope('{"lessons":["why-both"]}'), 'part “lessons”'],
    ['has answers of another form', envelope('{"checks":{"q-a":{"at":1}}}'), 'part “checks”'],
    ['is nested too deep', envelope(`${'{"a":'.repeat(12)}1${'}'.repeat(12)}`), 'deeper than 12'],
    ['is nested far too deep', envelope('['.repeat(9_000) + ']'.repeat(9_000)), 'deeper than 12'],
    ...['__proto__', 'constructor', 'prototype'].map(
      (key) => [`names ${key}`, envelope(`{"cards":[{"a":{"${key}":{"hit":1}}}]}`), 'could harm'] as const,
    ),
  ] as const) {
    test(`is refused if it ${why}`, () => {
      const read = importFile(file);
      expect('refused' in read && read.refused).toContain(said);
    });
  }

  test('is checked in the part of every tool that keeps data', () => {
    const keys = Object.values<PracticeTool>(TOOLS).flatMap(({ storage }) => storage?.key ?? []);
    for (const key of [...keys, 'review', 'steps', 'cases']) {
      const read = importFile(envelope(`{"${key}":5}`));
      expect('refused' in read && read.refused, key).toContain(`part “${key}”`);
    }
  });

  test('is accepted with 12 levels of nesting', () => {
    expect(importFile(envelope(`${'{"a":'.repeat(10)}{}${'}'.repeat(10)}`))).toHaveProperty('personal');
  });

  test('is refused unread if it is larger than 2 MB', () => {
    expect(refusedSize(MAX_BYTES)).toBeUndefined();
    expect(refusedSize(MAX_BYTES + 1)).toContain('2 MB');
  });

  test('replaces an unreadable slice, which is set aside', () => {
    const here = parsePersonal('{"checks":{"q-a":"x"},"checks-unread":1}');
    const there = parsePersonal(text({ checks: { 'q-a': { at: NOW.toISOString(), right: 1, of: 2 } } }));
    const merged = mergePersonal(here, there);
    expect(merged).toMatchObject({ 'checks-unread': 1, 'checks-unread-2': { 'q-a': 'x' } });
    expect(answersOf(merged)).toEqual({ checks: 1, right: 1, of: 2 });
  });
});

test('the import report names what was added', () => {
  const at = NOW.toISOString();
  const one = { at, right: 1, of: 2 };
  const later = { ...one, at: '2026-11-25T09:30:00.000Z' };
  const store = (slices: object): Personal => parsePersonal(text({ version: 1, ...slices }));
  const said = (here: Personal, there: Personal): string =>
    importReport(here, mergePersonal(here, there), there);
  const file = store({
    lessons: { a: { title: 'A', finished: at } },
    checks: { q: one, r: one },
    cards: [1],
  });
  expect(said(emptyPersonal(), file)).toBe(
    'Added: 1 finished lesson, 2 answered questions, 1 part that this version does not know.',
  );
  expect(said(file, file)).toBe('All of it was here already.');
  expect(said(store({ checks: { q: one } }), store({ checks: { q: later } }))).toBe(
    'Some of what was here was brought up to date.',
  );
  expect(said(store({ cards: [1] }), store({ cards: [2] }))).toBe('Left as it was here: cards.');
});

test('only valid items are counted', () => {
  const at = NOW.toISOString();
  const card = (due: string) => ({ due, stability: 1, difficulty: 5, days: 1, reps: 1, lapses: 0 });
  const personal = parsePersonal(
    text({
      balance: { results: [{ at }, { at: 'x' }, 5], draft: { at } },
      timeAudit: { weeks: [{ at }, { at }], rules: [{ at }] },
      questionCards: { a: { at }, b: null },
      growthPlan: 'x',
      checks: { a: { at, right: 2, of: 3 }, b: { at, right: 4, of: 3 }, c: { right: 1, of: 1 } },
      review: { a: { at }, b: { at, card: card(at) }, c: { at, card: card('2026-12-24T00:00:00.000Z') } },
    }),
  );
  expect(
    ['balance', 'timeAudit', 'questionCards', 'growthPlan', 'x'].map((key) => usesOf(personal, key)),
  ).toEqual([1, 2, 1, 0, 0]);
  expect(answersOf(personal)).toEqual({ checks: 1, right: 2, of: 3 });
  expect(dueCount(personal, NOW)).toBe(2);
});

/** An exported file with the given data, as JSON text. */
function envelope(data: string): string {
  return `{"kind":"${FILE_KIND}","version":1,"exported":"${NOW.toISOString()}","data":${data}}`;
}

test('invalid stored text gives an empty store, and valid parts are preserved', () => {
  for (const text of [
    null,
    '',
    '{',
    '[]',
    '{"lessons":[]}',
    '{"lessons":{"a b":{"title":"x"}}}',
    '{"lessons":{"x":{"title":5}}}',
  ]) {
    expect(parsePersonal(text)).toEqual({ version: 1, lessons: {} });
  }
  const personal = parsePersonal(
    '{"version":9,"streak":3,"lessons":{"why-both":{"title":"Why","at":"cost","finished":"2026-01-01","notes":["n"]}},"last":"why-both"}',
  );
  const long = parsePersonal(JSON.stringify({ lessons: { x: { title: 'x'.repeat(201) } } }));
  expect(long.lessons['x']?.title).toHaveLength(200);
  // Entries of a newer version are preserved.
  expect(personal).toEqual({
    version: 9,
    streak: 3,
    lessons: { 'why-both': { title: 'Why', at: 'cost', finished: '2026-01-01', notes: ['n'] } },
    last: 'why-both',
  });
});

test('an export is named after the day of the reader', () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'America/Los_Angeles';
  const { name } = exportFile(emptyPersonal(), new Date('2026-11-29T03:30:00Z'));
  process.env['TZ'] = zone;
  expect(name).toBe('blueprint-and-build-2026-11-28.json');
});

test('a list is no store, and the name of a method no lesson', () => {
  expect(parsePersonal('[1]')).toEqual(emptyPersonal());
  expect(parsePersonal('{"lessons":{},"last":"toString"}')).toEqual(emptyPersonal());
});
