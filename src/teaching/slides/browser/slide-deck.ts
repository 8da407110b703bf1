import { decoded } from '../../../utils/decoded.ts';
import { readPresenterMessage, channelName, type PresenterMessage } from '../presenter-channel.ts';
import { button } from '../../../utils/browser/controls.ts';
import { SessionClock } from './session-clock.ts';

/** Which way a key leads: by one, or to an end. */
const KEYS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at) => at + 1,
  PageDown: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  PageUp: (at) => at - 1,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * `<slide-deck>`: shows the slides of a page one at a time, with their notes, a clock, and a second window for the room,
 * which is the same page with `?room`. The address names the slide. Without a script the page has all slides.
 */
class SlideDeck extends HTMLElement {
  readonly #inRoom = new URLSearchParams(location.search).has('room');
  readonly #status = document.createElement('p');
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
    this.#status.className = 'slides-status';
    this.#status.setAttribute('role', 'status');
    this.prepend(this.#controls());
    document.documentElement.classList.toggle('in-room', this.#inRoom);
    document.addEventListener('keydown', this.#onKey);
    addEventListener('hashchange', this.#onHash);
    this.#openChannel();
    this.#at = Math.max(0, this.#named());
    this.#oneAtATime(true);
    if (this.#inRoom && location.hash === '') this.#tell({ asks: true });
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    removeEventListener('hashchange', this.#onHash);
    this.#channel?.close();
  }

  #controls(): HTMLElement {
    const bar = document.createElement('div');
    bar.className = 'slides-bar';
    bar.dataset['omit'] = 'print';
    const room = document.createElement('a');
    Object.assign(room, {
      className: 'button',
      href: '?room',
      target: '_blank',
      rel: 'noopener',
      textContent: 'Open the slides for the room (new window)',
    });
    const step = document.createElement('div');
    step.className = 'slides-step';
    step.append(
      button('Previous slide', () => {
        this.#go(this.#at - 1);
      }),
      button('Next slide', () => {
        this.#go(this.#at + 1);
      }),
      this.#status,
    );
    const show = document.createElement('div');
    show.className = 'slides-show';
    show.append(
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
    bar.append(step, show, this.#clock.element);
    return bar;
  }

  /** A button that is on or off. */
  #pressed(text: string, on: boolean, onChange: (on: boolean) => void): HTMLButtonElement {
    const made = button(text, () => {
      const next = made.getAttribute('aria-pressed') !== 'true';
      made.setAttribute('aria-pressed', String(next));
      onChange(next);
    });
    made.setAttribute('aria-pressed', String(on));
    return made;
  }

  /** Place of the slide that the address names, or -1. */
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

  /** Goes to a slide, within the deck, and tells the other windows. */
  #go(to: number): void {
    const at = Math.min(Math.max(to, 0), this.#slides.length - 1);
    const slide = this.#slides[at];
    if (slide === undefined) return;
    this.#at = at;
    // Replaced, so that "back" leaves the slides and does not play them backward.
    history.replaceState(history.state, '', `#${slide.id}`);
    this.#show();
    if (!this.#oneIsShown()) slide.scrollIntoView({ block: 'start' });
    this.#tell({ slide: slide.id });
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
    // With all slides on the page, its keys scroll.
    if (lead === undefined || !this.#oneIsShown()) return;
    event.preventDefault();
    this.#go(lead(this.#at, this.#slides.length - 1));
  };

  #openChannel(): void {
    if (!('BroadcastChannel' in window)) return;
    this.#channel = new BroadcastChannel(channelName(location.pathname));
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readPresenterMessage(data);
      if (message === undefined) return;
      if ('asks' in message) {
        const slide = this.#slides[this.#at];
        if (!this.#inRoom && slide !== undefined) this.#tell({ slide: slide.id });
        return;
      }
      const at = this.#slides.findIndex(({ id }) => id === message.slide);
      if (at === -1 || at === this.#at) return;
      this.#at = at;
      history.replaceState(history.state, '', `#${message.slide}`);
      this.#show();
    });
  }

  #tell(message: PresenterMessage): void {
    this.#channel?.postMessage(message);
  }
}

customElements.define('slide-deck', SlideDeck);
