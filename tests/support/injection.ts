import { expect, type Page } from '@playwright/test';
import { INJECTIONS } from '../fixtures/injections.ts';

// Helpers for tests that enter script injection payloads into every input of a visitor.

interface Watched {
  hits: number;
  hit: () => void;
}

/** Records every injected script that runs, in the page and in its frames. */
export async function watch(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.addInitScript(() => {
    const watched = globalThis as unknown as Watched;
    watched.hits = 0;
    watched.hit = () => (watched.hits += 1);
    globalThis.print = () => undefined;
  });
  page.on('dialog', (dialog) => void dialog.dismiss());
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}

/** The harm that a payload did, in the page and in its frames: a script that ran, or an element that was created. */
export async function harm(page: Page): Promise<string> {
  const found = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => {
        const { hits } = globalThis as unknown as Watched;
        const made = document.querySelectorAll(
          '[data-hit], [onerror], [onload], [onfocus], iframe[srcdoc], object',
        );
        return hits > 0 || made.length > 0 ? `${hits} scripts ran, ${made.length} elements were made` : '';
      }),
    ),
  );
  return found.filter(Boolean).join('; ');
}

/** Enters a text on the page at a path. */
type Enter = (page: Page, text: string, path: string) => Promise<unknown>;

/** As the part of an address after the path. */
export const inAddress: Enter = (page, text, path) => page.goto(path + text);

/** As the fragment of a link that is followed on the page. */
export const inFragment: Enter = (page, text) =>
  page.evaluate((fragment) => {
    history.replaceState(null, '', location.pathname);
    const followed = new Promise((resolve) => {
      addEventListener('hashchange', resolve, { once: true });
    });
    location.hash = fragment;
    return followed.then(() => undefined);
  }, text);

/** Typed into a field; then a button is pressed, where there is one to press. */
export const typed =
  (field: string, press?: string): Enter =>
  async (page, text) => {
    const input = page.locator(field).first();
    // Emptied first, so that a search page clears its results.
    await input.fill('');
    const most = await input.evaluate((element: HTMLInputElement) => element.maxLength);
    await input.fill(text.slice(0, most < 0 ? undefined : most));
    if (press !== undefined) await page.locator(press).first().click();
  };

/** As a file, chosen in a field. */
export const asFile =
  (field: string): Enter =>
  (page, text) =>
    page
      .locator(field)
      .setInputFiles({ name: text.slice(0, 200), mimeType: 'text/plain', buffer: Buffer.from(text) });

/** As stored data in JSON, `{ local, session }`, which the page finds when it opens. */
export const stored: Enter = async (page, text) => {
  await page.evaluate((json) => {
    for (const storage of [localStorage, sessionStorage]) storage.clear();
    const { local, session } = JSON.parse(json) as Record<'local' | 'session', Record<string, string>>;
    for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
    for (const [key, value] of Object.entries(session)) sessionStorage.setItem(key, value);
  }, text);
  await page.reload();
};

/** As a message in JSON on a channel between windows. */
export const asMessage =
  (channel: string): Enter =>
  (page, text) =>
    page.evaluate(
      ([name, json]) => {
        new BroadcastChannel(name).postMessage(JSON.parse(json));
      },
      [channel, text] as const,
    );

/** An input of a visitor. */
export interface Input {
  /** Name, for the title of the test. */
  name: string;
  /** The page that takes the text. */
  page: string;
  /** Selector to click once, before the first text. */
  before?: string;
  enter: Enter;
  /** Selector of where the page responds. Cleared before each text. */
  place: string;
  /** Expected response; without it, the page does not respond to most texts. */
  answers?: RegExp;
  /** Selectors to click after the response; missing elements are skipped. */
  then?: readonly string[];
  /** The texts to enter for a payload; by default itself. */
  texts?: (payload: string) => readonly string[];
  /** Harmless texts, and how to see that they arrived: in `place` or at a selector. Entered first and last. */
  controls: readonly (readonly [text: string, says: RegExp, at?: string])[];
}

/**
 * Opens the page of an input, and enters every payload, each after the page has responded to the one before.
 * @returns descriptions of harm and failures
 */
export async function harmOf(page: Page, input: Input): Promise<string[]> {
  const { enter, place, answers, then = [], texts = (payload) => [payload], controls } = input;
  const faults = await watch(page);
  await page.goto(input.page);
  if (input.before !== undefined) await page.locator(input.before).first().click();
  const { pathname } = new URL(page.url());
  const harmed: string[] = [];
  const look = async (text: string): Promise<void> => {
    const found = new URL(page.url()).pathname === pathname ? await harm(page) : 'the page led away';
    if (found !== '') harmed.push(`${text}: ${found}`);
  };
  const handControls = async (): Promise<void> => {
    for (const [text, says, at = place] of controls) {
      await enter(page, text, input.page);
      await expect(page.locator(at).first()).toHaveText(says);
    }
  };
  await handControls();
  for (const text of INJECTIONS.flatMap(texts)) {
    await page.evaluate((selector) => document.querySelector(selector)?.replaceChildren(), place);
    await enter(page, text, input.page);
    if (answers !== undefined) await expect(page.locator(place).first(), text).toHaveText(answers);
    await look(text);
    for (const selector of then) {
      const button = page.locator(selector).first();
      if (await button.isVisible()) await button.click();
      await look(text);
    }
  }
  await handControls();
  await look('in the end');
  return [...harmed, ...faults];
}
