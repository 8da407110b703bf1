import {
  decided,
  dueVerbs,
  STATE_ID,
  LAUNCH_DATA,
  preferencesAddress,
  returnAddress,
  stateAddress,
  statement,
  type Cmi5Launch,
  type SavedState,
  type LaunchData,
  type Statement,
} from '../cmi5.ts';
import { type Launch, type Report, SessionRefused, type LmsSession } from '../session.ts';

/** Requests send the token but no cookies, and follow no redirects. */
const ALONE = { credentials: 'omit', redirect: 'error' } as const;

/** A session with the record store of a cmi5 system. Requests run one after another, to preserve the order of statements. */
export class Cmi5Session implements LmsSession {
  readonly #launch: Cmi5Launch;
  #token = '';
  #data: LaunchData = {};
  #said: string[] = [];
  /** Decisions in the outbox or sent. */
  #decided = 0;
  /** Statements that the store has not accepted yet. */
  #outbox: Statement[] = [];
  /** Statements of the outbox in a running request. */
  #sending: Statement[] = [];
  /** The saved state in the store, as JSON. */
  #savedText = '';
  #work: Promise<boolean> = Promise.resolve(true);
  #ended = false;

  constructor(launch: Cmi5Launch) {
    this.#launch = launch;
  }

  get leave(): (() => void) | undefined {
    const address = returnAddress(this.#data);
    return address === undefined
      ? undefined
      : () => {
          location.assign(address);
        };
  }

  get #readOnly(): boolean {
    return this.#data.launchMode === 'Browse' || this.#data.launchMode === 'Review';
  }

  async start(): Promise<Launch> {
    if (this.#token === '') this.#token = await this.#fetchToken();
    this.#data = (await this.#read<LaunchData>(stateAddress(this.#launch, LAUNCH_DATA))) ?? {};
    // A package must read them (cmi5, section 11), even if it has only one language.
    await this.#read(preferencesAddress(this.#launch));
    const saved = await this.#read<Partial<SavedState>>(stateAddress(this.#launch, STATE_ID));
    this.#said = saved?.said ?? [];
    // Already in the outbox if an earlier attempt could not send it.
    if (this.#outbox.length === 0) this.#add('initialized', 0);
    if (!(await this.#sendStatements())) throw new Error('The learning system refused the first statement.');
    return {
      location: saved?.location ?? '',
      data: saved?.data ?? '',
      readOnly: this.#readOnly,
      passing: this.#data.masteryScore,
    };
  }

  /** Fetches the token, which the system gives out once per launch (cmi5, section 8.2). */
  async #fetchToken(): Promise<string> {
    const answer = await fetch(this.#launch.fetch, { ...ALONE, method: 'POST' });
    const { 'auth-token': token } = (await answer.json()) as { 'auth-token'?: string };
    if (token === undefined) throw new SessionRefused('The learning system gave no token.');
    return token;
  }

  save(report: Report): Promise<boolean> {
    this.#work = this.#work.then(async () => {
      if (this.#ended || this.#readOnly) return true;
      this.#addDue(report);
      const told = await this.#sendStatements();
      return (await this.#saveState(report)) && told;
    });
    return this.#work;
  }

  async finish(report: Report): Promise<boolean> {
    if (this.#ended) return true;
    this.#ended = true;
    if (!this.#readOnly) this.#addDue(report);
    this.#add('terminated', report.elapsed);
    // Both requests start at once, because the page may be gone before either is answered.
    const sent = [this.#readOnly ? Promise.resolve(true) : this.#saveState(report), this.#sendStatements()];
    return (await Promise.all(sent)).every((each) => each);
  }

  #add(verb: Parameters<typeof statement>[0], elapsed: number, score?: number): void {
    const moment = { id: uuid(), timestamp: new Date().toISOString() };
    this.#outbox.push(statement(verb, this.#launch, this.#data, moment, { elapsed, score }));
  }

  #addDue({ outcome, decisions, elapsed }: Report): void {
    for (const decision of decisions.slice(this.#decided))
      this.#outbox.push(decided(decision, this.#launch, this.#data, uuid()));
    this.#decided = decisions.length;
    for (const verb of dueVerbs(outcome, this.#said)) {
      this.#add(verb, elapsed, outcome.score);
      this.#said.push(verb);
    }
  }

  async #sendStatements(): Promise<boolean> {
    const statements = this.#outbox.filter((each) => !this.#sending.includes(each));
    if (statements.length === 0) return true;
    this.#sending.push(...statements);
    const sent = await this.#request('POST', `${this.#launch.endpoint}statements`, statements);
    this.#sending = this.#sending.filter((each) => !statements.includes(each));
    if (sent) this.#outbox = this.#outbox.filter((each) => !statements.includes(each));
    return sent;
  }

  async #saveState({ location, data }: Report): Promise<boolean> {
    const saved: SavedState = { location, data, said: this.#said };
    const text = JSON.stringify(saved);
    if (text === this.#savedText) return true;
    const done = await this.#request('PUT', stateAddress(this.#launch, STATE_ID), saved);
    if (done) this.#savedText = text;
    return done;
  }

  get #headers(): Record<string, string> {
    return { Authorization: `Basic ${this.#token}`, 'X-Experience-API-Version': '1.0.3' };
  }

  /** Reads a document of the store; undefined if there is none. @throws if the store does not answer */
  async #read<T>(address: string): Promise<T | undefined> {
    const answer = await fetch(address, { ...ALONE, headers: this.#headers, cache: 'no-store' });
    if (answer.status === 404 || answer.status === 204) return undefined;
    if (!answer.ok) throw new Error(`The learning system answered ${answer.status}.`);
    return (await answer.json()) as T;
  }

  async #request(method: 'POST' | 'PUT', address: string, body: unknown): Promise<boolean> {
    try {
      const answer = await fetch(address, {
        ...ALONE,
        method,
        headers: { ...this.#headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        // The request continues if the window closes.
        keepalive: true,
      });
      return answer.ok;
    } catch {
      return false;
    }
  }
}

/** A new UUID; `crypto.randomUUID` is missing on pages that are not served over HTTPS. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
