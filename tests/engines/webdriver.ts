import { expect } from '@playwright/test';

/** Key of an element reference in WebDriver (https://www.w3.org/TR/webdriver2/#elements). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Reply = Record<string, unknown> | null;

/** WebDriver's codes of keys without a character. */
export const KEYS = {
  tab: '\uE004',
  enter: '\uE007',
  control: '\uE009',
  escape: '\uE00C',
  right: '\uE014',
  down: '\uE015',
};

/** How often a command is sent again that the driver dropped because its page was being left. */
const RETRIES = 20;

async function send(address: string, method: string, body?: object, retries = RETRIES): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  if (retries > 0 && error === 'no such frame') return send(address, method, body, retries - 1);
  throw new Error(`${method} ${address}: ${error} ${message}`);
}

/**
 * A browser window controlled by W3C WebDriver over `fetch`, with the few commands that the journeys need. Client
 * libraries would add megabytes for browsers that Playwright supports already.
 */
export class WebDriver {
  readonly #session: string;
  readonly #baseURL: string;

  private constructor(session: string, baseURL: string) {
    this.#session = session;
    this.#baseURL = baseURL;
  }

  /** Opens a window without stored data. Commands wait for missing elements. */
  static async open(driver: string, baseURL: string): Promise<WebDriver> {
    const capabilities = { alwaysMatch: { timeouts: { implicit: 5_000, pageLoad: 20_000, script: 10_000 } } };
    const { sessionId } = (await send(`${driver}/session`, 'POST', { capabilities })) as {
      sessionId: string;
    };
    return new WebDriver(`${driver}/session/${sessionId}`, baseURL);
  }

  async close(): Promise<void> {
    await send(this.#session, 'DELETE');
  }

  /** Goes to a path of the site and waits until it is loaded. */
  async goto(path: string): Promise<void> {
    await this.#post('/url', { url: new URL(path, this.#baseURL).href });
    await this.#loaded();
  }

  async reload(): Promise<void> {
    await this.#post('/refresh', {});
    await this.#loaded();
  }

  /** Waits for the scripts, because WebKitGTK's driver may answer before they have run. */
  async #loaded(): Promise<void> {
    await expect.poll(() => this.evaluate(() => document.readyState)).toBe('complete');
  }

  /** Runs a function in the page. It can use only its arguments, not other values of the test. */
  async evaluate<T, A extends unknown[]>(run: (...args: A) => T, ...args: A): Promise<T> {
    return (await this.#post('/execute/sync', {
      script: `return (${String(run)})(...arguments)`,
      args,
    })) as T;
  }

  /** Clicks an element as soon as it is clickable. */
  async click(selector: string): Promise<void> {
    await expect(async () => {
      const element = await this.#inView(selector);
      await this.#post(`/element/${element}/click`, {});
    }).toPass({ timeout: 30_000 });
  }

  /** The visible text of an element; empty if it is hidden. Finds it again if the page was being left. */
  async text(selector: string): Promise<string> {
    let text: unknown;
    await expect(async () => {
      text = await send(`${this.#session}/element/${await this.#find(selector)}/text`, 'GET');
    }).toPass({ timeout: 30_000 });
    return String(text);
  }

  /** The role and accessible name of an element. */
  async roleAndName(selector: string): Promise<[unknown, unknown]> {
    const element = `${this.#session}/element/${await this.#find(selector)}`;
    return [await send(`${element}/computedrole`, 'GET'), await send(`${element}/computedlabel`, 'GET')];
  }

  /** Types a text, key by key. */
  async type(text: string): Promise<void> {
    await this.#keys([...text].flatMap((value) => [down(value), up(value)]));
  }

  /** Presses keys together, in order: `chord(KEYS.control, 'v')`. */
  async chord(...keys: string[]): Promise<void> {
    await this.#keys([...keys.map(down), ...keys.toReversed().map(up)]);
  }

  /** Moves the mouse onto an element. */
  async hover(selector: string): Promise<void> {
    const origin = { [ELEMENT]: await this.#inView(selector) };
    const actions = [{ type: 'pointerMove', origin, x: 0, y: 0 }];
    await this.#post('/actions', { actions: [{ type: 'pointer', id: 'mouse', actions }] });
  }

  async #keys(actions: object[]): Promise<void> {
    await this.#post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  async #find(selector: string): Promise<string> {
    const found = (await this.#post('/element', { using: 'css selector', value: selector })) as Reply;
    return String(found?.[ELEMENT]);
  }

  /** Finds an element and scrolls to it, because the driver sometimes fails to scroll. */
  async #inView(selector: string): Promise<string> {
    const element = await this.#find(selector);
    const script = 'arguments[0].scrollIntoView({ block: "center" })';
    await this.#post('/execute/sync', { script, args: [{ [ELEMENT]: element }] });
    return element;
  }

  async #post(path: string, body: object): Promise<unknown> {
    return send(this.#session + path, 'POST', body);
  }
}

const down = (value: string): object => ({ type: 'keyDown', value });
const up = (value: string): object => ({ type: 'keyUp', value });
