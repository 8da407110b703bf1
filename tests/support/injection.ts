import type { Page } from '@playwright/test';
import { INJECTIONS } from '../fixtures/injections.ts';

// Helpers for tests that enter script injection payloads into every input of a visitor.

interface Watched {
  hits: number;
  hit: () => void;
  harm: () => string;
}

/** Records every injected script that runs, in the page and in its frames. */
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

/** The harm that a payload did: a script that ran, an element that was created, or a navigation. */
export const harm = (page: Page): Promise<string> =>
  page.evaluate(() => (globalThis as unknown as Watched).harm());

/** How a text enters the page. */
export type Way =
  /** Typed into `field`. */
  | 'typed'
  /** As a file, chosen in `field`. */
  | 'file'
  /** As the fragment of a link that is followed on the page. */
  | 'fragment'
  /** As the part of an address after the path; opened in frames. */
  | 'address'
  /** As stored data in JSON, `{ local, session }`; the page is then opened in a frame. */
  | 'stored'
  /** As a message in JSON on the channel named `field`. */
  | 'channel';

/** A harmless text, and how to see that it arrived. */
export interface Control {
  text: string;
  /** Selector of where the page shows it; by default `place`. */
  at?: string;
  /** Expected text, as a regular expression; without it, the element must exist. */
  says?: string;
}

/** An input of a visitor. */
export interface Input {
  /** Name, for the title of the test. */
  name: string;
  /** The page that takes the text. */
  page: string;
  way: Way;
  /** Selector of the field, or name of the channel, depending on `way`. */
  field?: string;
  /** Selectors to click once, before the first text. */
  before?: readonly string[];
  /** Selectors to click after each text; missing elements are skipped. */
  press?: readonly string[];
  /** Selector of where the page responds. Cleared before each text. */
  place: string;
  /** Expected response, as a regular expression; without it, the page does not respond to most texts. */
  answers?: string;
  /** Selectors to click after the response; missing elements are skipped. */
  then?: readonly string[];
  /** The texts to enter for a payload. */
  texts: (payload: string) => readonly string[];
  /**
   * All are entered first, to show that a text arrives. If the page does not respond to most texts, they are also entered
   * in turn after each text, to show that the page still works; in turn, because some pages respond only to a change.
   */
  controls: readonly [Control, ...Control[]];
}

/** The part of an input that can be serialized for the page. */
type Sent = Omit<Input, 'texts'>;

/**
 * Enters every text, each after the page has responded to the one before. Runs completely in the page, because a round
 * trip for each text would take longer than the page.
 * @param texts by default those of all payloads
 * @returns descriptions of texts that did harm
 */
