import { paceText, channelName } from '../presenting.ts';
import { clockText } from '../../../utils/clock-text.ts';
import { button, h } from '../../../utils/elements.ts';
import { decoded } from '../../../utils/decoded.ts';

/** Minutes by which the current block should end. */
interface BlockEnds {
  short: number | undefined;
  long: number;
}

/** The clock of a session, with buttons to start, stop and reset it. */
class SessionClock {
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

/** The slide that each key goes to. */
const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  PageDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  PageUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * `<slide-deck>`: shows the slides of a page one at a time, with notes, a clock, and a second window for the audience,
 * which is the same page with `?room`. The address contains the slide. Without JavaScript the page shows all slides.
 */
class SlideDeck extends HTMLElement {
  readonly #inRoom = new URLSearchParams(location.search).has('room');
  readonly #status = h('p', { class: 'slides-status', role: 'status' });
  readonly #clock = new SessionClock();
  readonly #single = this.#pressed('One slide at a time', true, (on) => {
    this.#oneAtATime(on);
  });
  #slides: HTMLElement[] = [];
  #at = 0;
  #channel: BroadcastChannel | undefined;

  connectedCallback(): void {
    if (this.#slides.length > 0) return;
    this.#slides = [...this.querySelectorAll<HTMLElement>('.slide-item')];
    this.prepend(this.#controls());
    document.documentElement.classList.toggle('in-room', this.#inRoom);
    document.addEventListener('keydown', this.#onKey);
    addEventListener('hashchange', this.#onHash);
    this.#openChannel();
    this.#at = Math.max(0, this.#named());
    this.#oneAtATime(true);
    if (this.#inRoom && location.hash === '') this.#tell('');
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    removeEventListener('hashchange', this.#onHash);
    this.#channel?.close();
  }

  #controls(): HTMLElement {
    const room = h(
      'a',
      { class: 'button', href: '?room', target: '_blank', rel: 'noopener' },
      'Open the slides for the room (new window)',
    );
    const step = h(
      'div',
      { class: 'slides-step' },
      button('Previous slide', () => {
        this.#go(this.#at - 1);
      }),
      button('Next slide', () => {
        this.#go(this.#at + 1);
      }),
      this.#status,
    );
    const show = h(
      'div',
      { class: 'slides-show' },
      this.#single,
      this.#pressed('Notes', true, (on) => {
        this.classList.toggle('without-notes', !on);
      }),
    );
    if (document.fullscreenEnabled)
      show.append(
        button('Full screen', () => {
          void this.requestFullscreen();
        }),
      );
    show.append(room);
    return h('div', { class: 'slides-bar', 'data-omit': 'print' }, step, show, this.#clock.element);
  }

  #pressed(text: string, on: boolean, onChange: (on: boolean) => void): HTMLButtonElement {
    return button(
      text,
      (pressed) => {
        const next = pressed.getAttribute('aria-pressed') !== 'true';
        pressed.setAttribute('aria-pressed', String(next));
        onChange(next);
      },
      { 'aria-pressed': String(on) },
    );
  }

  /** Index of the slide in the address, or -1. */
  #named(): number {
    const id = decoded(location.hash.slice(1));
    return this.#slides.findIndex((slide) => slide.id === id);
  }

  #oneAtATime(on: boolean): void {
    this.classList.toggle('one-at-a-time', on);
    this.#single.setAttribute('aria-pressed', String(on));
    this.#show();
    if (!on) this.#slides[this.#at]?.scrollIntoView({ block: 'nearest' });
  }

  /** Goes to a slide and notifies the other windows. */
  #go(to: number): void {
    const at = Math.min(Math.max(to, 0), this.#slides.length - 1);
    const slide = this.#slides[at];
    if (slide === undefined) return;
    this.#at = at;
    // Replaced, so that "back" leaves the deck instead of going through all slides.
    history.replaceState(history.state, '', `#${slide.id}`);
    this.#show();
    if (!this.#oneIsShown()) slide.scrollIntoView({ block: 'start' });
    this.#tell(slide.id);
  }

  #oneIsShown(): boolean {
    return this.classList.contains('one-at-a-time');
  }

  #show(): void {
    const one = this.#oneIsShown();
    this.#slides.forEach((slide, index) => {
      slide.hidden = one && index !== this.#at;
    });
    const slide = this.#slides[this.#at];
    if (slide === undefined) return;
    const title = slide.querySelector('h2')?.textContent ?? '';
    this.#status.textContent = `Slide ${this.#at + 1} of ${this.#slides.length}: ${title}`;
    const { endsShort, endsLong } = slide.dataset;
    this.#clock.inBlock(
      endsLong === undefined
        ? undefined
        : { short: endsShort === undefined ? undefined : Number(endsShort), long: Number(endsLong) },
    );
  }

  readonly #onHash = (): void => {
    const named = this.#named();
    if (named !== -1) this.#go(named);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (document.querySelector('dialog[open]') !== null) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select, summary') !== null)
      return;
    if (event.key === 'Escape' && !this.#inRoom && document.fullscreenElement === null) {
      this.#oneAtATime(!this.#oneIsShown());
      return;
    }
    const lead = KEYS[event.key];
    // With all slides on the page, keys scroll.
    if (lead === undefined || !this.#oneIsShown()) return;
    event.preventDefault();
    this.#go(lead(this.#at, this.#slides.length - 1));
  };

  #openChannel(): void {
    if (!('BroadcastChannel' in window)) return;
    this.#channel = new BroadcastChannel(channelName(location.pathname));
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === '' && !this.#inRoom) this.#tell(this.#slides[this.#at]?.id ?? '');
      const at = this.#slides.findIndex(({ id }) => id === data);
      if (at === -1 || at === this.#at) return;
      this.#at = at;
      history.replaceState(history.state, '', `#${String(data)}`);
      this.#show();
    });
  }

  #tell(slide: string): void {
    this.#channel?.postMessage(slide);
  }
}

customElements.define('slide-deck', SlideDeck);
