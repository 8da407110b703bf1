import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/store.ts';
import type { StorageSlice } from '../../../storage/slice.ts';
import { announce } from '../../../utils/announce.ts';
import type { CalendarEvent } from '../../../utils/calendar-file.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import { firstWeekday } from '../../../utils/region.ts';

/** Calls back when a form is sent, in place of the browser's own sending. */
export const onSubmit = (form: Element, act: () => unknown): void =>
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void act();
  });

/** How a worker's reading of a file can end without an answer of the worker. */
interface Endings<Answer> {
  /** Milliseconds after which the answer is `late`. */
  limit: number;
  late: Answer;
  /** The answer if the worker's script does not load. */
  missing: Answer;
}

/**
 * The base of elements that show the data of this device. Wires the rendered markup once; draws at once and after every
 * change of the data by another element, another tab or the back/forward cache; follows the fragment of the address.
 */
export abstract class DeviceElement extends HTMLElement {
  #isWired = false;
  #connection: AbortController | undefined;
  #reading = new AbortController();

  connectedCallback(): void {
    if (!this.#isWired) this.wire();
    this.#isWired = true;
    const { signal } = (this.#connection = new AbortController());
    subscribe(() => this.draw(), signal);
    addEventListener('hashchange', () => this.follow?.(true), { signal });
    this.follow?.(false);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  protected wire(): void {}

  protected abstract draw(): void;

  /** Follows the fragment of the address, at first and when the reader has `clicked` a link on this page. */
  protected follow?(clicked: boolean): void;

  protected find<Found extends Element = HTMLElement>(selector: string): Found {
    return requireElement<Found>(this, selector);
  }

  protected findAll<Found extends Element = HTMLElement>(selector: string): Found[] {
    return [...this.querySelectorAll<Found>(selector)];
  }

  /** Calls back when a button of an action, `data-do`, is pressed. */
  protected on(action: string, act: () => unknown): void {
    for (const each of this.findAll(`[data-do="${action}"]`))
      each.addEventListener('click', () => void act());
  }

  protected onSubmit(selector: string, act: () => unknown): void {
    onSubmit(this.find(selector), act);
  }

  /**
   * Has a worker read a file beside the page: it may be large, or made to be slow. The worker ends with its answer, which
   * is undefined if the reading was stopped, as by a later one.
   */
  protected readFile<Answer>(
    worker: Worker,
    order: unknown,
    { limit, late, missing }: Endings<Answer>,
  ): Promise<Answer | undefined> {
    this.stopReading();
    const { signal } = (this.#reading = new AbortController());
    return new Promise((resolve) => {
      const end = (answer?: Answer): void => {
        clearTimeout(timer);
        worker.terminate();
        resolve(answer);
      };
      const timer = setTimeout(end, limit, late);
      signal.addEventListener('abort', () => end());
      worker.onmessage = ({ data }: MessageEvent<Answer>) => end(data);
      worker.onerror = () => end(missing);
      worker.postMessage(order);
    });
  }

  protected stopReading(): void {
    this.#reading.abort();
  }

  /** Shows a message in the element's `[data-place="said"]`, or else announces it. */
  protected say(message: string): void {
    const place = this.querySelector('[data-place="said"]');
    if (place !== null) place.textContent = message;
    else if (message !== '') announce(message);
  }
}

/** The base of a practice tool's element: reads and changes the tool's slice of the data. */
export abstract class ToolElement<Data> extends DeviceElement {
  protected abstract readonly slice: StorageSlice<Data>;
  /** What to say where a change could not be stored. */
  protected abstract readonly notStored: string;
  readonly #removed = h('p', { class: 'note', role: 'status', tabIndex: -1, 'data-omit': 'print' });

  protected get data(): Data {
    return readSlice(this.slice);
  }

  /** Changes the data while no other tab writes, draws, and says so. Returns whether it could be stored. */
  protected async change(change: (data: Data) => Data, done = ''): Promise<boolean> {
    this.#removed.remove();
    const stored = changeSlice(this.slice, change);
    this.draw();
    this.say((await stored) ? done : this.notStored);
    return stored;
  }

  /**
   * Erases a part of the data. Offers to undo that until the next change, by the slice's rule for merging, which loses nothing.
   * @param section where it was; the offer is before it and takes the focus, because the pressed button is gone
   */
  protected erase(section: Element, change: (data: Data) => Data, done: string): void {
    const before = this.data;
    const show = (...message: (string | Node)[]): void => {
      this.#removed.replaceChildren(...message);
      section.before(this.#removed);
      this.#removed.focus();
    };
    void this.change(change);
    const undo = button('Undo', () => {
      void this.change((data) => this.slice.merge(data, before));
      show('It is back.');
    });
    show(`${done} `, undo);
  }

  /** Puts the days of a list, Sunday first, in the order of the reader's region. */
  protected orderWeekdays(list: HTMLSelectElement): void {
    const { value } = list;
    list.append(...[...list.options].slice(0, firstWeekday(navigator.language)));
    list.value = value;
  }

  /**
   * Loads what writes calendar files, downloads events and says so, or that the script did not arrive.
   * @param name of the file, to which the day is added
   * @param status where to say it, if not where the element says everything
   */
  protected async calendar(
    name: string,
    events: readonly CalendarEvent[],
    done: string,
    status?: Element,
  ): Promise<void> {
    const message = await import('../../../utils/calendar-file.ts').then(
      ({ downloadCalendar }) => {
        downloadCalendar(name, events);
        return done;
      },
      () => 'The calendar file could not be made. Check your connection and try again.',
    );
    if (status === undefined) this.say(message);
    else status.textContent = message;
  }
}
