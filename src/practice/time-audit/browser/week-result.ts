import { timeAuditSlice, type AuditedWeek } from '../slice.ts';
import { CATEGORIES, LETTERS, type Hours, type Labels } from '../categories.ts';
import { leastSentence, totalHours } from '../hours.ts';
import { weekName } from '../weeks.ts';
import { announce } from '../../../utils/announce.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { tableOf } from './parts.ts';
import { weekBar } from './week-bar.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button } from '../../../utils/elements.ts';

/** The result of an audit: the bar, the table, the kind that got least, and earlier weeks. */
export class WeekResult {
  readonly #root: HTMLElement;
  readonly #labels: Labels;

  constructor(root: HTMLElement, labels: Labels) {
    this.#root = root;
    this.#labels = labels;
    requireElement(root, '[data-print]').addEventListener('click', () => {
      print();
    });
    subscribe(() => {
      this.#listWeeks();
    });
  }

  /** Shows a week and stores its hours. */
  show(week: string, hours: Hours): void {
    const name = `Week of ${weekName(week)}`;
    requireElement(this.#root, '[data-least]').textContent = leastSentence(hours, this.#labels);
    requireElement(this.#root, '[data-bar]').replaceChildren(weekBar(name, hours, this.#labels));
    requireElement(this.#root, '[data-table]').replaceChildren(this.#table(name, hours));
    requireElement(this.#root, '[data-result]').hidden = false;
    this.#root.toggleAttribute('data-shown', true);
    this.#store(week, hours);
    requireElement(this.#root, '#result').focus();
  }

  #table(name: string, hours: Hours): HTMLElement {
    const total = totalHours(hours);
    const rows = CATEGORIES.map((id) => [
      `${LETTERS[id]}: ${this.#labels[id]}`,
      String(hours[id]),
      `${Math.round((hours[id] / total) * 100)}%`,
    ]);
    return tableOf(
      `${name}, in hours`,
      ['Kind of hour', 'Your hours', 'Share'],
      [...rows, ['All', String(total), '100%']],
    );
  }

  async #store(week: string, hours: Hours): Promise<void> {
    const audited: AuditedWeek = { at: new Date().toISOString(), week, hours };
    const stored = changeSlice(timeAuditSlice, (data) => ({
      ...data,
      // A second audit of a week replaces the first.
      weeks: [...data.weeks.filter((other) => other.week !== week), audited],
    }));
    this.#listWeeks();
    announce(
      (await stored)
        ? 'The hours of this week are kept on this device.'
        : 'Your browser could not store this week. Print the sheet to keep it.',
    );
  }

  #remove(at: string): void {
    void changeSlice(timeAuditSlice, (data) => ({
      ...data,
      weeks: data.weeks.filter((week) => week.at !== at),
    }));
    announce('Week removed.');
    this.#listWeeks();
    // The button that had the focus is gone.
    const next = this.#root.querySelector<HTMLElement>('[data-weeks] button');
    (next ?? requireElement(this.#root, 'select[data-week]')).focus();
  }

  #listWeeks(): void {
    const weeks = readSlice(timeAuditSlice).weeks.toSorted(
      (a, b) => b.week.localeCompare(a.week) || b.at.localeCompare(a.at),
    );
    const rows = weeks.map(({ at, week, hours }) => {
      const remove = button(
        'Remove',
        () => {
          this.#remove(at);
        },
        { 'aria-label': `Remove the week of ${weekName(week)}` },
      );
      return [weekName(week), ...CATEGORIES.map((id) => String(hours[id])), remove];
    });
    const heads = CATEGORIES.map((id) => `${LETTERS[id]}: ${this.#labels[id]}`);
    const table = tableOf('Hours of each week', ['Week', ...heads, 'Remove'], rows);
    requireElement(this.#root, '[data-weeks]').replaceChildren(table);
    requireElement(this.#root, '[data-earlier]').hidden = weeks.length === 0;
  }
}
