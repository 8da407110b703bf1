import type { Page } from '@playwright/test';
import { INJECTIONS } from '../fixtures/injections.ts';

// What tests need that put text which would run as script wherever a visitor may put one.

interface Watched {
  hits: number;
  hit: () => void;
  harm: () => string;
}

/** Counts every script that gets to run, in the page, in its frames and before them. */
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

/** How a text gets in. */
export type Way =
  /** Typed into `field`. */
  | 'typed'
  /** A file of this text, chosen in `field`. */
  | 'file'
  /** The fragment of the address, followed within the page. */
  | 'fragment'
  /** What stands behind the path in an address; opened in frames. */
  | 'address'
  /** What the browser keeps, as JSON: `{ local, session }`; the page is then opened in a frame. */
  | 'stored'
  /** A message, as JSON, on the channel named `field`. */
  | 'channel';

/** A text that does no harm, and what shows that it arrived. */
export interface Control {
  text: string;
  /** Where the page shows it, if not where it answers. */
  at?: string;
  /** What stands there, as a regular expression; without it, the place is enough. */
  says?: string;
}

/** One place where a visitor's text comes in. */
export interface Input {
  /** As the test's name says it. */
  name: string;
  /** The page that takes the text. */
  page: string;
  way: Way;
  /** Of the text: selector or name, by the way. */
  field?: string;
  /** Clicked one after the other before a text is handed over: once on the page. */
  before?: readonly string[];
  /** Clicked once the text is there; those that are missing are left out. */
  press?: readonly string[];
  /** Where the page answers. It is emptied before each text. */
  place: string;
  /** What the page then says, as a regular expression; without it, the page says nothing to most texts. */
  answers?: string;
  /** Clicked after the answer; those that are missing are left out. */
  then?: readonly string[];
  /** What is handed over for a payload. */
  texts: (payload: string) => readonly string[];
  /**
   * All are handed over first, to show that a text arrives; and, where the page says nothing to most texts, after each of
   * them, to show that it still listens: then one after the other, as some pages answer to a change alone.
   */
  controls: readonly [Control, ...Control[]];
}

/** What of an input can go into the page. */
type Sent = Omit<Input, 'texts'>;

/**
 * Hands every text over, each once the page has answered the one before. All happens in the page: going to and fro for
 * each takes longer than the page does.
 *
 * @param texts by default those of all payloads
 * @returns what did harm
 */
export function handOver(
  page: Page,
  { texts, ...input }: Input,
  handed: readonly string[] = INJECTIONS.flatMap((payload) => texts(payload)),
): Promise<string[]> {
  return page.evaluate(
    async ({ input, handed }: { input: Sent; handed: readonly string[] }) => {
      const { way, field = '', place, answers, press = [], then = [], controls } = input;
      /** Frames at a time; what the browser keeps is the same for all. */
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

      /** @returns the document that answers */
      const hand = async (text: string, frame: HTMLIFrameElement): Promise<Document> => {
        if (way === 'address') return frameWith(path + text, frame);
        if (way === 'stored') {
          keep(text);
          // Another query each time: the same address would not be loaded again.
          return frameWith(`${path}?${performance.now()}`, frame);
        }
        // A page that leads its own search empties its answer itself, once the question is gone.
        if (way === 'typed') {
          fieldOf().value = '';
          fieldOf().dispatchEvent(new Event('input', { bubbles: true }));
        }
        document.querySelector(place)?.replaceChildren();
        if (way === 'typed') {
          // A keyboard writes no more than a field takes.
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

/** Opens the page of an input, and hands over every payload. @returns what did harm, and what failed */
export async function harmOf(page: Page, input: Input): Promise<string[]> {
  const faults = await watch(page);
  await page.goto(input.page);
  return [...(await handOver(page, input)), ...faults];
}
