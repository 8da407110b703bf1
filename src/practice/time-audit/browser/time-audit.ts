import { ToolElement } from '../../../components/tool/browser/tool-element.ts';
import { addDays } from '../../../utils/days.ts';
import { firstWeekday } from '../../../utils/region.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button, h } from '../../../utils/elements.ts';
import { countOf } from '../../../utils/count-of.ts';
import {
  byCategory,
  CATEGORIES,
  hoursInWords,
  inHalves,
  leastSentence,
  LETTERS,
  MOST_HOURS,
  totalHours,
  type CategoryId,
  type Hours,
  type Labels,
} from '../hours.ts';
import { slice, type TimeAuditData } from '../slice.ts';
import { deviceZone, nextDay, weekName, weekStart } from '../weeks.ts';
import type { Order, Reply } from './calendar-worker.ts';
import type { EventSorter } from './event-sorter.ts';

/** Questions of the lesson, for the description of the appointment. */
const QUESTIONS = [
  'What did we set out to do this week, and what happened?',
  'What surprised me?',
  'Where are we headed, and did this week bring us closer?',
  'What one thing will I do differently?',
].join('\n');

/** Milliseconds after which a file is given up. The largest calendars take a few seconds on a phone. */
const LONGEST_READ = 30_000;
const NO_SCRIPT =
  'The script that reads calendars did not load. Check your connection and choose the file again.';

/** Weeks that can be chosen: this week and a year back. */
const WEEKS = 53;

/**
 * `<time-audit>` shows the forms of the time audit: hours entered by hand or read from a calendar file, which never leaves
 * the device; the result with a bar and a table; earlier weeks; the reader's own rules; and a calendar file for an hour to
 * step back.
 *
 * Without JavaScript the page is a worksheet to print.
 */
class TimeAudit extends ToolElement<TimeAuditData> {
  protected readonly slice = slice;
  protected readonly notStored =
    'Your browser could not store this, so it holds only until you leave this page. Print the sheet to keep a week.';
  readonly #zone = deviceZone();
  /** Present once a calendar file was chosen. */
  #sorter: EventSorter | undefined;
  #loading: Promise<EventSorter | undefined> | undefined;
  /** The calendar file, and the last one that could be read. */
  #file: File | undefined;
  #readable: File | undefined;

  protected override wire(): void {
    this.#wireHours();
    this.on('use', () => {
      if (this.#sorter !== undefined) this.#fillIn(inHalves(this.#sorter.hours));
      this.find('#hours').focus();
    });
    this.on('print', () => print());
    this.#listWeeks();
    this.#orderWorksheet();
    this.#wireFile();
    this.#wireReflection();
    this.toggleAttribute('data-ready', true);
    for (const tool of this.findAll('[data-tool]')) tool.hidden = false;
  }

  protected override draw(): void {
    const { weeks, rules } = this.data;
    const labels = this.#labels;
    const latest = weeks.toSorted((a, b) => b.week.localeCompare(a.week) || b.at.localeCompare(a.at));
    const heads = CATEGORIES.map((id) => `${LETTERS[id]}: ${labels[id]}`);
    const rows = latest.map(({ at, week, hours }) => [
      weekName(week),
      ...CATEGORIES.map((id) => String(hours[id])),
      this.#remover('weeks', at, `the week of ${weekName(week)}`),
    ]);
    this.find('[data-weeks]').replaceChildren(
      tableOf('Hours of each week', ['Week', ...heads, 'Remove'], rows),
    );
    this.find('[data-earlier]').hidden = weeks.length === 0;
    this.find('[data-own-rules]').hidden = rules.length === 0;
    this.find('[data-own-rules] ul').replaceChildren(
      ...rules
        .toReversed()
        .map(({ at, words, category }) =>
          h('li', {}, `“${words}” is “${labels[category]}” `, this.#remover('rules', at, `“${words}”`)),
        ),
    );
    this.#sorter?.sort();
  }

  get #labels(): Labels {
    return byCategory((id) => this.find(`fieldset[data-category=${id}]`).dataset['label'] ?? '');
  }

  get #hours(): Hours {
    return byCategory((id) => Math.max(0, this.#field(id, 'number').valueAsNumber || 0));
  }

  #field(id: CategoryId, type: 'range' | 'number'): HTMLInputElement {
    return this.find<HTMLInputElement>(`fieldset[data-category=${id}] input[type=${type}]`);
  }

  /** Makes the form for hours, which has a slider and a number field for each category. */
  #wireHours(): void {
    for (const id of CATEGORIES) {
      const [slider, field] = [this.#field(id, 'range'), this.#field(id, 'number')];
      slider.addEventListener('input', () => {
        field.value = slider.value;
        this.#sumUp();
      });
      field.addEventListener('input', () => {
        // As a number: "03" is 3.
        slider.value = String(field.valueAsNumber || 0);
        this.#sumUp();
      });
    }
    this.onSubmit('form[data-hours]', () => {
      const wrong = CATEGORIES.map((id) => this.#field(id, 'number')).find(({ validity }) => !validity.valid);
      const total = this.#sumUp();
      if (wrong === undefined && total > 0 && total <= MOST_HOURS) {
        this.#store(this.#hours);
        return;
      }
      if (wrong !== undefined) this.#sayOfHours('Hours are numbers from 0 to 168, in halves: 7 or 7.5.');
      else if (total === 0) this.#sayOfHours('Put in some hours first.');
      (wrong ?? this.#field('running', 'number')).focus();
    });
    this.#sumUp();
  }

  #fillIn(hours: Hours): void {
    for (const id of CATEGORIES)
      for (const type of ['range', 'number'] as const) this.#field(id, type).value = String(hours[id]);
    this.#sumUp();
  }

  /** Shows the total of the hours, and whether a week has as many. */
  #sumUp(): number {
    const total = totalHours(this.#hours);
    this.find('[data-total]').textContent = `${hoursInWords(total)} in all`;
    this.#sayOfHours(
      total > MOST_HOURS
        ? `A week has ${MOST_HOURS} hours; these are ${hoursInWords(total - MOST_HOURS)} more. Take some away.`
        : '',
    );
    return total;
  }

  /** Screen readers repeat a status that is set to the same text again. */
  #sayOfHours(message: string): void {
    const status = this.find('[data-hours-status]');
    if (status.textContent !== message) status.textContent = message;
  }

