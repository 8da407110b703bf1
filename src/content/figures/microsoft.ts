import { escapeHtml } from '@/utils/escape.ts';
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { FigureData } from '@/course/schemas/figure.ts';
import { tableOf, type Draw, type Drawing } from '@/figures/drawing.ts';

type Table = NonNullable<FigureData['table']>;

/** A dated move or result, as the lesson's timeline has it. */
export interface TimelineMark {
  /** ISO date. */
  date: string;
  label: string;
  kind: string;
}

const WIDTH = 400;
const LEFT = 58;
const RIGHT = 362;
/** Room above the lanes for the words at the line that runs through them. */
const TOP = 24;
/** From the lanes to the highest value, from there to zero, and below it. */
const [GAP, CHART, BELOW] = [16, 168, 26];
/** A mark is a square of this side; also the least size of a target. */
const MARK = 24;
/** From one mark to the next, with air between. */
const STEP = MARK + 4;
/** Height of the line with a lane's name. */
const NAME = 16;
const [FIRST_YEAR, LAST_YEAR] = [2013, 2024];
const CEO = '2014-02-04';
/** Position of events before the axis begins, left of the break. */
const BEFORE = 26;
const BREAK = 52;
/** The first fiscal year under the newer accounting rules: no line leads there from the years before. */
const NEW_RULES = 2016;
/** Charges that reduced a year's net income. */
const ONE_TIME: Readonly<Record<number, string>> = { 2015: 'write-down', 2018: 'tax charge' };
/** Where the lines bear their names: far from each other and from any note. */
const NAMED_AT = 2021;
const DOLLARS = [100, 200];

const LANES = [
  { kind: 'leading', name: 'Leading', says: 'says-side-1' },
  { kind: 'managing', name: 'Managing', says: 'says-side-2' },
  { kind: 'result', name: 'What came of it', says: 'says-both' },
] as const;

const startOf = (year: number): string => `${year}-01-01`;
/** A fiscal year ends on June 30, in the middle of its calendar year. */
const endOf = (year: number): Date => new Date(`${year}-06-30`);
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
const DAYS = {
  type: 'utc' as const,
  domain: [new Date(startOf(FIRST_YEAR)), new Date(startOf(LAST_YEAR + 1))],
  range: [LEFT, RIGHT],
};

/** Whole pixels will do: one is eight days, or 1.5 billion dollars. */
const whole = (numbers: string): string =>
  numbers.replaceAll(/\d+\.\d+/g, (n) => String(Math.round(Number(n))));

const dayScale = Plot.scale({ x: DAYS });
const x = (date: string | Date): number => Math.round(Number(dayScale.apply(new Date(date))));

interface FiscalYear {
  year: number;
  revenue: number;
  income: number;
}

/** Geometry computed by the charting library: lines, ticks and positions. Its styling is not used. */
function chartOf(years: readonly FiscalYear[], top: number) {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  // A row without values interrupts a line.
  const points = years.flatMap((year) =>
    year.year === NEW_RULES ? [{ year: NEW_RULES, revenue: NaN, income: NaN }, year] : [year],
  );
  const end = ({ year }: FiscalYear): Date => endOf(year);
  const tick = { tickSize: 0, tickPadding: 8, label: null };
  const drawn = Plot.plot({
    document,
    width: WIDTH,
    height: top + GAP + CHART + BELOW,
    axis: null,
    x: DAYS,
    y: { domain: [0, 250], range: [top + GAP + CHART, top + GAP] },
    marginBottom: BELOW,
    marginLeft: LEFT,
    marks: [
      Plot.lineY(points, { x: end, y: 'revenue', className: 'revenue' }),
      Plot.lineY(points, { x: end, y: 'income', className: 'income' }),
      // A year's label is below the end of its fiscal year, so below the dot; every second year has room for one.
      Plot.axisX(YEARS.filter((year) => year % 2 === 0).map(endOf), { ...tick, tickFormat: '%Y', className: 'years' }),
      Plot.axisY([0, ...DOLLARS], { ...tick, className: 'dollars' }),
    ],
  });
  const line = (name: string): string =>
    whole(drawn.querySelector(`.${name} path`)?.getAttribute('d') ?? '').replaceAll(',', ' ');
  const ticks = (name: string, right: number, down: number): string =>
    Array.from(drawn.querySelectorAll(`.${name} text`), (text) => {
      const [at = NaN, y = NaN] =
        text
          .getAttribute('transform')
          ?.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      return `<text x="${Math.round(at) + right}" y="${Math.round(y) + down}">${text.textContent}</text>`;
    }).join('');
  return {
    revenue: line('revenue'),
    income: line('income'),
    years: ticks('years', 0, 18),
    dollars: ticks('dollars', -8, 4),
    y: (billions: number): number => Math.round(Number(drawn.scale('y')?.apply(billions))),
  };
}

/** The mark of an event at its date, numbered as in the list below the drawing. */
function mark({ date, label, kind }: TimelineMark, n: number, at: number, y: number): string {
  const half = MARK / 2;
  const shapes: Readonly<Record<string, string>> = {
    leading: `<circle class="side-1-area" cx="${at}" cy="${y}" r="${half}"/>`,
    managing: `<path class="side-2-area" d="M${at - half} ${y - half}h${MARK}v${MARK}h-${MARK}z"/>`,
    result: `<path class="both-area" d="M${at} ${y - half - 2}l14 14-14 14-14-14z"/>`,
  };
  return `<a href="#event-${date}"><title>${escapeHtml(label)}</title>${shapes[kind] ?? ''}<text x="${at}" y="${y + 5}">${n}</text></a>`;
}

