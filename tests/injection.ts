import type { Locator, Page } from '@playwright/test';
import { INJECTIONS } from './fixtures/injections.ts';

// What tests need that put text which would run as script wherever a visitor may put one.

interface Watched {
  hits: number;
  hit: () => void;
  harm: () => string;
}

/** Counts every script that gets to run, in the page and before it. */
export async function watch(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched;
    watched.hits = 0;
    watched.hit = () => (watched.hits += 1);
    watched.harm = () => {
      const made = document.querySelectorAll(
        '[data-hit], [onerror], [onload], [onfocus], iframe[srcdoc], object',
      );
      return watched.hits > 0 || made.length > 0
        ? `${watched.hits} scripts ran, ${made.length} elements were made`
        : '';
    };
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

/** What is wrong with the page after a payload: a script that ran, an element that was made, a page that was left. */
export const harm = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as Watched).harm());

/** What is typed into a field; or the text of a file, with its name. */
interface Handed {
  text: string;
  name?: string;
}

/**
 * Types each text into a field, or chooses it as a file, once the page has answered the
 * one before. All happens in the page: going to and fro for each takes longer than the page does.
 *
 * @param status where the page answers
 * @param answer what it then says, as a regular expression
 * @returns what did harm
 */
export const handOver = (
  field: Locator,
  status: string,
  answer: string,
  handed: readonly Handed[],
): Promise<string[]> =>
  field.evaluate(
    async (input: HTMLInputElement, given) => {
      const place = document.querySelector(given.status);
      if (place === null) throw new Error('The page has no place to answer in.');
      const says = (pattern: RegExp): Promise<void> =>
        new Promise((resolve) => {
          const look = (): void => {
            if (!pattern.test(place.textContent ?? '')) return;
            observer.disconnect();
            resolve();
          };
          const observer = new MutationObserver(look);
          observer.observe(place, { childList: true, characterData: true, subtree: true });
          look();
        });
      const type = async (text: string): Promise<void> => {
        input.value = '';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await says(/^$/);
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const choose = (text: string, name: string): void => {
        place.replaceChildren();
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], `${name}.json`, { type: 'application/json' }));
        input.files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      };
      const harmed: string[] = [];
      for (const { text, name = 'data' } of given.handed) {
        if (input.type === 'file') choose(text, name);
        else await type(text);
        await says(new RegExp(given.answer));
        const found = (globalThis as unknown as Watched).harm();
        if (found !== '') harmed.push(`${text}: ${found}`);
      }
      return harmed;
    },
    { status, answer, handed },
  );

/** Payloads in groups, so that the workers share them. */
const SHARES = 10;
export const GROUPS = Array.from({ length: SHARES }, (_, share) =>
  INJECTIONS.filter((_payload, index) => index % SHARES === share),
);