  get #week(): HTMLSelectElement {
    return this.find<HTMLSelectElement>('select[data-week]');
  }

  #listWeeks(): void {
    const first = weekStart(Date.now(), this.#zone, firstWeekday(navigator.language));
    const names = [' (this week, so far)', ' (last week)'];
    for (let back = 0; back < WEEKS; back += 1) {
      const week = addDays(first, -7 * back);
      this.#week.append(new Option(weekName(week) + (names[back] ?? ''), week, back === 1, back === 1));
    }
  }

  /** Puts the days of the printed worksheet, Monday first, in the order of the reader's region. */
  #orderWorksheet(): void {
    const heads = this.findAll('.worksheet thead th').slice(1, 8);
    const days = heads.map(({ textContent }) => textContent);
    heads.forEach((head, index) => {
      head.textContent = days[(index + firstWeekday(navigator.language) + 6) % 7] ?? '';
    });
  }

  /** Shows and stores the hours of the chosen week; a second audit of a week replaces the first. */
  #store(hours: Hours): void {
    const week = this.#week.value;
    this.#show(`Week of ${weekName(week)}`, hours);
    const audited = { at: new Date().toISOString(), week, hours };
    void this.change(
      ({ weeks, ...data }) => ({
        ...data,
        weeks: [...weeks.filter((other) => other.week !== week), audited],
      }),
      'The hours of this week are kept on this device.',
    );
  }

  /** Shows a week: the kind of work that got least, a bar, and a table. */
  #show(name: string, hours: Hours): void {
    const [labels, total] = [this.#labels, totalHours(hours)];
    this.find('[data-least]').textContent = leastSentence(hours, labels);
    for (const id of CATEGORIES) {
      // Each part of the bar is as wide as its hours.
      const part = this.find(`[data-bar] [data-category=${id}]`);
      part.style.flexGrow = String(hours[id]);
      requireElement(part, 'span').textContent = String(hours[id]);
    }
    const inWords = CATEGORIES.map((id) => `${labels[id]} ${hoursInWords(hours[id])}`).join(', ');
    this.find('[data-bar]').ariaLabel = `A bar of ${hoursInWords(total)}. ${name}: ${inWords}.`;
    const rows = CATEGORIES.map((id) => [
      `${LETTERS[id]}: ${labels[id]}`,
      String(hours[id]),
      `${Math.round((hours[id] / total) * 100)}%`,
    ]);
    this.find('[data-table]').replaceChildren(
      tableOf(
        `${name}, in hours`,
        ['Kind of hour', 'Your hours', 'Share'],
        [...rows, ['All', String(total), '100%']],
      ),
    );
    this.find('[data-result]').hidden = false;
    this.toggleAttribute('data-shown', true);
    this.find('#result').focus();
  }

  #storeRule(words: string, category: CategoryId): void {
    const rule = { at: new Date().toISOString(), words, category };
    void this.change(
      ({ rules, ...data }) => ({ ...data, rules: [...rules.filter((other) => other.words !== words), rule] }),
      `Rule kept. Titles with “${words}” are “${this.#labels[category]}”.`,
    );
  }

  /** A button that removes a week or a rule. */
  #remover(list: 'weeks' | 'rules', at: string, name: string): HTMLButtonElement {
    const section = this.find(list === 'weeks' ? '[data-earlier]' : '[data-own-rules]');
    return button(
      'Remove',
      () => {
        this.erase(
          section,
          (data) => ({ ...data, [list]: data[list].filter((item) => item.at !== at) }),
          `Removed: ${name}.`,
        );
      },
      { 'aria-label': `Remove ${name}` },
    );
  }

  #wireFile(): void {
    const input = this.find<HTMLInputElement>('[data-file]');
    this.on('stop', () => {
      this.stopReading();
      this.#endReading('Stopped. The file was not read.');
      input.focus();
    });
    input.addEventListener('change', () => {
      this.#file = input.files?.[0] ?? this.#file;
      void this.#readWeek();
    });
    this.#week.addEventListener('change', () => void this.#readWeek());
  }

  /** Loads the script that sorts events; undefined if it does not arrive. */
  async #loadSorter(): Promise<EventSorter | undefined> {
    const script = await import('./event-sorter.ts').catch(() => undefined);
    return (
      script &&
      new script.EventSorter(
        this,
        () => this.data.rules,
        (words, category) => this.#storeRule(words, category),
      )
    );
  }

  /** Reads the events of the chosen week, if there is a file. */
  async #readWeek(): Promise<void> {
    if (this.#file === undefined) return;
    this.find('[data-file-status]').textContent = 'Reading your calendar …';
    const order: Order = { file: this.#file, monday: this.#week.value, zone: this.#zone };
    const sorter = (this.#sorter = await (this.#loading ??= this.#loadSorter()));
    if (sorter === undefined) {
      this.#loading = undefined;
      this.#endReading(NO_SCRIPT);
      return;
    }
    this.find('[data-do=stop]').hidden = false;
    const worker = new Worker(new URL('./calendar-worker.ts', import.meta.url), { type: 'module' });
    const week = await this.readFile<Reply>(worker, order, {
      limit: LONGEST_READ,
      late: 'Reading this file takes too long. Export one calendar alone, or a shorter span.',
      missing: NO_SCRIPT,
    });
    if (week === undefined) return;
    if (typeof week === 'string') {
      this.#endReading(week);
      return;
    }
    this.#readable = order.file;
    sorter.show(week, order.monday, this.#zone);
    this.#endReading(`${countOf(week.events.length, 'event')} in the week of ${weekName(order.monday)}.`);
  }

  /** Shows how a reading ended. The file stays the last one that could be read. */
  #endReading(message: string): void {
    this.#file = this.#readable;
    this.find('[data-do=stop]').hidden = true;
    this.find('[data-file-status]').textContent = message;
  }

  /** Makes the form for a weekly reflection download a calendar file. */
  #wireReflection(): void {
    const form = this.find<HTMLFormElement>('form[data-reflection]');
    this.orderWeekdays(requireElement(form, 'select'));
    this.onSubmit('form[data-reflection]', () => {
      const entered = new FormData(form);
      const time = String(entered.get('time'));
      const [weekday = 0, minutes = 0, weeks = 0] = ['day', 'minutes', 'weeks'].map((name) =>
        Number(entered.get(name)),
      );
      const day = nextDay(Date.now(), this.#zone, weekday, time);
      const hour = {
        // The same day (0 is Monday) and time gives the same id, so that a second import updates the appointment.
        uid: `step-back-${(weekday + 6) % 7}-${time.replace(':', '')}`,
        title: 'Step back: reflection',
        description: QUESTIONS,
        day,
        time,
        minutes,
        weeks,
        remind: 10,
      };
      return this.calendar(
        'step-back',
        [hour],
        `Downloaded. Open the file to add ${weeks === 1 ? 'once' : `${weeks} times`} ${minutes} minutes to your calendar, first on ${day}.`,
        requireElement(form, '[role=status]'),
      );
    });
  }
}

/** A table in an area that scrolls. The first cell of each row is its header; cells are text or controls. */
function tableOf(
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
  return h('div', { class: 'scrolls', tabIndex: 0, role: 'group', 'aria-label': caption }, table);
}

customElements.define('time-audit', TimeAudit);
