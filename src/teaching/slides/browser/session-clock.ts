import { paceText } from '../clock.ts';
import { clockText } from '../../../utils/clock-text.ts';
import { button, h } from '../../../utils/elements.ts';

/** Minutes by which the current block should end. */
export interface BlockEnds {
  short: number | undefined;
  long: number;
}

/** The clock of a session, with buttons to start, stop and reset it. */
export class SessionClock {
  readonly element: HTMLElement;
  // The role "timer", because screen readers do not announce its changes.
  readonly #time = h('span', { class: 'slides-time', role: 'timer', 'aria-label': 'Time since the start' });
  readonly #pace = h('span');
  #before = 0;
  #since: number | undefined;
  #ends: BlockEnds | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor() {
    this.element = h(
      'div',
      { class: 'slides-clock' },
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

  /** Sets the current block; undefined if the plan gives no time. */
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
