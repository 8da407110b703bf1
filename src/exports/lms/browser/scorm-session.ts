import type { ScormModel } from '../scorm.ts';
import type { Launch, Report } from '../session.ts';
import type { ScormApi } from './find-api.ts';
import { SessionRefused, type LmsSession } from './lms-session.ts';

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
    const { initialize } = this.#model.methods;
    const answer = this.#call(initialize, '');
    if (answer === undefined) throw new Error('The learning system does not answer.');
    if (String(answer) !== 'true' && this.#lastError() !== OPEN_ALREADY)
      throw new SessionRefused('The learning system refused the session.');
    const { known, ...launch } = this.#model.launch((element) => this.#get(element));
    for (const [element, value] of known) this.#known.set(element, value);
    this.#readOnly = launch.readOnly;
    return launch;
  }

  save(report: Report, leaving = false): Promise<boolean> {
    return Promise.resolve(this.#write(report, leaving));
  }

  finish(report: Report, asked = false): Promise<boolean> {
    if (this.#ended) return Promise.resolve(true);
    const written = this.#write(report, true);
    const request = asked ? this.#model.request(report) : undefined;
    if (request !== undefined) this.#did(this.#model.methods.setValue, ...request);
    this.#ended = true;
    return Promise.resolve(this.#did(this.#model.methods.terminate, '') && written);
  }

  #write(report: Report, leaving: boolean): boolean {
    if (this.#ended || this.#readOnly) return true;
    const values = [
      ...this.#model.progress(report, this.#known),
      ...(leaving ? this.#model.leaving(report) : []),
    ];
    let taken = true;
    for (const [element, value] of values) {
      if (this.#known.get(element) === value) continue;
      if (this.#did(this.#model.methods.setValue, element, value)) this.#uncommitted = true;
      else if (!NOT_THERE.includes(this.#lastError())) {
        taken = false;
        continue;
      }
      this.#known.set(element, value);
    }
    if (this.#uncommitted) this.#uncommitted = !this.#did(this.#model.methods.commit, '');
    return taken && !this.#uncommitted;
  }

  /** Calls a method of the runtime; undefined if it throws. */
  #call(method: string, ...args: string[]): unknown {
    try {
      return this.#api[method]?.(...args);
    } catch {
      return undefined;
    }
  }

  #did(method: string, ...args: string[]): boolean {
    return String(this.#call(method, ...args)) === 'true';
  }

  #get(element: string): string {
    return String(this.#call(this.#model.methods.getValue, element) ?? '');
  }

  #lastError(): string {
    return String(this.#call(this.#model.methods.lastError) ?? '');
  }
}
