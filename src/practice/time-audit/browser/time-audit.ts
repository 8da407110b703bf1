import { inHalves } from '../hours.ts';
import { addDays, mondayOf, weekName } from '../weeks.ts';
import { deviceZone } from '../zone.ts';
import { CalendarReader } from './calendar-reader.ts';
import { EventSorter } from './event-sorter.ts';
import { HoursForm } from './hours-form.ts';
import { categoryViews, countOf, element, part } from './parts.ts';
import { offerReflection } from './reflection.ts';
import { WeekResult } from './week-result.ts';

/** Weeks that can be chosen: this one, and a year back. */
const WEEKS = 53;

/**
 * `<time-audit>` opens the forms of the time audit: hours by hand or from a calendar file, which is read on the device
 * alone; the result with its bar and table; the weeks before; and a calendar file for an hour to step back.
 *
 * Without JavaScript the page is a worksheet for a pen.
 */
class TimeAudit extends HTMLElement {
  readonly #zone = deviceZone();
  readonly #reader = new CalendarReader();

  connectedCallback(): void {
    if (this.hasAttribute('data-ready')) return;
    this.toggleAttribute('data-ready', true);
    const week = this.#weeks();
    const views = categoryViews(this);
    const result = new WeekResult(this, views);
    const form = new HoursForm(this, (hours) => {
      result.show(week.value, hours);
    });
    const sorter = new EventSorter(this, views, (hours) => {
      form.hours = inHalves(hours);
      part(this, '#hours').focus();
    });
    this.#readFiles(week, sorter);
    offerReflection(this);
    for (const tool of this.querySelectorAll<HTMLElement>('[data-tool]')) tool.hidden = false;
  }

  /** The weeks to choose from; last week is chosen, because it is over. */
  #weeks(): HTMLSelectElement {
    const select = part<HTMLSelectElement>(this, 'select[data-week]');
    const monday = mondayOf(Date.now(), this.#zone);
    const names = ['this week, so far', 'last week'];
    for (let back = 0; back < WEEKS; back += 1) {
      const week = addDays(monday, -7 * back);
      const name = names[back];
      const option = element('option', weekName(week) + (name === undefined ? '' : ` (${name})`));
      option.value = week;
      option.selected = back === 1;
      select.append(option);
    }
    return select;
  }

  #readFiles(week: HTMLSelectElement, sorter: EventSorter): void {
    const input = part<HTMLInputElement>(this, '[data-file]');
    const status = part(this, '[data-file-status]');
    let file: File | undefined;
    const showWeek = async (): Promise<void> => {
      if (file === undefined) return;
      status.textContent = 'Reading your calendar …';
      const events = await this.#reader.week(file, week.value, this.#zone);
      if (events === undefined) return;
      if (typeof events === 'string') {
        // The calendar that was read before, if any, is still there.
        file = this.#reader.opened;
        status.textContent = events;
        return;
      }
      sorter.show(events, week.value, this.#zone);
      status.textContent = `${countOf(events.events.length, 'event')} in the week of ${weekName(week.value)}.`;
    };
    input.addEventListener('change', () => {
      file = input.files?.[0] ?? file;
      void showWeek();
    });
    week.addEventListener('change', () => {
      void showWeek();
    });
  }
}

customElements.define('time-audit', TimeAudit);
