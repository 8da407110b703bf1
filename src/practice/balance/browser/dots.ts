import type { Dot } from '../spread.ts';
import { gridPoint } from '../../../figures/grid-points.ts';
import { part, svg } from './parts.ts';

/** Puts dots on a rendered grid, in place of those before, and says in words where they are. */
export function showDots(figure: ParentNode, dots: readonly Dot[], said: string): void {
  const drawing = part<SVGSVGElement>(figure, 'svg');
  drawing.querySelector('.balance-dots')?.remove();
  const marks = dots.flatMap(({ scores, count }) => {
    const { x, y } = gridPoint(...scores);
    const dot = svg('circle', { cx: x, cy: y, r: count > 1 ? 13 : 9 });
    return count > 1 ? [dot, svg('text', { class: 'mid', x, y: y + 5 }, String(count))] : [dot];
  });
  drawing.append(svg('g', { class: 'balance-dots' }, ...marks));
  part(figure, 'figcaption span').textContent = said;
}
