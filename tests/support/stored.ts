import type { Page } from '@playwright/test';

/** What a reader's device remembers, as text, once what every page had to write is written. */
export const storedText = (page: Page): Promise<string | null> =>
  page.evaluate(() => navigator.locks.request('bb:personal', () => localStorage.getItem('bb:personal')));

/** The same as data; null if there is none. */
export const storedData = async (page: Page): Promise<unknown> =>
  JSON.parse((await storedText(page)) ?? 'null') as unknown;
