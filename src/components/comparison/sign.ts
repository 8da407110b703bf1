import { sideToken } from '../../course/sides.ts';
import type { Comparison } from '../../course/types.ts';
import type { Drawing } from '../../figures/drawing.ts';

/**
 * A table in small, a house for each row: what its first side says rises above the ground, what its second says is dug
 * below it, each as far as its words go; a third side lies between them.
 */
export function signOf({ sides, rows }: Comparison): Drawing {
  const most = Math.max(...rows.flatMap(({ cells }) => Object.values(cells).map(({ length }) => length)));
  const houses = rows.flatMap(({ cells }, row) =>
    sides.map(({ id, tone }, side) => {
      const name = tone === 'neutral' ? 'ink thin' : `${sideToken(tone)}-area`;
      const [left, words] = [3 + row * 14, (cells[id] ?? '').length / most];
      if (side > 1) return `<circle class="${name}" cx="${left + 5}" cy="28" r="4"/>`;
      const reach = Math.round(26 * words * words) * (side === 0 ? -1 : 1);
      return `<path class="${name}" d="M${left} 28v${reach}h10v${-reach}"/>`;
    }),
  );
  const width = 2 + 14 * rows.length;
  return { width, height: 56, body: `${houses.join('')}<path class="ink" d="M0 28h${width}"/>` };
}
