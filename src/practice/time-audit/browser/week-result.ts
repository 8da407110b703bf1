import { linesOf } from '../../../figures/drawing.ts';
import { tableOf } from './event-sorter.ts';
import {
  type AuditedWeek,
  CATEGORIES,
  type CategoryId,
  type Hours,
  hoursInWords,
  type Labels,
  leastSentence,
  LETTERS,
  type Segment,
  segments,
  timeAuditSlice,
  totalHours,
} from '../hours.ts';
import { weekName } from '../weeks.ts';
import { changeSlice, readSlice } from '../../../storage/browser/slices.ts';
import { subscribe } from '../../../storage/browser/subscribe.ts';
import { announce } from '../../../utils/announce.ts';
import { requireElement } from '../../../utils/dom.ts';
import { button } from '../../../utils/elements.ts';
import { svg } from '../../../utils/svg.ts';

const WIDEST = 640;
/** What is beside the drawing on a narrow screen: the edges of the page and of the sheet. */
const EDGES = 72;
const LEFT = 10;
const TOP = 46;
const HEIGHT = 56;
/** Minimum width for a label with a number. */
const ROOM = 30;
const AREAS: Readonly<Record<CategoryId, string>> = {
  running: 'side-2-area',
  shaping: 'side-1-area',
  growing: 'both-area',
  other: 'paper',
};

/** Draws a category in its bar. A label that does not fit goes above the bar if its neighbor leaves space. */
function drawSegment({ id, letter, hours, left, width }: Segment, named: { upTo: number }): SVGElement[] {
  const middle = LEFT + left + width / 2;
  const drawn: SVGElement[] = [];
  if (width > 0)
    drawn.push(
      svg('rect', {
        class: AREAS[id],
        x: LEFT + left,
        y: TOP,
        width: Math.max(width - 2, 1),
        height: HEIGHT,
      }),
    );
  if (width >= ROOM) {
    drawn.push(svg('text', { class: 'mid', x: middle, y: TOP + 22 }, letter));
    drawn.push(svg('text', { class: 'large mid', x: middle, y: TOP + 44 }, String(hours)));
  } else if (middle - 20 >= named.upTo) {
    drawn.push(svg('path', { class: 'ink thin', d: `M${middle} ${TOP - 8}v8` }));
    drawn.push(svg('text', { class: 'small mid', x: middle, y: TOP - 12 }, `${letter} ${hours}`));
    named.upTo = middle + 20;
  }
  return drawn;
}

const inWords = (name: string, hours: Hours, labels: Labels): string =>
  `${name}: ${CATEGORIES.map((id) => `${labels[id]} ${hoursInWords(hours[id])}`).join(', ')}.`;

/** Draws the week as a bar, like those of the lesson's figure, as wide as the screen has room. */
export function weekBar(name: string, hours: Hours, labels: Labels): SVGElement {
  const width = Math.min(WIDEST, innerWidth - EDGES);
  const key = CATEGORIES.map((id) => `${LETTERS[id]}: ${labels[id].toLowerCase()}`).join(' · ');
  const lines = linesOf(key, width / 6.5);
  const hour = (width - 2 * LEFT) / totalHours(hours);
  const bottom = TOP + HEIGHT;
  const height = bottom + 24 + 16 * lines.length;
  const drawing = svg('svg', {
    class: 'drawing',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': `A bar of ${hoursInWords(totalHours(hours))}. ${inWords(name, hours, labels)}`,
  });
  drawing.append(svg('text', { x: LEFT, y: TOP - 30 }, name));
  const named = { upTo: LEFT - 20 };
  for (const segment of segments(hours, hour)) drawing.append(...drawSegment(segment, named));
  drawing.append(
    ...lines.map((line, index) =>
      svg('text', { class: 'small muted', x: LEFT, y: bottom + 26 + 16 * index }, line),
    ),
  );
  return drawing;
}

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
