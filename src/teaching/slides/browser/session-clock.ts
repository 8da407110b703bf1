import { clockText, paceText } from '../clock.ts';
import { button } from '../../../utils/browser/controls.ts';

/** Minutes by which the present block is to end. */
export interface BlockEnds {
  short: number | undefined;
  long: number;
}

/** The time since a session began, with buttons to start, stop, and begin again. */
export class SessionClock {
  readonly element = document.createElement('div');
  readonly #time = document.createElement('span');
  readonly #pace = document.createElement('span');
  #before = 0;
  #since: number | undefined;
  #ends: BlockEnds | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    this.element.className = 'slides-clock';
    this.#time.className = 'slides-time';
    // A timer is not read out by itself: nobody wants to hear each second.
    this.#time.setAttribute('role', 'timer');
    this.#time.setAttribute('aria-label', 'Time since the start');
    this.element.append(
      this.#time,
      button('Start the clock', (start) => {
        this.#toggle();
        start.textContent = this.#since === undefined ? 'Start the clock' : 'Stop the clock';
      }),
      button('Set to zero', () => {
        this.#before = 0;
        if (this.#since !== undefined) this.#since = Date.now();
        this.#show();
      }),
      this.#pace,
    );
    this.#show();
  }

  /** Says which block the session is in; undefined where the plan gives no time. */
  inBlock(ends: BlockEnds | undefined): void {
    this.#ends = ends;
    this.#show();
  }

  #seconds(): number {
    return (this.#before + (this.#since === undefined ? 0 : Date.now() - this.#since)) / 1000;
  }

  #toggle(): void {
    if (this.#since === undefined) {
      this.#since = Date.now();
      this.#tick = setInterval(() => {
        this.#show();
      }, 250);
    } else {
      this.#before += Date.now() - this.#since;
      this.#since = undefined;
      clearInterval(this.#tick);
    }
    this.#show();
  }

  #show(): void {
    const seconds = this.#seconds();
    this.#time.textContent = clockText(seconds);
    this.#pace.textContent =
      this.#ends === undefined || seconds === 0 ? '' : paceText(seconds, this.#ends.short, this.#ends.long);
  }
}
