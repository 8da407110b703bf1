import { CalendarReader } from './calendar-reader.ts';
import { categoryLabels, countOf, EventSorter } from './event-sorter.ts';
import { WeekResult } from './week-result.ts';
import {
  byCategory,
  CATEGORIES,
  type CategoryId,
  type Hours,
  hoursInWords,
  inHalves,
  MOST_HOURS,
  totalHours,
} from '../hours.ts';
import { deviceZone, mondayOf, nextDay, weekName } from '../weeks.ts';
import { addDays } from '../../../utils/days.ts';
import { requireElement } from '../../../utils/dom.ts';
import { downloadFile } from '../../../utils/download.ts';

/** The form for hours: a slider and a number field for each category, kept in sync. */
export class HoursForm {
  readonly #form: HTMLFormElement;
  readonly #status: HTMLElement;

  /** @param onHours called with valid hours when the reader submits the form */
  constructor(root: ParentNode, onHours: (hours: Hours) => void) {
    this.#form = requireElement(root, 'form[data-hours]');
    this.#status = requireElement(this.#form, '[data-hours-status]');
    for (const id of CATEGORIES) {
      const slider = this.#input(id, 'range');
      const field = this.#input(id, 'number');
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
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const wrong = CATEGORIES.map((id) => this.#input(id, 'number')).find((field) => !field.validity.valid);
      this.#sumUp();
      const total = totalHours(this.hours);
      if (wrong !== undefined) {
        this.#say('Hours are numbers from 0 to 168, in halves: 7 or 7.5.');
        wrong.focus();
      } else if (total > 0 && total <= MOST_HOURS) onHours(this.hours);
      else {
        if (total === 0) this.#say('Put in some hours first.');
        this.#input('running', 'number').focus();
      }
    });
    this.#sumUp();
  }

  get hours(): Hours {
    return byCategory((id) => {
      const value = this.#input(id, 'number').valueAsNumber;
      return Number.isFinite(value) ? Math.max(0, value) : 0;
    });
  }

  set hours(hours: Hours) {
    for (const id of CATEGORIES)
      for (const type of ['range', 'number'] as const) this.#input(id, type).value = String(hours[id]);
    this.#sumUp();
  }

  #input(id: CategoryId, type: 'range' | 'number'): HTMLInputElement {
    return requireElement(this.#form, `[data-category=${id}] input[type=${type}]`);
  }

  #sumUp(): void {
    const total = totalHours(this.hours);
    requireElement(this.#form, '[data-total]').textContent = `${hoursInWords(total)} in all`;
    this.#say(
      total > MOST_HOURS
        ? `A week has ${MOST_HOURS} hours; these are ${hoursInWords(total - MOST_HOURS)} more. Take some away.`
        : '',
    );
  }

  /** Screen readers repeat a status that is set to the same text again. */
  #say(message: string): void {
    if (this.#status.textContent !== message) this.#status.textContent = message;
  }
}

/** Questions of the lesson, for the description of the appointment. */
const QUESTIONS = [
  'What did we set out to do this week, and what happened?',
  'What surprised me?',
  'Where are we headed, and did this week bring us closer?',
  'What one thing will I do differently?',
].join('\n');

/** Weeks that can be chosen: this week and a year back. */
const WEEKS = 53;

/**
 * `<time-audit>` shows the forms of the time audit: hours entered by hand or read from a calendar file, which never leaves
 * the device; the result with a bar and a table; earlier weeks; and a calendar file for an hour to step back.
 *
 * Without JavaScript the page is a worksheet to print.
 */
class TimeAudit extends HTMLElement {
  readonly #zone = deviceZone();
  readonly #reader = new CalendarReader();

  connectedCallback(): void {
    if (this.hasAttribute('data-ready')) return;
    this.toggleAttribute('data-ready', true);
    const week = this.#weeks();
    const labels = categoryLabels(this);
    const result = new WeekResult(this, labels);
    const form = new HoursForm(this, (hours) => {
      result.show(week.value, hours);
    });
    const sorter = new EventSorter(this, labels, (hours) => {
      form.hours = inHalves(hours);
      requireElement(this, '#hours').focus();
    });
    this.#readFiles(week, sorter);
    offerReflection(this);
    for (const tool of this.querySelectorAll<HTMLElement>('[data-tool]')) tool.hidden = false;
  }

  /** Fills the list of weeks; last week is chosen, because it is over. */
  #weeks(): HTMLSelectElement {
    const select = requireElement<HTMLSelectElement>(this, 'select[data-week]');
    const monday = mondayOf(Date.now(), this.#zone);
    const names = ['this week, so far', 'last week'];
    for (let back = 0; back < WEEKS; back += 1) {
      const week = addDays(monday, -7 * back);
      const name = names[back];
      const label = weekName(week) + (name === undefined ? '' : ` (${name})`);
      select.append(new Option(label, week, back === 1, back === 1));
    }
    return select;
  }

  #readFiles(week: HTMLSelectElement, sorter: EventSorter): void {
    const input = requireElement<HTMLInputElement>(this, '[data-file]');
    const status = requireElement(this, '[data-file-status]');
    const stop = requireElement<HTMLButtonElement>(this, '[data-stop]');
    let file: File | undefined;
    /** The last file that could be read. */
    let readable: File | undefined;
    const showWeek = async (): Promise<void> => {
      if (file === undefined) return;
      status.textContent = 'Reading your calendar …';
      stop.hidden = false;
      const from = file;
      const events = await this.#reader.week(from, week.value, this.#zone);
      if (events === undefined) return;
      stop.hidden = true;
      if (typeof events === 'string') {
        file = readable;
        status.textContent = events;
        return;
      }
      readable = from;
      sorter.show(events, week.value, this.#zone);
      status.textContent = `${countOf(events.events.length, 'event')} in the week of ${weekName(week.value)}.`;
    };
    stop.addEventListener('click', () => {
      this.#reader.cancel();
      input.focus();
    });
    input.addEventListener('change', () => {
      file = input.files?.[0] ?? file;
      void showWeek();
    });
    week.addEventListener('change', () => {
      void showWeek();
    });
  }
}

/** Makes the form for a weekly reflection download a calendar file. */
function offerReflection(root: ParentNode): void {
  const form = requireElement<HTMLFormElement>(root, 'form[data-reflection]');
  const status = requireElement(form, '[role=status]');
  const value = (name: string): string => requireElement<HTMLInputElement>(form, `[name=${name}]`).value;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [weekday, time, minutes, weeks] = [
      Number(value('day')),
      value('time'),
      value('minutes'),
      value('weeks'),
    ];
    const now = new Date();
    const day = nextDay(now.getTime(), deviceZone(), weekday, time);
    void import('../../../utils/calendar-file.ts').then(
      ({ calendarFile }) => {
        const hour = {
          // The same day and time gives the same id, so that a second import updates the appointment.
          uid: `step-back-${weekday}-${time.replace(':', '')}`,
          title: 'Step back: reflection',
          description: QUESTIONS,
          day,
          time,
          minutes: Number(minutes),
          weeks: Number(weeks),
          remind: 10,
        };
        downloadFile('step-back.ics', 'text/calendar', calendarFile([hour], now));
        status.textContent = `Downloaded step-back.ics. Open it to add ${weeks} times ${minutes} minutes to your calendar, first on ${day}.`;
      },
      () => {
        status.textContent = 'The file could not be made. Check your connection and press the button again.';
      },
    );
  });
}

customElements.define('time-audit', TimeAudit);
