import { describe, expect, test } from 'vitest';
import { linesOf } from './drawing.ts';
import { resolveTokens, standaloneSvg } from './file.ts';
import { wrapped } from './measure.ts';

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

  test('keeps the blank before a span, which renderers drop at its start', () => {
    const body = '<text>F 0<tspan class="small"> hours</tspan></text>';
    const svg = standaloneSvg({ width: 9, height: 9, body }, css, { title: '', description: '', credit: [] });
    expect(svg).toContain('F 0 <tspan class="small">hours</tspan>');
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

test('measured lines are as few as possible, and of even length', () => {
  const letters = (text: string): number => text.length;
  expect(wrapped('nobody knows which hill it is for', letters, 2, 60)).toEqual([
    'nobody knows which',
    'hill it is for',
  ]);
  // As many words as lines: there is nothing to even out.
  expect(wrapped('When something', letters, 1, 10)).toEqual(['When', 'something']);
  expect(wrapped('unbreakable', letters, 1, 5)).toEqual(['unbreakable']);
});
