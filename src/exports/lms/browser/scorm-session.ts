import { COUNT, type ScormModel } from '../scorm.ts';
import { type Launch, type Report, SessionRefused, type LmsSession } from '../session.ts';

/** The API object of a SCORM runtime: methods by name. */
type ScormApi = Record<string, (...args: string[]) => unknown>;

/** Most parent frames to search; a limit, because a page can frame itself. */
const MOST_FRAMES = 12;
/** Attempts to find the API, as systems may add it after they open the page. */
const ATTEMPTS = 10;
const PAUSE = 300;

/** Finds the API in a window or its parents. Windows of other origins are not readable. */
function inFrames(from: Window, name: string): ScormApi | undefined {
  let at = from;
  for (let climbed = 0; climbed < MOST_FRAMES; climbed += 1) {
    try {
      const api = (at as unknown as Record<string, unknown>)[name];
      if (api !== undefined && api !== null) return api as ScormApi;
    } catch {
      // Another origin; its parent may be readable again.
    }
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** Finds the API in the parents of the page or of its opener. */
function findApi(name: string): ScormApi | undefined {
  const openers: unknown[] = [() => window.opener as unknown, () => window.top?.opener as unknown].map(
    (get) => {
      try {
        return get();
      } catch {
        return undefined;
      }
    },
  );
  return [window, ...openers]
    .filter((from): from is Window => from !== null && from !== undefined)
    .map((from) => inFrames(from, name))
    .find((api) => api !== undefined);
}

/** Finds the API, with retries for a few seconds. */
export async function awaitApi(name: string): Promise<ScormApi | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const api = findApi(name);
    if (api !== undefined || attempt === ATTEMPTS) return api;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** SCORM 2004 error code: the session is already open. */
const OPEN_ALREADY = '103';
/** Error codes of both versions: the system does not support the element. */
const NOT_THERE = ['401', '402'];

/** A session with a SCORM runtime. Writes only changed values; errors of the runtime never stop it. */
export class ScormSession implements LmsSession {
  readonly #api: ScormApi;
  readonly #model: ScormModel;
  /** Values known to be stored in the system. */
  readonly #known = new Map<string, string>();
  /** Interactions that the system recorded in earlier sessions. */
  #recorded = 0;
  #readOnly = false;
  #uncommitted = false;
  #ended = false;

  constructor(api: ScormApi, model: ScormModel) {
    this.#api = api;
    this.#model = model;
  }

  /** In a window of its own there is nothing around the page to leave by. */
  get leave(): (() => void) | undefined {
    return window.parent === window && window.opener !== null
      ? () => {
          window.close();
        }
      : undefined;
  }

  async start(): Promise<Launch> {
    const answer = this.#call('Initialize', '');
    if (answer === undefined) throw new Error('The learning system does not answer.');
    if (String(answer) !== 'true' && this.#lastError() !== OPEN_ALREADY)
      throw new SessionRefused('The learning system refused the session.');
    const { known, ...launch } = this.#model.launch((element) => this.#get(element));
    for (const [element, value] of known) this.#known.set(element, value);
    this.#readOnly = launch.readOnly;
    this.#recorded = Number(this.#get(COUNT)) || 0;
    return launch;
  }

  save(report: Report, leaving = false): Promise<boolean> {
    return Promise.resolve(this.#write(report, leaving));
  }

  finish(report: Report, asked = false): Promise<boolean> {
    if (this.#ended) return Promise.resolve(true);
    const written = this.#write(report, true);
    const request = asked ? this.#model.request?.(report) : undefined;
    if (request !== undefined) this.#did('SetValue', ...request);
    this.#ended = true;
    return Promise.resolve(this.#did('Terminate', '') && written);
  }

  #write(report: Report, leaving: boolean): boolean {
    if (this.#ended || this.#readOnly) return true;
    const values = [
      ...this.#model.progress(report, this.#known),
      ...report.decisions.flatMap((decision, index) => this.#model.decided(decision, this.#recorded + index)),
      ...(leaving ? this.#model.leaving(report) : []),
    ];
    let taken = true;
    for (const [element, value] of values) {
      if (this.#known.get(element) === value) continue;
      if (this.#did('SetValue', element, value)) this.#uncommitted = true;
      else if (!NOT_THERE.includes(this.#lastError())) {
        taken = false;
        continue;
      }
      this.#known.set(element, value);
    }
    if (this.#uncommitted) this.#uncommitted = !this.#did('Commit', '');
    return taken && !this.#uncommitted;
  }

  /** Calls a method of the runtime; undefined if it throws. */
  #call(method: string, ...args: string[]): unknown {
    const name = method === 'Terminate' ? this.#model.terminate : `${this.#model.prefix}${method}`;
    try {
      return this.#api[name]?.(...args);
    } catch {
      return undefined;
    }
  }

  #did(method: string, ...args: string[]): boolean {
    return String(this.#call(method, ...args)) === 'true';
  }

  #get(element: string): string {
    return String(this.#call('GetValue', element) ?? '');
  }

  #lastError(): string {
    return String(this.#call('GetLastError') ?? '');
  }
}
