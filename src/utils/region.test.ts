import { expect, test, vi } from 'vitest';
import { clockTime, firstWeekday } from './region.ts';

test('the week begins as in the region, also in browsers that cannot tell', () => {
  const expected = { 'en-US': 0, 'en-GB': 1, 'de-AT': 1, 'ar-EG': 6, en: 0 };
  for (const [language, day] of Object.entries(expected)) expect(firstWeekday(language), language).toBe(day);
  const { Locale } = Intl;
  const bare = class {
    #locale: Intl.Locale;
    constructor(language: string) {
      this.#locale = new Locale(language);
    }
    maximize(): Intl.Locale {
      return this.#locale.maximize();
    }
  };
  vi.stubGlobal('Intl', { Locale: bare });
  expect(['en-US', 'ja', 'de', 'en-GB'].map(firstWeekday)).toEqual([0, 0, 1, 1]);
  vi.unstubAllGlobals();
});

test('a time of day is written as in the region, also some minutes later and on the next day', async () => {
  expect(clockTime('09:00', 75)).toBe('10:15 AM');
  expect(clockTime('00:05')).toBe('12:05 AM');
  expect(clockTime('11:59', 1)).toBe('12:00 PM');
  expect(clockTime('23:30', 45)).toBe('12:15 AM (next day)');
  const { DateTimeFormat } = Intl;
  vi.stubGlobal('Intl', {
    ...Intl,
    DateTimeFormat: function (language: string | undefined, options: Intl.DateTimeFormatOptions) {
      return new DateTimeFormat(language ?? 'de-AT', options);
    },
  });
  vi.resetModules();
  const elsewhere = await import('./region.ts');
  vi.unstubAllGlobals();
  expect(elsewhere.clockTime('09:00', 75)).toBe('10:15');
  expect(elsewhere.clockTime('16:00')).toBe('16:00');
});
