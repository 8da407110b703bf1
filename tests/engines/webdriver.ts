import { expect } from '@playwright/test';

/** Under this name WebDriver hands over an element (https://www.w3.org/TR/webdriver2/#elements). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Reply = Record<string, unknown> | null;

/** Keys without a character, as WebDriver names them. */
export const KEYS = {
  tab: '\uE004',
  enter: '\uE007',
  control: '\uE009',
  escape: '\uE00C',
  right: '\uE014',
  down: '\uE015',
};

async function send(address: string, method: string, body?: object): Promise<unknown> {
  const response = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${method} ${address}: ${error} ${message}`);
}

/**
 * A window of a browser, led by W3C WebDriver over `fetch`: the few commands that the journeys need. The client
 * libraries bring megabytes for browsers that Playwright drives already.
 */
export class WebDriver {
  readonly #session: string;
  readonly #baseURL: string;

  private constructor(session: string, baseURL: string) {
    this.#session = session;
    this.#baseURL = baseURL;
  }

  /** Opens a window with nothing stored; an element that is not there yet is waited for. */
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

  /** WebKitGTK's driver may answer before the scripts have run. */
  async #loaded(): Promise<void> {
    await expect.poll(() => this.evaluate(() => document.readyState)).toBe('complete');
  }

  /** Runs a function in the page. It sees its arguments and nothing else of the test. */
  async evaluate<T, A extends unknown[]>(run: (...args: A) => T, ...args: A): Promise<T> {
    return (await this.#post('/execute/sync', {
      script: `return (${String(run)})(...arguments)`,
      args,
    })) as T;
  }

  /** Clicks on an element, as soon as it can be clicked on. */
  async click(selector: string): Promise<void> {
    await expect(async () => {
      const element = await this.#inView(selector);
      await this.#post(`/element/${element}/click`, {});
    }).toPass({ timeout: 5_000 });
  }

  /** The text of an element as it is shown: nothing where it is hidden. */
  async text(selector: string): Promise<string> {
    return (await send(`${this.#session}/element/${await this.#find(selector)}/text`, 'GET')) as string;
  }

  /** Role and name of an element, as assistive technology is told them. */
  async roleAndName(selector: string): Promise<[unknown, unknown]> {
    const element = `${this.#session}/element/${await this.#find(selector)}`;
    return [await send(`${element}/computedrole`, 'GET'), await send(`${element}/computedlabel`, 'GET')];
  }

  /** Types, key by key. */
  async type(text: string): Promise<void> {
    await this.#keys([...text].flatMap((value) => [down(value), up(value)]));
  }

  /** Presses keys together, the first of them first: `chord(KEYS.control, 'v')`. */
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

  /** Finds an element and scrolls to it, which the driver itself sometimes fails to do. */
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
