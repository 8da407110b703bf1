import type { Dot } from '../spread.ts';
import { gridPoint } from '../../../figures/grid-points.ts';
import { requireElement } from '../../../utils/dom.ts';
import { svg } from '../../../utils/svg.ts';

/** Replaces the dots on a rendered grid and describes them in its caption. */
export function showDots(figure: ParentNode, dots: readonly Dot[], caption: string): void {
  const drawing = requireElement<SVGSVGElement>(figure, 'svg');
  drawing.querySelector('.balance-dots')?.remove();
  const marks = dots.flatMap(({ scores, count }) => {
    const { x, y } = gridPoint(...scores);
    const dot = svg('circle', { cx: x, cy: y, r: count > 1 ? 13 : 9 });
    return count > 1 ? [dot, svg('text', { class: 'mid', x, y: y + 5 }, String(count))] : [dot];
  });
  drawing.append(svg('g', { class: 'balance-dots' }, ...marks));
  requireElement(figure, 'figcaption span').textContent = caption;
}
