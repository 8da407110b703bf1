import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import type { StorageSlice } from '../../../storage/slice.ts';
import type { CalendarEvent } from '../../../utils/calendar-file.ts';
import { button, h } from '../../../utils/elements.ts';
import { firstWeekday } from '../../../utils/region.ts';
import { DeviceElement } from './device-element.ts';

/** The base of a practice tool's element: reads and changes the tool's slice of the data. */
export abstract class ToolElement<Data> extends DeviceElement {
  protected abstract readonly slice: StorageSlice<Data>;
  /** What to say where a change could not be stored. */
  protected abstract readonly notStored: string;
  readonly #removed = h('p', { class: 'note', role: 'status', tabIndex: -1, 'data-omit': 'print' });

  /** The tool's data on this device. */
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
