import { escapeHtml } from '@/utils/escape.ts';
import { GRID, type Draw, type Drawing } from '@/figures/drawing.ts';

/** One of the four states that leading and managing make together. */
export interface GridState {
  id: 'chaos' | 'momentum' | 'drift' | 'stagnation';
  name: string;
  href: string;
}

const { size: SIZE, left: LEFT, top: TOP } = GRID;

interface Quadrant {
  column: 0 | 1;
  row: 0 | 1;
  area: string;
  place: string;
  /** A sketch of how work moves there, in a box of 130 by 70. */
  sketch: string;
}

const QUADRANTS: Record<GridState['id'], Quadrant> = {
  chaos: {
    column: 0,
    row: 0,
    area: 'side-1-area',
    place: 'leading without managing',
    // Arrows that each run their own way.
    sketch:
      '<path class="side-1" d="M10 60L34 20m-10 4l10-4 2 10M60 12l30 22m-11 0l11 0-3-10M70 64L52 40m0 11v-11l10 4M122 58L104 26m0 11v-11l10 4"/>',
  },
  momentum: {
    column: 1,
    row: 0,
    area: 'both-area',
    place: 'leading and managing',
    // Steps, each resting on the one before, and one arrow over them.
    sketch: '<path class="both" d="M4 66h28V52h28V38h28V24h34v42M6 44L96 4m-15 0h15l-6 13"/>',
  },
  drift: {
    column: 0,
    row: 1,
    area: 'paper',
    place: 'little of either',
    sketch: '<path class="ink thin" d="M6 50q16-14 32 0t32 0 32 0 22-4M30 26q12-10 24 0t24 0 24 0"/>',
  },
  stagnation: {
    column: 1,
    row: 1,
    area: 'side-2-area',
    place: 'managing without leading',
    // Well-kept rows that lead nowhere.
    sketch: '<path class="side-2" d="M8 16h114M8 32h114M8 48h114M8 64h114"/>',
  },
};

/** Leading upward against managing to the right, and what each corner becomes. */
export function drawMomentumGrid(states: readonly GridState[]): Drawing {
  const cells = states.map(({ id, name, href }) => {
    const { column, row, area, place, sketch } = QUADRANTS[id];
    const x = LEFT + column * SIZE;
    const y = TOP + row * SIZE;
    return `<a href="${escapeHtml(href)}"><path class="${area}" d="M${x} ${y}h${SIZE}v${SIZE}h-${SIZE}z"/><g transform="translate(${x + 24} ${y + 20})">${sketch}</g><text class="title mid" x="${x + SIZE / 2}" y="${y + 122}">${escapeHtml(name)}</text><text class="mid" x="${x + SIZE / 2}" y="${y + 145}">${place}</text></a>`;
  });
  const right = LEFT + 2 * SIZE;
  const bottom = TOP + 2 * SIZE;
  return {
    width: right + 12,
    height: bottom + 50,
    plot: {
      left: LEFT,
      top: TOP,
      size: 2 * SIZE,
      x: 'Managing',
      y: 'Leading',
      states: (['drift', 'stagnation', 'chaos', 'momentum'] as const).map(
        (id) => `${states.find((state) => state.id === id)?.name ?? id}: ${QUADRANTS[id].place}.`,
      ),
    },
    body: `${cells.join('')}<path class="side-1" d="M34 ${bottom}V${TOP + 4}m-5 9l5-9 5 9"/><path class="side-2" d="M${LEFT} ${bottom + 20}H${right - 4}"/><path class="side-2 solid" d="M${right - 13} ${bottom + 15}l9 5-9 5"/><text class="says-side-1 large mid" transform="rotate(-90 20 ${TOP + SIZE})" x="20" y="${TOP + SIZE}">Leading</text><text class="says-side-2 large mid" x="${LEFT + SIZE}" y="${bottom + 43}">Managing</text>`,
  };
}

/** The grid with the names of its concepts. */
export const draw: Draw = (_figure, course, link) =>
  drawMomentumGrid(
    (['chaos', 'momentum', 'drift', 'stagnation'] as const).map((id) => {
      const { term, path } = course.concept(id);
      return { id, name: term, href: link(path) };
    }),
  );
