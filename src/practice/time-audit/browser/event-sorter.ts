import type { PlainEvent, WeekOfEvents } from '../calendar.ts';
import {
  byCategory,
  type CategoryId,
  type Hours,
  hoursInWords,
  isCategory,
  type Labels,
  overlapping,
  type OwnRule,
  shares,
  sumHours,
  timeAuditSlice,
} from '../hours.ts';
import { plainWords, type Rule, sorter } from '../rules.ts';
import { spanName, weekSpan } from '../weeks.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { announce } from '../../../utils/announce.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';

/** Clones the element in a template. */
export const copyOf = (root: ParentNode, template: string): HTMLElement =>
  requireElement(
    requireElement<HTMLTemplateElement>(root, template).content.cloneNode(true) as DocumentFragment,
    '*',
  );

/** The labels of the categories as the form shows them. */
export const categoryLabels = (root: ParentNode): Labels =>
  byCategory((id) => {
    const { label = '' } = requireElement(root, `fieldset[data-category=${id}]`).dataset;
    return label;
  });

/** The suggested rules as the page lists them. */
export const suggestedRules = (root: ParentNode): Rule[] =>
  [...root.querySelectorAll<HTMLElement>('[data-rules] > li')].flatMap((item) => {
    const category = item.dataset['category'] ?? '';
    const words = [...item.querySelectorAll('span')].map((word) => word.textContent ?? '');
    return isCategory(category) ? [{ category, words }] : [];
  });

/** "1 event", "2 events". */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * A table with a caption, in an area that scrolls if the table is too wide. The first cell of each row is its header;
 * cells are text or controls.
 */
export function tableOf(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly (string | Node)[])[],
): HTMLElement {
  const table = h(
    'table',
    { class: 'week-table' },
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', { scope: 'col' }, column)))),
    h(
      'tbody',
      {},
      ...rows.map(([first = '', ...others]) =>
        h('tr', {}, h('th', { scope: 'row' }, first), ...others.map((content) => h('td', {}, content))),
      ),
    ),
  );
  // A scrolling area without focusable content must be focusable itself.
  return h('div', { class: 'worksheet-scroll', tabIndex: 0, role: 'group', 'aria-label': caption }, table);
}

const NOT_STORED = 'Your browser could not store this, so it holds only until you leave this page.';

/** The reader's own rules: made from an event's title, stored, listed and removed. */
export class OwnRules {
  readonly #root: HTMLElement;
  readonly #labels: Labels;
  readonly #onChange: () => void;
  #form: HTMLElement | undefined;

  constructor(root: HTMLElement, labels: Labels, onChange: () => void) {
    this.#root = root;
    this.#labels = labels;
    this.#onChange = onChange;
    subscribe(() => {
      this.#list();
    });
  }

  /** The newest rule comes first, as it reflects best what the reader means. */
  get rules(): Rule[] {
    return this.#stored().map(({ words, category }) => ({ category, words: [words] }));
  }

  /** Asks for the words of a new rule, below the event. */
  ask(title: string, category: CategoryId, opener: HTMLElement, onStored: () => void): void {
    this.#form?.remove();
    const form = copyOf(this.#root, '[data-rule-form]');
    this.#form = form;
    const words = requireElement<HTMLInputElement>(form, 'input');
    const select = requireElement<HTMLSelectElement>(form, 'select');
    words.value = title.slice(0, words.maxLength);
    select.value = category;
    const close = (): void => {
      form.remove();
      opener.focus();
    };
    requireElement(form, '[data-cancel]').addEventListener('click', close);
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') close();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const phrase = plainWords(words.value);
      if (phrase === '' || !isCategory(select.value)) {
        words.focus();
        return;
      }
      close();
      onStored();
      void this.#store(phrase, select.value);
    });
    opener.closest('li')?.append(form);
    words.focus();
  }

  async #store(words: string, category: CategoryId): Promise<void> {
    const rule: OwnRule = { at: new Date().toISOString(), words, category };
    const stored = changeSlice(timeAuditSlice, (data) => ({
      ...data,
      rules: [...data.rules.filter((other) => other.words !== words), rule],
    }));
    this.#list();
    this.#onChange();
    announce(
      (await stored) ? `Rule kept. Titles with “${words}” are “${this.#labels[category]}”.` : NOT_STORED,
    );
  }

  #remove(at: string): void {
    void changeSlice(timeAuditSlice, (data) => ({
      ...data,
      rules: data.rules.filter((rule) => rule.at !== at),
    }));
    announce('Rule removed.');
    this.#list();
    // The button that had the focus is gone.
    const section = requireElement(this.#root, '[data-own-rules]');
    (section.querySelector('button') ?? requireElement(this.#root, '#calendar-file')).focus();
    this.#onChange();
  }

  #list(): void {
    const section = requireElement(this.#root, '[data-own-rules]');
    const items = this.#stored().map(({ at, words, category }) => {
      const remove = button(
        'Remove',
        () => {
          this.#remove(at);
        },
        { 'aria-label': `Remove: ${words}` },
      );
      return h('li', {}, `“${words}” is “${this.#labels[category]}” `, remove);
    });
    requireElement(section, 'ul').replaceChildren(...items);
    section.hidden = items.length === 0;
  }

  #stored(): OwnRule[] {
    return readSlice(timeAuditSlice).rules.toSorted((a, b) => b.at.localeCompare(a.at));
  }
}

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