export function handOver(
  page: Page,
  { texts, ...input }: Input,
  handed: readonly string[] = INJECTIONS.flatMap((payload) => texts(payload)),
): Promise<string[]> {
  return page.evaluate(
    async ({ input, handed }: { input: Sent; handed: readonly string[] }) => {
      const { way, field = '', place, answers, press = [], then = [], controls } = input;
      /** Parallel frames; only one for stored data, which all frames share. */
      const LANES = way === 'address' ? 3 : 1;
      const PATIENCE = 20_000;
      const harmed: string[] = [];
      const path = location.pathname;
      const channel = way === 'channel' ? new BroadcastChannel(field) : undefined;

      const says = (within: Document, selector: string, pattern: string, text: string): Promise<void> =>
        new Promise((resolve, reject) => {
          const wanted = new RegExp(pattern);
          const isThere = (): boolean => {
            const found = within.querySelector(selector);
            return found !== null && wanted.test(found.textContent ?? '');
          };
          const end = (): void => {
            observer.disconnect();
            clearTimeout(timer);
          };
          const observer = new MutationObserver(() => {
            if (!isThere()) return;
            end();
            resolve();
          });
          const timer = setTimeout(() => {
            end();
            reject(new Error(`${selector} does not say ${pattern} to ${text}`));
          }, PATIENCE);
          observer.observe(within.documentElement, {
            childList: true,
            characterData: true,
            attributes: true,
            subtree: true,
          });
          if (!isThere()) return;
          end();
          resolve();
        });
      const click = (selectors: readonly string[]): void => {
        for (const selector of selectors) document.querySelector<HTMLElement>(selector)?.click();
      };
      const fieldOf = (): HTMLInputElement => {
        const found = document.querySelector<HTMLInputElement>(field);
        if (found === null) throw new Error(`${field} is missing.`);
        return found;
      };
      const frameWith = (address: string, frame: HTMLIFrameElement): Promise<Document> =>
        new Promise((resolve, reject) => {
          const timer = setTimeout(() => {
            reject(new Error(`${address} does not load`));
          }, PATIENCE);
          frame.onload = () => {
            clearTimeout(timer);
            if (frame.contentDocument === null) reject(new Error(`${address} led away`));
            else resolve(frame.contentDocument);
          };
          frame.src = address;
        });
      const keep = (text: string): void => {
        localStorage.clear();
        sessionStorage.clear();
        const { local, session } = JSON.parse(text) as Record<'local' | 'session', Record<string, string>>;
        for (const [key, value] of Object.entries(local)) localStorage.setItem(key, value);
        for (const [key, value] of Object.entries(session)) sessionStorage.setItem(key, value);
      };

      const look = (text: string, { contentWindow }: HTMLIFrameElement): void => {
        for (const watched of [window, contentWindow] as unknown as Watched[]) {
          const found = watched.harm();
          if (found !== '') harmed.push(`${text}: ${found}`);
        }
      };

      /** Enters a text. @returns the document that responds */
      const hand = async (text: string, frame: HTMLIFrameElement): Promise<Document> => {
        if (way === 'address') return frameWith(path + text, frame);
        if (way === 'stored') {
          keep(text);
          // A new query each time, because the same address would not load again.
          return frameWith(`${path}?${performance.now()}`, frame);
        }
        // Clears the field first, so that a search page clears its results.
        if (way === 'typed') {
          fieldOf().value = '';
          fieldOf().dispatchEvent(new Event('input', { bubbles: true }));
        }
        document.querySelector(place)?.replaceChildren();
        if (way === 'typed') {
          // A keyboard cannot type more than the maximum length of a field.
          fieldOf().value = text.slice(0, fieldOf().maxLength < 0 ? undefined : fieldOf().maxLength);
          fieldOf().dispatchEvent(new Event('input', { bubbles: true }));
        } else if (way === 'file') {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], text.slice(0, 200)));
          fieldOf().files = transfer.files;
          fieldOf().dispatchEvent(new Event('change', { bubbles: true }));
        } else if (way === 'channel') channel?.postMessage(JSON.parse(text));
        else {
          history.replaceState(null, '', path);
          const followed = new Promise((resolve) => {
            addEventListener('hashchange', resolve, { once: true });
          });
          location.hash = text;
          await followed;
        }
        click(press);
        return document;
      };
      const handControl = async (index: number, frame: HTMLIFrameElement): Promise<void> => {
        const { text, at = place, says: said = '' } = controls[index % controls.length] ?? controls[0];
        await says(await hand(text, frame), at, said, text);
      };

      click(input.before ?? []);
      const left = handed.entries();
      const lane = async (): Promise<void> => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        for (const index of controls.keys()) await handControl(index, frame);
        for (const [index, text] of left) {
          const answering = await hand(text, frame);
          if (answers === undefined) await handControl(index, frame);
          else await says(answering, place, answers, text);
          look(text, frame);
          for (const selector of then) {
            click([selector]);
            look(text, frame);
          }
        }
        frame.remove();
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      channel?.close();
      return harmed;
    },
    { input, handed },
  );
}

/** Opens the page of an input, and enters every payload. @returns descriptions of harm and failures */
export async function harmOf(page: Page, input: Input): Promise<string[]> {
  const faults = await watch(page);
  await page.goto(input.page);
  return [...(await handOver(page, input)), ...faults];
}
