import { escapeHtml } from '@/utils/escape.ts';
import { px, tableOf, type Draw } from '@/figures/drawing.ts';

const WIDTH = 400;
const TOP = 34;
const LAYER = 92;
/** Between two holes; the words begin after the last. */
const STEP = 22;

/** A row of the table as a layer of the ground, with the hole that ends in it. */
export const draw: Draw = (figure) => {
  const { rows } = tableOf(figure);
  const words = rows.length * STEP + 22;
  const layers = rows.map((row, index) => {
    const [kind = '', question = '', answer = '', found = ''] = row.map((cell) => escapeHtml(String(cell)));
    const y = TOP + index * LAYER;
    const x = STEP * (index + 0.5);
    const end = y + LAYER - 34;
    return [
      `<path class="fine" d="M0 ${y + LAYER}q50-12 100 0t100 0 100 0 100 0"/>`,
      `<path class="both" d="M${x - 5} ${TOP - 8}V${end}l5 8 5-8V${TOP - 8}"/><text class="mid small" x="${x}" y="${TOP - 14}">${index + 1}</text>`,
      `<text class="says-both small" x="${words}" y="${y + 24}">${kind}: ${found}</text>`,
      `<text class="large" x="${words}" y="${y + 46}">${question}</text><text x="${words}" y="${y + 68}">“${answer}”</text>`,
    ].join('');
  });
  // The ground, hatched at its surface as in a section.
  const hatch = Array.from({ length: 22 }, (_, n) => `M${px(words + n * 16)} ${TOP}l-8 8`).slice(0, 19);
  return {
    width: WIDTH,
    height: TOP + rows.length * LAYER + 10,
    body: `<path class="ink" d="M0 ${TOP}H${WIDTH}"/><path class="fine" d="${hatch.join('')}"/>${layers.join('')}`,
  };
};
