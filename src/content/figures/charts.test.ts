import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { drawMicrosoft } from './microsoft.ts';
import { drawWeek } from './week.ts';
import { figureSchema } from '@/course/schemas/figure.ts';
import { lessonSchema } from '@/course/schemas/lesson.ts';

/** The real data: what readers get is what is tested. */
function tableOf(id: string) {
  const { table } = figureSchema.parse(parse(readFileSync(`src/content/figures/${id}.yaml`, 'utf8')));
  if (table === undefined) throw new Error(`${id} has no table.`);
  return table;
}
function timeline() {
  const [, frontMatter = ''] = readFileSync('src/content/lessons/nadella-at-microsoft.mdx', 'utf8').split(
    '---\n',
  );
  const events = lessonSchema.parse(parse(frontMatter)).timeline;
  return events.toSorted((a, b) => a.date.localeCompare(b.date));
}

/** The marks as a reader finds them: where each leads, what it tells, its shape, number and middle. */
const marksIn = (body: string) =>
  [
    ...body.matchAll(
      /<a href="#event-([\d-]+)"><title>([^<]+)<\/title><(?:circle|path) class="([a-z0-9-]+)-area"[^>]*\/><text x="(\d+)" y="(\d+)">(\d+)<\/text><\/a>/g,
    ),
  ].map(([, date, told = '', area, x, y, n]) => ({
    date,
    told,
    area,
    x: Number(x),
    y: Number(y),
    n: Number(n),
  }));

const microsoft = () => drawMicrosoft(tableOf('microsoft'), timeline());
const week = () => drawWeek(tableOf('week'));
const bytes = (body: string) => brotliCompressSync(body).length;

describe('the chart of Microsoft', () => {
  test('draws every event once, with the number of the list, in the lane of its kind', () => {
    const area: Record<string, string> = { leading: 'side-1', managing: 'side-2', result: 'both' };
    const marks = marksIn(microsoft().body).toSorted((a, b) => a.n - b.n);
    expect(marks.map(({ n, date, area }) => ({ n, date, area }))).toEqual(
      timeline().map(({ date, kind }, index) => ({ n: index + 1, date, area: area[kind] })),
    );
  });

  test('tells at each mark its date', () => {
    const told = new Map(marksIn(microsoft().body).map((mark) => [mark.date, mark.told]));
    for (const { date, label } of timeline()) expect(told.get(date)).toBe(label);
  });

  test('keeps marks apart, each of them a target of 24 pixels', () => {
    const marks = marksIn(microsoft().body);
    for (const [index, one] of marks.entries()) {
      for (const other of marks.slice(index + 1)) {
        expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThanOrEqual(24);
      }
    }
  });

  test('shows the years before the axis as a break with its dates', () => {
    const { body } = microsoft();
    expect(body).toContain('>2008–11<');
    const [first, ...others] = marksIn(body).toSorted((a, b) => a.n - b.n);
    for (const { x } of others) expect(x).toBeGreaterThan((first?.x ?? Infinity) + 24);
  });

  test('draws every fiscal year of both figures in proportion from zero, apart where the rules changed', () => {
    const { body } = microsoft();
    const height = (label: string) =>
      Number(new RegExp(`<text x="\\d+" y="(\\d+)">${label}</text>`).exec(body)?.[1]);
    const [zero, perBillion] = [height('0'), (height('0') - height('200')) / 200];
    const lines = [...body.matchAll(/<path class="ink(?: thin)?" d="([ML\d ]+)"\/>/g)].map(([, d = '']) => d);
    expect(lines).toHaveLength(2);
    for (const [index, line] of lines.entries()) {
      const points = [...line.matchAll(/([ML])(\d+) (\d+)/g)];
      // Words stand 4 pixels below the height that they name.
      const drawn = points.map(([, , , y]) => (zero - 4 - Number(y)) / perBillion);
      const values = tableOf('microsoft').rows.map((row) => Number(row[index + 1]));
      expect(drawn).toHaveLength(values.length);
      for (const [at, value] of values.entries())
        expect(Math.abs((drawn[at] ?? NaN) - value)).toBeLessThan(1.5);
      expect(points.flatMap(([, command], at) => (command === 'M' ? [at] : []))).toEqual([0, 2]);
    }
  });

  test('names its lines, its unit, its lanes and the day of the new CEO', () => {
    for (const words of [
      'Revenue',
      'Net income',
      'US$ billion',
      'Leading',
      'Managing',
      'Nadella becomes CEO',
    ]) {
      expect(microsoft().body).toContain(words);
    }
  });

  test('weighs at most 1,500 bytes and has no inline style', () => {
    const { body } = microsoft();
    expect(bytes(body)).toBeLessThanOrEqual(1500);
    expect(body).not.toMatch(/<style|style=|font-|fill=|stroke=|NaN|undefined/);
  });
});

describe('the week', () => {
  const ticksOf = (body: string): number[] =>
    [...body.matchAll(/M\d+ ([\d.]+)h(?:5|10)(?=[M"])/g)].map(([, y]) => Number(y));

  test('draws each kind of hour as high as it is long, in both bars', () => {
    const { body } = week();
    const heights = [
      ...body.matchAll(/class="(?:[a-z0-9-]+-area|paper)" d="M\d+ [\d.]+v([\d.]+)/g),
    ].map(([, height]) => Number(height));
    const hours = [1, 2].flatMap((column) => tableOf('week').rows.map((row) => Number(row[column])));
    const drawn = hours.filter((hour) => hour > 0);
    expect(heights).toHaveLength(drawn.length);
    const ticks = ticksOf(body);
    const hour = ((ticks[40] ?? NaN) - (ticks[0] ?? NaN)) / 40;
    for (const [index, value] of drawn.entries()) {
      expect(Math.abs((heights[index] ?? NaN) - value * hour)).toBeLessThan(4);
    }
  });

  test('names every kind, and says where there are no hours', () => {
    const words = week().body.replaceAll(/<[^>]*>/g, ' ');
    for (const word of ['Before', 'After', 'running', 'shaping', 'growing', 'everything'])
      expect(words).toContain(word);
    expect(words).toMatch(/F 0 +hours/);
  });

  test('has a scale with a tick for each hour', () => {
    expect(ticksOf(week().body)).toHaveLength(41);
  });

  test('weighs at most 800 bytes and has no inline style', () => {
    const { body } = week();
    expect(bytes(body)).toBeLessThanOrEqual(800);
    expect(body).not.toMatch(/<style|style=|font-|fill=|stroke=|NaN|undefined/);
  });
});
