import type { FigureData } from '../lib/schemas/figure.ts';
import { escapeXml, px, type Drawing } from './drawing.ts';

type Table = NonNullable<FigureData['table']>;

const WIDTH = 640;
const LEFT = 8;
const HEIGHT = 62;
/** The kinds of hour in the order of the rows: managing, leading, both, neither. */
const AREAS = ['managing-area', 'leading-area', 'both-area', 'paper'];

/**
 * The same working week twice, before and after: one bar each, an hour as wide in both, over an hour scale.
 * @param table one row for each kind of hour (its name begins with its letter and a colon), then the columns'
 *   hours; every column has the same sum.
 */
export function drawWeek({ columns, rows }: Table): Drawing {
  const total = rows.reduce((sum, [, hours]) => sum + Number(hours), 0);
  const hour = (WIDTH - 2 * LEFT) / total;
  const bars = columns.slice(1).map((name, column) => {
    const top = 40 + column * (HEIGHT + 58);
    let x = LEFT;
    const parts = rows.map((row, index) => {
      const hours = Number(row[column + 1]);
      const letter = String(row[0]).charAt(0);
      const width = hours * hour;
      const middle = px(x + width / 2);
      // What takes no time is drawn as the gap that it is: a mark under the place where it would be.
      const part =
        hours === 0
          ? `<path class="ink thin" d="M${px(x)} ${top + HEIGHT}v8"/><text class="small mid" x="${px(x)}" y="${top + HEIGHT + 22}">${letter} 0</text>`
          : `<path class="${AREAS[index] ?? 'paper'}" d="M${px(x)} ${top}h${px(width)}v${HEIGHT}H${px(x)}z"/><text class="mid" x="${middle}" y="${top + HEIGHT / 2 - 2}">${letter}</text><text class="large mid" x="${middle}" y="${top + HEIGHT / 2 + 20}">${hours}</text>`;
      x += width;
      return part;
    });
    return `<text class="large" x="${LEFT}" y="${top - 12}">${escapeXml(name)}</text>${parts.join('')}`;
  });
  const bottom = 40 + (columns.length - 1) * (HEIGHT + 58) - 20;
  const ticks = Array.from({ length: total / 5 + 1 }, (_, index) => LEFT + index * 5 * hour);
  return {
    width: WIDTH,
    height: bottom + 78,
    body: [
      ...bars,
      `<path class="ink thin" d="M${LEFT} ${bottom}H${WIDTH - LEFT}${ticks.map((x) => `M${px(x)} ${bottom - 5}v10`).join('')}"/>`,
      ...ticks.map(
        (x, index) =>
          `<text class="small ${index === 0 ? '' : index === ticks.length - 1 ? 'end' : 'mid'}" x="${px(x)}" y="${bottom + 20}">${index * 5}${index === ticks.length - 1 ? ' hours' : ''}</text>`,
      ),
      ...rows.map(
        ([name], index) =>
          `<text class="small" x="${LEFT + (index % 2) * 300}" y="${bottom + 46 + Math.floor(index / 2) * 20}">${escapeXml(String(name))}</text>`,
      ),
    ].join(''),
  };
}
