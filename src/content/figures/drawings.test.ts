import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { figureSchema } from '@/course/schemas/figure.ts';
import type { Drawing } from '@/figures/drawing.ts';
import { drawHouse } from './house.ts';
import { drawMicrosoft, type TimelineMark } from './microsoft.ts';
import { drawMomentumGrid } from './momentum-grid.ts';
import { drawWeek } from './week.ts';

const figure = (id: string) =>
  figureSchema.parse(parse(readFileSync(`src/content/figures/${id}.yaml`, 'utf8')));
const tableOf = (id: string) => {
  const { table } = figure(id);
  if (table === undefined) throw new Error(`${id} has no table.`);
  return table;
};

const PARTS = [
  'brief',
  'drawing',
  'foundation',
  'crew',
  'deliveries',
  'schedule',
  'surprises',
  'inspection',
].map((id) => ({
  id,
  name: `The ${id}`,
  leading: `Draws the ${id}.`,
  managing: `Builds the ${id}.`,
  href: `/x/#${id}`,
}));
const EVENTS: TimelineMark[] = [
  { date: '2018-03-29', label: '29 Mar 2018', kind: 'managing' },
  { date: '2008-10-27', label: '2008 to 2011', kind: 'leading' },
  { date: '2014-02-04', label: '4 Feb 2014', kind: 'leading' },
  { date: '2014-03-27', label: '27 Mar 2014', kind: 'leading' },
  { date: '2024-02-04', label: 'Feb 2024', kind: 'result' },
];
const drawings: Record<string, () => Drawing> = {
  house: () => drawHouse(PARTS),
  'momentum-grid': () =>
    drawMomentumGrid(
      (['chaos', 'momentum', 'drift', 'stagnation'] as const).map((id) => ({
        id,
        name: id,
        href: `/${id}/`,
      })),
    ),
  microsoft: () => drawMicrosoft(tableOf('microsoft'), EVENTS),
  week: () => drawWeek(tableOf('week')),
};

for (const [id, draw] of Object.entries(drawings)) {
  test(`${id} is narrow enough for a phone to show it whole`, () => {
    expect(draw().width).toBeLessThanOrEqual(500);
  });

  test(`${id} carries no color and no inline style, so that it serves every scheme`, () => {
    const { body } = draw();
    expect(body).not.toMatch(/style=|#[0-9a-f]{3,6}\b(?!-)|(?:fill|stroke)="(?!none)/i);
    expect(body).not.toContain('NaN');
    expect(body).not.toContain('undefined');
  });
}

describe('the house', () => {
  test('names each part once in its key and shows both sides of it', () => {
    const { body } = drawHouse(PARTS);
    for (const [index, part] of PARTS.entries()) {
      expect(body).toContain(`${index + 1} ${part.name}`);
      expect(body).toContain(part.leading);
      expect(body).toContain(part.managing);
      expect(body).toContain(`href="${part.href}"`);
    }
  });

  test('says what to do with a part that it has no place for', () => {
    const [part] = PARTS;
    if (part === undefined) throw new Error('No parts.');
    expect(() => drawHouse([{ ...part, id: 'moat' }])).toThrow(/no place for "moat": add one to PLACES/);
  });
});
