import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast, paletteOf } from '../figures/palette.ts';

const palette = paletteOf(readFileSync('src/styles/tokens.css', 'utf8'));

function ratio(text: string, ground: string, scheme: 'light' | 'dark'): number {
  const [one, other] = [palette.get(text), palette.get(ground)];
  if (one === undefined || other === undefined) throw new Error(`No token ${text} or ${ground}.`);
  return contrast(one[scheme], other[scheme]);
}

test('the formula gives the ratios that WCAG names', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 1);
});

for (const scheme of ['light', 'dark'] as const) {
  for (const ground of ['paper', 'surface', 'side-1-soft', 'side-2-soft', 'both-soft', 'mark']) {
    test(`text on ${ground} is read at length without strain, ${scheme}`, () => {
      expect(ratio('ink', ground, scheme)).toBeGreaterThanOrEqual(7);
    });
  }

  for (const ground of ['paper', 'surface']) {
    for (const color of ['muted', 'side-1', 'side-2', 'both', 'good', 'bad']) {
      test(`${color} can be read on ${ground}, ${scheme}`, () => {
        expect(ratio(color, ground, scheme)).toBeGreaterThanOrEqual(4.5);
      });
    }
  }

  for (const side of ['side-1', 'side-2', 'both']) {
    test(`the name of ${side} can be read on its own ground, ${scheme}`, () => {
      expect(ratio(side, `${side}-soft`, scheme)).toBeGreaterThanOrEqual(4.5);
    });
  }
}
