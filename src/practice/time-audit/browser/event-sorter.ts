import { onSubmit } from '../../../components/tool/browser/tool-element.ts';
import { actionButton, requireElement } from '../../../utils/dom.ts';
import { h } from '../../../utils/elements.ts';
import { countOf } from '../../../utils/count-of.ts';
import type { PlainEvent, WeekOfEvents } from '../calendar.ts';
import {
  hoursInWords,
  isCategory,
  overlapping,
  shares,
  sumHours,
  totalHours,
  type CategoryId,
  type Hours,
  plainWords,
  sorter,
  type Rule,
} from '../hours.ts';
import type { OwnRule } from '../slice.ts';
import { spanName, weekSpan, type Span } from '../weeks.ts';

/** Events shown at a time; a list of thousands would block the page. */
const PAGE = 100;

const copyOf = (root: ParentNode, template: string): HTMLElement =>
  requireElement(
    requireElement<HTMLTemplateElement>(root, template).content.cloneNode(true) as DocumentFragment,
    '*',
  );

/** The suggested rules as the page lists them. */
const suggestedRules = (root: ParentNode): Rule[] =>
  [...root.querySelectorAll<HTMLElement>('[data-rules] > li')].flatMap((item) => {
    const category = item.dataset['category'] ?? '';
    const words = [...item.querySelectorAll('span')].map((word) => word.textContent ?? '');
    return isCategory(category) ? [{ category, words }] : [];
  });

interface SortedEvent {
  event: PlainEvent;
  hours: number;
  /** Undefined if the reader leaves the event out. */
  category: CategoryId | undefined;
  /** Chosen by the reader, so that no rule changes the category. */
  chosen: boolean;
  /** Its line in the list, once that is shown. */
  row?: HTMLElement;
}

/** The events of a week with their categories, which rules suggest and the reader can change. */
export class EventSorter {
  readonly #root: HTMLElement;
  readonly #ownRules: () => readonly OwnRule[];
  readonly #storeRule: (words: string, category: CategoryId) => void;
  #ruleForm: HTMLElement | undefined;
  #events: SortedEvent[] = [];
  #shown = 0;
  #zone = 'UTC';
  #week: Span = { start: 0, end: 0 };

