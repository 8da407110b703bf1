import type { Locator, Page } from '@playwright/test';
import { title } from './words.ts';

// Helpers for the progress page of a returning reader.

/** Time of the stored data. */
export const MOMENT = '2026-11-20T09:30:00.000Z';
/** The review card of a question that is due at a time. */
function cardDue(due: string) {
  return { due, stability: 3, difficulty: 5, days: 3, reps: 1, lapses: 0 };
}
/** The stored data of a returning reader. */
export const HERE = {
  version: 1,
  lessons: {
    'what-management-is': { title: title('lessons/what-management-is'), at: 'objectives', finished: MOMENT },
    'why-both': { title: title('lessons/why-both'), at: 'side-by-side' },
  },
  last: 'why-both',
  checks: {
    'q-the-trap': { at: MOMENT, right: 1, of: 1 },
    'q-shortage-sort': { at: MOMENT, right: 3, of: 5 },
  },
  balance: { results: [{ at: MOMENT, answers: {} }] },
  review: {
    'q-the-trap': { at: MOMENT, card: cardDue(MOMENT) },
    'q-shortage-sort': { at: MOMENT, card: cardDue('2999-01-01T00:00:00.000Z') },
  },
};
/** An exported file from another device. */
export const FILE = {
  kind: 'blueprint-and-build-personal',
  version: 1,
  exported: MOMENT,
  data: {
    lessons: { momentum: { title: 'The bottom line: momentum', finished: MOMENT } },
    checks: { 'q-recall': { at: MOMENT, right: 2, of: 2 } },
    future: ['kept as it is'],
  },
};

/** The status message about files. */
export const said = (page: Page): Locator => page.locator('personal-data [role=status]');
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });
export { storedData as stored } from './stored.ts';

/** Opens the page as a returning reader. */
export async function come(page: Page, personal: unknown = HERE): Promise<void> {
  await page.goto('about/');
  await page.evaluate((text) => {
    localStorage.setItem('bb:personal', text);
  }, JSON.stringify(personal));
  await page.goto('progress/');
}

/** Chooses a file with a text. */
export const choose = (page: Page, text: string): Promise<void> =>
  page.getByLabel('A file of your data').setInputFiles({
    name: 'mine.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
