import { escapeHtml } from '@/utils/escape.ts';
import { px, tableOf, type Draw } from '@/figures/drawing.ts';

const LEFT = 36;
const TOP = 8;
const SIZE = 360;
const HALF = SIZE / 2;

/** The four fields from the bottom left: the area, the name, and what work there asks for. */
const FIELDS = [
  ['side-2-area', 'Managing', 'Make it the same every time, and then a little better.'],
  ['paper', 'A long plan', 'Both: a far goal is made of Fridays, and somebody has to keep them.'],
  ['paper', 'A small try', 'Both: try what you can undo by Thursday. If somebody could get hurt, follow the process.'],
  ['side-1-area', 'Leading', 'Nobody can prove it before it is taken, so somebody has to go first.'],
] as const;

/** The tasks of the figure's table by how far they reach and how sure their outcome is. */
export const draw: Draw = (figure) => {
  const fields = FIELDS.map(([area, name], index) => {
    const x = LEFT + (index % 2) * HALF;
    const y = TOP + (index < 2 ? HALF : 0);
    return `<path class="${area}" d="M${x} ${y}h${HALF}v${HALF}h-${HALF}z"/><text class="large mid" x="${x + HALF / 2}" y="${y + 26}">${name}</text>`;
  });
  const points = tableOf(figure).rows.map(([task, reach, risk]) => {
    const x = LEFT + (Number(reach) / 100) * SIZE;
    const y = TOP + (1 - Number(risk) / 100) * SIZE;
    const after = Number(reach) < 70;
    return `<path class="both" d="M${px(x - 4)} ${px(y - 4)}l8 8m0-8l-8 8"/><text${after ? '' : ' class="end"'} x="${px(x + (after ? 9 : -9))}" y="${px(y + 5)}">${escapeHtml(String(task))}</text>`;
  });
  const bottom = TOP + SIZE;
  return {
    width: LEFT + SIZE + 4,
    height: bottom + 44,
    plot: {
      left: LEFT,
      top: TOP,
      size: SIZE,
      x: 'Reach',
      y: 'Risk',
      states: FIELDS.map(([, name, says]) => `${name}. ${says}`),
    },
    body: `${fields.join('')}${points.join('')}<path class="ink" d="M26 ${bottom}V${TOP + 4}m-5 9l5-9 5 9M${LEFT} ${bottom + 12}H${LEFT + SIZE - 4}m-9-5l9 5-9 5"/><text class="mid" transform="rotate(-90 16 ${TOP + HALF})" x="16" y="${TOP + HALF}">Risk: sure to uncertain</text><text class="mid" x="${LEFT + HALF}" y="${bottom + 36}">Reach: this week to years</text>`,
  };
};
