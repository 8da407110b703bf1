import type { PlainEvent, WeekOfEvents } from '../calendar.ts';
import { isCategory, type CategoryId, type Hours, type Labels } from '../categories.ts';
import { hoursInWords, overlapping, shares, sumHours } from '../hours.ts';
import { sorter } from '../rules.ts';
import { spanName, weekSpan } from '../weeks.ts';
import { OwnRules } from './own-rules.ts';
import { copyOf, countOf, suggestedRules } from './parts.ts';
import { requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';

/** Events shown at a time; a list of thousands would block the page. */
const PAGE = 100;

interface SortedEvent {
  event: PlainEvent;
  hours: number;
  /** Undefined if the reader leaves the event out. */
  category: CategoryId | undefined;
  /** Chosen by the reader, so that no rule changes the category. */
  chosen: boolean;
  select?: HTMLSelectElement;
}

/** The events of a week with their categories, which rules suggest and the reader can change. */
export class EventSorter {
  readonly #root: HTMLElement;
  readonly #section: HTMLElement;
  readonly #own: OwnRules;
  #events: SortedEvent[] = [];
  #shown = 0;
  #zone = 'UTC';

  /** @param onUse called with the hours when the reader asks to use them */
  constructor(root: HTMLElement, labels: Labels, onUse: (hours: Hours) => void) {
    this.#root = root;
    this.#section = requireElement(root, '[data-sorter]');
    this.#own = new OwnRules(root, labels, () => {
      this.#sort();
    });
    requireElement(root, '[data-use]').addEventListener('click', () => {
      onUse(sumHours(this.#events));
    });
    requireElement(root, '[data-more]').addEventListener('click', () => {
      this.#showMore();
    });
  }

  show(week: WeekOfEvents, monday: string, zone: string): void {
    const hours = shares(week.events, weekSpan(monday, zone));
    this.#zone = zone;
    this.#events = week.events.map((event, index) => ({
      event,
      hours: hours[index] ?? 0,
      category: undefined,
      chosen: false,
    }));
    this.#shown = 0;
    requireElement(this.#root, '[data-events]').replaceChildren();
    requireElement(this.#root, '[data-notes]').replaceChildren(
      ...this.#notes(week).map((note) => h('li', {}, note)),
    );
    requireElement<HTMLButtonElement>(this.#root, '[data-use]').hidden = this.#events.length === 0;
    this.#sort();
    this.#showMore(false);
    this.#section.hidden = false;
  }

  #sort(): void {
    const categoryOf = sorter([...this.#own.rules, ...suggestedRules(this.#root)]);
    for (const sorted of this.#events) {
      if (sorted.chosen) continue;
      sorted.category = categoryOf(sorted.event.title);
      if (sorted.select !== undefined) sorted.select.value = sorted.category;
    }
  }

  #showMore(focus = true): void {
    const rows = this.#events.slice(this.#shown, this.#shown + PAGE).map((sorted) => this.#row(sorted));
    requireElement(this.#root, '[data-events]').append(...rows);
    this.#shown += rows.length;
    const more = requireElement<HTMLButtonElement>(this.#root, '[data-more]');
    more.hidden = this.#shown >= this.#events.length;
    if (focus) rows[0]?.querySelector('select')?.focus();
  }

  #row(sorted: SortedEvent): HTMLElement {
    const { title } = sorted.event;
    const row = copyOf(this.#root, '[data-event-row]');
    const select = requireElement<HTMLSelectElement>(row, 'select');
    const always = requireElement(row, 'button');
    const when = spanName(sorted.event, this.#zone);
    requireElement(row, '[data-when]').replaceChildren(
      `${when}, ${hoursInWords(sorted.hours)}: `,
      h('strong', {}, title),
    );
    sorted.select = select;
    select.value = sorted.category ?? '';
    select.setAttribute('aria-label', `Kind of hour: ${title}, ${when}`);
    select.addEventListener('change', () => {
      sorted.chosen = true;
      sorted.category = isCategory(select.value) ? select.value : undefined;
    });
    always.setAttribute('aria-label', `Always sort titles like this: ${title}`);
    always.addEventListener('click', () => {
      this.#own.ask(title, sorted.category ?? 'other', always, () => {
        // From now on the rule decides.
        sorted.chosen = false;
      });
    });
    return row;
  }

  /** Caveats about the sum. */
  #notes({ events, allDay, off, unreadable, unknownZones }: WeekOfEvents): string[] {
    const sum = this.#events.reduce((hours, event) => hours + event.hours, 0);
    const shared = overlapping(events);
    const was = (count: number): string => (count === 1 ? 'was' : 'were');
    return [
      events.length === 0
        ? 'No events with hours in this week. Choose another week above.'
        : `${countOf(events.length, 'event')}, ${hoursInWords(sum)}.`,
      ...(shared > 0
        ? [`${shared} events overlap. The time they share is split evenly, so that no hour counts twice.`]
        : []),
      ...(allDay > 0
        ? [
            `${countOf(allDay, 'all-day event')} ${was(allDay)} left out: ${allDay === 1 ? 'it has' : 'they have'} no hours.`,
          ]
        : []),
      ...(off > 0 ? [`${countOf(off, 'cancelled or declined event')} ${was(off)} left out.`] : []),
      ...(unreadable > 0
        ? [`${countOf(unreadable, 'event')} of the file could not be read and ${was(unreadable)} left out.`]
        : []),
      ...unknownZones.map(
        (zone) =>
          `The file does not say what its zone “${zone}” is, so those times are read as this device’s.`,
      ),
    ];
  }
}
