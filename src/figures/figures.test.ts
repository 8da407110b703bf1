import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Drawing } from './drawing.ts';
import { linesOf } from './drawing.ts';
import { resolveTokens, standaloneSvg } from './file.ts';
import { drawHouse } from './house.ts';
import { wrapped } from './measure.ts';
import { drawMicrosoft, type TimelineMark } from './microsoft.ts';
import { drawMomentumGrid } from './momentum-grid.ts';
import { drawWeek } from './week.ts';
import { figureSchema } from '../course/schemas/figure.ts';

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

describe('a figure as a file', () => {
  const css = resolveTokens(
    '.drawing .side-1 { stroke: var(--color-side-1); }',
    '--color-side-1: light-dark(#15478f, #94c1ff);',
  );

  test('has its colors, its credit and no links', () => {
    const svg = standaloneSvg(
      {
        width: 100,
        height: 50,
        body: '<a href="/x/"><path class="side-1" d="M0 0"/></a><g class="told"><text>Hover</text></g>',
      },
      css,
      { title: 'A & B', description: 'Two letters', credit: ['Blueprint & Build'] },
    );
    expect(svg).toContain('stroke: #15478f');
    expect(svg).toContain('<title>A &amp; B</title>');
    expect(svg).toContain('Blueprint &amp; Build');
    expect(svg).not.toMatch(/<a |Hover|var\(/);
  });

  test('names a token that does not exist', () => {
    expect(() => resolveTokens('a { fill: var(--color-pink); }', '')).toThrow(/unknown token --color-pink/);
  });
});

test('lines break between words and keep to their length', () => {
  expect(linesOf('Draws a foundation that will carry the house', 20)).toEqual([
    'Draws a foundation',
    'that will carry the',
    'house',
  ]);
});

test('lines that are measured are as few as can be, and even', () => {
  const letters = (text: string): number => text.length;
  expect(wrapped('nobody knows which hill it is for', letters, 2, 60)).toEqual([
    'nobody knows which',
    'hill it is for',
  ]);
  // As many words as lines: there is nothing to even out.
  expect(wrapped('When something', letters, 1, 10)).toEqual(['When', 'something']);
  expect(wrapped('unbreakable', letters, 1, 5)).toEqual(['unbreakable']);
});
