import { expect, test, vi } from 'vitest';
import { firstWeekday } from './region.ts';

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