/** The marks of a lane at their dates; overlapping marks are stacked in rows. */
function lane(kind: TimelineMark['kind'], events: readonly TimelineMark[], top: number) {
  const rows: number[] = [];
  const marks = events.map((event, index) => {
    if (event.kind !== kind) return '';
    const early = event.date < startOf(FIRST_YEAR);
    const at = early ? BEFORE : x(event.date);
    const free = rows.findIndex((last) => at - last >= STEP);
    const row = free < 0 ? rows.length : free;
    rows[row] = at;
    const y = top + NAME + STEP / 2 + 4 + row * STEP;
    // "2008 to 2011", in the room that there is.
    const years = escapeHtml(event.label.replace(/ to \d\d/, '–'));
    return `${mark(event, index + 1, at, y)}${early ? `<text class="small" x="${at}" y="${y + STEP}">${years}</text>` : ''}`;
  });
  return { marks: marks.join(''), bottom: top + NAME + 8 + rows.length * STEP };
}

/** Names, last values and notes, each at its line in place of a legend. */
function words(years: readonly FiscalYear[], y: (billions: number) => number): string {
  const last = years.at(-1)?.year;
  const say = (className: string, year: number, right: number, baseline: number, text: string | number) =>
    `<text class="${className}" x="${x(endOf(year)) + right}" y="${baseline}">${text}</text>`;
  return years
    .map(({ year, revenue, income }) => {
      const note = ONE_TIME[year];
      if (note !== undefined) return say('small mid', year, -8, y(income) - 18, note);
      if (year === last)
        return say('small', year, 7, y(revenue) + 4, revenue) + say('small', year, 7, y(income) + 4, income);
      if (year === NAMED_AT)
        return (
          say('end', year, -7, y(revenue) - 4, 'Revenue') + say('end', year, -7, y(income) - 4, 'Net income')
        );
      return '';
    })
    .join('');
}

/** Lines across at the heights `ys` and down at the places `xs`, as one path with few characters. */
const across = (ys: readonly number[], from: number): string =>
  ys.map((y) => `M${from} ${y}H${RIGHT}`).join('');
const down = (xs: readonly number[], to: number): string => xs.map((at) => `M${at} ${TOP}V${to}`).join('');

/**
 * The moves at Microsoft in two lanes and what came of them in a third, over revenue and net income by fiscal
 * year. Each mark leads to the entry with its number in the list below the drawing.
 * @param table a row for each fiscal year: the year, revenue and net income in US$ billion.
 */
export function drawMicrosoft(table: Table, events: readonly TimelineMark[]): Drawing {
  const years = table.rows.map((row) => {
    const [year = NaN, revenue = NaN, income = NaN] = row.map(Number);
    return { year, revenue, income };
  });
  const inOrder = events.toSorted((a, b) => a.date.localeCompare(b.date));
  let bottom = TOP;
  const lanes = LANES.map(({ kind, name, says }) => {
    const top = bottom;
    const { marks, bottom: end } = lane(kind, inOrder, top);
    bottom = end;
    return { top, marks, name: `<text class="${says} end" x="${RIGHT}" y="${top + 18}">${name}</text>` };
  });
  const chart = chartOf(years, bottom);
  const { y } = chart;
  const zero = y(0);
  const middle = (TOP + bottom) / 2;
  const edges = [...lanes.map(({ top }) => top), bottom];
  return {
    width: WIDTH,
    height: zero + BELOW,
    body: [
      '<marker id="fiscal-year" viewBox="-4 -4 8 8"><circle r="3.7"/></marker>',
      `<path class="fine" d="${across(edges, 8)}${across(DOLLARS.map(y), LEFT)}${down(
        YEARS.map((year) => x(startOf(year))),
        zero,
      )}"/>`,
      // The long break line of a drafter: what stands left of it is years earlier.
      `<path class="ink thin" d="M${BREAK} ${TOP}V${middle - 8}l-5 4 10 8-5 4V${bottom}${across([zero], LEFT)}"/>`,
      `<path class="ink cut" d="M${x(CEO)} 8V${zero}"/><text x="${x(CEO) + 8}" y="17">4 Feb 2014: Nadella becomes CEO</text>`,
      `<g class="mid">${lanes.map(({ marks }) => marks).join('')}</g>`,
      `<g class="small end">${chart.dollars}</g><g class="small mid">${chart.years}</g>`,
      `<g class="clear">${lanes.map(({ name }) => name).join('')}${words(years, y)}<text class="small" x="8" y="${y(200) - 12}">US$ billion</text></g>`,
      '<g marker-start="url(#fiscal-year)" marker-mid="url(#fiscal-year)" marker-end="url(#fiscal-year)">',
      `<path class="ink" d="${chart.revenue}"/><path class="ink thin" d="${chart.income}"/></g>`,
    ].join(''),
  };
}

/** The chart with the timeline of its lesson. */
export const draw: Draw = (figure) => drawMicrosoft(tableOf(figure), figure.lesson.timeline);