  constructor(
    root: HTMLElement,
    ownRules: () => readonly OwnRule[],
    storeRule: (words: string, category: CategoryId) => void,
  ) {
    this.#root = root;
    this.#ownRules = ownRules;
    this.#storeRule = storeRule;
    actionButton(this.#root, 'more').addEventListener('click', () => this.#showMore());
  }

  get hours(): Hours {
    return sumHours(this.#events);
  }

  show(week: WeekOfEvents, monday: string, zone: string): void {
    this.#zone = zone;
    this.#week = weekSpan(monday, zone);
    this.#events = week.events.map((event) => ({ event, hours: 0, category: undefined, chosen: event.free }));
    this.#shown = 0;
    this.#find('[data-events]').replaceChildren();
    this.sort();
    this.#find('[data-notes]').replaceChildren(...this.#notes(week).map((note) => h('li', {}, note)));
    actionButton(this.#root, 'use').hidden = this.#events.length === 0;
    this.#showMore(false);
    this.#find('[data-sorter]').hidden = false;
  }

  /** Sorts what the reader did not; of the reader's own rules, the newest comes first, as it says best what is meant. */
  sort(): void {
    const own = this.#ownRules().map(({ words, category }) => ({ category, words: [words] }));
    const categoryOf = sorter([...own.reverse(), ...suggestedRules(this.#root)]);
    for (const sorted of this.#events) if (!sorted.chosen) sorted.category = categoryOf(sorted.event.title);
    this.#share();
  }

  /** Shares the hours among the events that count, and shows them. An event that is left out takes none from others. */
  #share(): void {
    const counted = this.#events.filter(({ category }) => category !== undefined);
    const spans = counted.map(({ event }) => event);
    const parts = shares(spans, this.#week);
    const hours = new Map(counted.map((sorted, index) => [sorted, parts[index] ?? 0]));
    for (const sorted of this.#events) {
      sorted.hours = hours.get(sorted) ?? shares([sorted.event], this.#week)[0] ?? 0;
      if (sorted.row !== undefined) this.#showHours(sorted, sorted.row);
    }
  }

  #showHours({ event, hours, category }: SortedEvent, row: HTMLElement): void {
    requireElement(row, '[data-when]').replaceChildren(
      `${spanName(event, this.#zone)}, ${hoursInWords(hours)}${event.free ? ', marked as free' : ''}: `,
      h('strong', {}, event.title),
    );
    requireElement<HTMLSelectElement>(row, 'select').value = category ?? '';
  }

  #find(selector: string): HTMLElement {
    return requireElement(this.#root, selector);
  }

  #showMore(focus = true): void {
    const rows = this.#events.slice(this.#shown, this.#shown + PAGE).map((sorted) => this.#row(sorted));
    this.#find('[data-events]').append(...rows);
    this.#shown += rows.length;
    actionButton(this.#root, 'more').hidden = this.#shown >= this.#events.length;
    if (focus) rows[0]?.querySelector('select')?.focus();
  }

  #row(sorted: SortedEvent): HTMLElement {
    const { title } = sorted.event;
    const row = copyOf(this.#root, '[data-event-row]');
    const select = requireElement<HTMLSelectElement>(row, 'select');
    const always = requireElement(row, 'button');
    const when = spanName(sorted.event, this.#zone);
    sorted.row = row;
    this.#showHours(sorted, row);
    select.setAttribute('aria-label', `Kind of hour: ${title}, ${when}`);
    select.addEventListener('change', () => {
      sorted.chosen = true;
      sorted.category = isCategory(select.value) ? select.value : undefined;
      this.#share();
    });
    always.setAttribute('aria-label', `Always sort titles like this: ${title}`);
    always.addEventListener('click', () => this.#askForRule(sorted, always));
    return row;
  }

  #askForRule(sorted: SortedEvent, opener: HTMLElement): void {
    this.#ruleForm?.remove();
    const form = (this.#ruleForm = copyOf(this.#root, '[data-rule-form]'));
    const words = requireElement<HTMLInputElement>(form, 'input');
    const select = requireElement<HTMLSelectElement>(form, 'select');
    words.value = sorted.event.title.slice(0, words.maxLength);
    select.value = sorted.category ?? 'other';
    const close = (): void => {
      form.remove();
      opener.focus();
    };
    actionButton(form, 'cancel').addEventListener('click', close);
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    onSubmit(form, () => {
      // In its plain form a text can be longer.
      const phrase = plainWords(words.value).slice(0, words.maxLength);
      if (phrase === '' || !isCategory(select.value)) {
        words.focus();
        return;
      }
      close();
      // From now on the rule decides.
      sorted.chosen = false;
      this.#storeRule(phrase, select.value);
    });
    opener.closest('li')?.append(form);
    words.focus();
  }

  #notes({ events, allDay, off, unreadable, unknownZones }: WeekOfEvents): string[] {
    const counted = events.filter((event) => !event.free);
    const [shared, free] = [overlapping(counted), events.length - counted.length];
    const leftOut = (count: number, what: string, why = ''): string | false =>
      count > 0 && `${countOf(count, what)} ${count === 1 ? 'was' : 'were'} left out${why}.`;
    return [
      events.length === 0
        ? 'No events with hours in this week. Choose another week above.'
        : `${countOf(counted.length, 'event')}, ${hoursInWords(totalHours(this.hours))}.`,
      free > 0 &&
        `${countOf(free, 'event')} marked as free ${free === 1 ? 'does' : 'do'} not count unless you choose a kind for ${free === 1 ? 'it' : 'them'}.`,
      shared > 0 &&
        `${shared} events overlap. The time they share is split evenly, so that no hour counts twice.`,
      leftOut(allDay, 'all-day event', allDay === 1 ? ': it has no hours' : ': they have no hours'),
      leftOut(off, 'cancelled or declined event'),
      unreadable > 0 &&
        `${countOf(unreadable, 'event')} of the file could not be read and ${unreadable === 1 ? 'was' : 'were'} left out.`,
      ...unknownZones.map(
        (zone) =>
          `Neither the file nor this browser says what the zone “${zone}” is, so those times are read as this device’s.`,
      ),
    ].filter((note) => note !== false);
  }
}
