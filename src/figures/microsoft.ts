import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { FigureData } from '../lib/schemas/figure.ts';
import { escapeXml, px, type Drawing } from './drawing.ts';

type Table = NonNullable<FigureData['table']>;

/** A dated move or result, as the lesson's timeline has it. */
export interface TimelineMark {
  /** ISO date. */
  date: string;
  label: string;
  kind: 'leading' | 'managing' | 'result';
}

const WIDTH = 720;
const LEFT = 92;
const RIGHT = 640;
const CHART_HEIGHT = 230;
/** A mark is a square of this side with a hair between; also the least size of a target. */
const MARK = 24;
const STEP = MARK + 2;
const FROM = new Date('2013-01-01');
const TO = new Date('2024-12-31');
/** Events before the axis begins stand here, left of a break. */
const BEFORE = 48;
const LANES = { leading: 'Leading', managing: 'Managing', result: 'What came of it' } as const;

const AREA = { leading: 'leading-area', managing: 'managing-area', result: 'both-area' } as const;

/** The library's drawing without what the style sheet says already. */
function clean(svg: string): string {
  return svg
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(
      / (?:aria-[a-z]+|class|fill|font-[a-z]+|stroke(?:-[a-z]+)?|style|text-anchor|viewBox)="[^"]*"/g,
      '',
    )
    .replaceAll(/-?\d+\.\d+/g, (number) => px(Number(number)))
    .replaceAll(/<svg[^>]*>|<\/svg>/g, '')
    .trim();
}

/** Revenue and net income by fiscal year, with the axes that the charting library works out. */
function chart({ rows }: Table): { body: string; x: (date: Date) => number; y: (value: number) => number } {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const points = rows.map(([year, revenue, income]) => ({
    // A fiscal year ends on June 30.
    end: new Date(`${String(year)}-06-30`),
    revenue: Number(revenue),
    income: Number(income),
  }));
  const base = {
    document,
    width: WIDTH,
    height: CHART_HEIGHT,
    marginLeft: LEFT,
    marginRight: WIDTH - RIGHT,
    marginTop: 8,
    marginBottom: 24,
    x: { type: 'utc' as const, domain: [FROM, TO] },
    y: { domain: [0, 250] },
  };
  const draw = (
    className: string,
    ...marks: Plot.Markish[]
  ): { body: string; drawn: ReturnType<typeof Plot.plot> } => {
    const drawn = Plot.plot({ ...base, axis: null, marks });
    return { body: `<g class="${className}">${clean(drawn.outerHTML)}</g>`, drawn };
  };
  const revenue = draw(
    'ink',
    Plot.lineY(points, { x: 'end', y: 'revenue' }),
    Plot.dot(points, { x: 'end', y: 'revenue', r: 2 }),
  );
  const income = draw(
    'ink thin',
    Plot.lineY(points, { x: 'end', y: 'income' }),
    Plot.dot(points, { x: 'end', y: 'income', r: 2 }),
  );
  const grid = draw('fine', Plot.gridY({ ticks: 5 }));
  const years = draw('small mid', Plot.axisX({ ticks: 'year', tickSize: 0, label: null, tickFormat: '%Y' }));
  const dollars = draw('small end', Plot.axisY({ ticks: 5, tickSize: 0, label: null }));
  const apply = (name: 'x' | 'y') => {
    const scale = revenue.drawn.scale(name);
    if (scale === undefined) throw new Error(`The chart has no ${name} scale.`);
    return (value: Date | number): number => Number(scale.apply(value));
  };
  return {
    body: grid.body + revenue.body + income.body + years.body + dollars.body,
    x: apply('x'),
    y: apply('y'),
  };
}

/** The mark of an event at its date, numbered as in the list below the drawing. */
function mark({ date, label, kind }: TimelineMark, n: number, x: number, y: number): string {
  const half = MARK / 2;
  const shape = {
    leading: `<circle class="${AREA.leading}" cx="${px(x)}" cy="${y}" r="${half}"/>`,
    managing: `<path class="${AREA.managing}" d="M${px(x - half)} ${y - half}h${MARK}v${MARK}h-${MARK}z"/>`,
    result: `<path class="${AREA.result}" d="M${px(x)} ${y - half - 2}l14 14-14 14-14-14z"/>`,
  }[kind];
  return `<a href="#event-${date}"><title>${escapeXml(label)}</title>${shape}<text class="mid" x="${px(x)}" y="${y + 5}">${n}</text></a>`;
}

/**
 * The moves at Microsoft in two lanes and what came of them in a third, over revenue and net income by fiscal
 * year. Marks that would lie on each other are stacked; each stands exactly over its date.
 */
export function drawMicrosoft(table: Table, events: readonly TimelineMark[]): Drawing {
  const { body, x, y } = chart(table);
  const inOrder = events.toSorted((a, b) => a.date.localeCompare(b.date));
  let top = 8;
  const lanes = Object.entries(LANES).map(([kind, name]) => {
    const rows: number[] = [];
    const marks = inOrder.flatMap((event, index) => {
      if (event.kind !== kind) return [];
      const date = new Date(event.date);
      const at = date < FROM ? BEFORE : x(date);
      const free = rows.findIndex((last) => at - last >= STEP);
      const row = free < 0 ? rows.length : free;
      rows[row] = at;
      return [mark(event, index + 1, at, top + MARK / 2 + 2 + row * (STEP + 2))];
    });
    const height = rows.length * (STEP + 2) + 4;
    const label = `<text class="says-${kind === 'result' ? 'both' : kind} large ${kind === 'result' ? '' : 'end'}" x="${kind === 'result' ? LEFT + 8 : WIDTH - 16}" y="${top + 22}">${name}</text>`;
    const lane = `<path class="paper" d="M8 ${top}H${WIDTH - 8}v${height}H8z"/>${label}${marks.join('')}`;
    top += height + 6;
    return lane;
  });
  const last = table.rows.at(-1) ?? [];
  const bottom = top + CHART_HEIGHT;
  const begins = px(x(new Date('2014-02-04')));
  const [, revenue = '', income = ''] = last;
  return {
    width: WIDTH,
    height: bottom + 30,
    body: [
      `<path class="ink cut" d="M${begins} ${top - 2}V${bottom - 24}"/>`,
      ...lanes,
      // The axis is broken here: what stands left of it is years earlier.
      `<path class="ink thin" d="M72 4l-6 10 12 10-6 10M78 4l-6 10 12 10-6 10" transform="translate(4 ${top / 2 - 20})"/>`,
      `<g transform="translate(0 ${top})">${body}`,
      `<text x="${RIGHT - 14}" y="${px(y(Number(revenue)) + 5)}">Revenue</text><text x="${RIGHT - 14}" y="${px(y(Number(income)) + 5)}">Net income</text></g>`,
      `<text class="small" x="${Number(begins) + 8}" y="${top + 22}">Nadella becomes CEO</text>`,
      `<text class="small muted" x="8" y="${bottom + 18}">US$ billion a fiscal year, to June 30. The break on the left stands for 2008 to 2012.</text>`,
    ].join(''),
  };
}
