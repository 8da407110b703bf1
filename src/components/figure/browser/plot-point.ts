import type { Plot } from '../../../figures/drawing.ts';

/** How far an arrow key moves the point, of 100. */
const STEP = 5;
const ARROWS: Partial<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowDown: [0, -STEP],
  ArrowUp: [0, STEP],
};

const within = (value: number): number => Math.round(Math.min(100, Math.max(0, value)));

/**
 * `<plot-point data-plot>` adds a point to the fields of a drawing (`Plot`), moved by dragging it, by pressing a place, and
 * by the arrow keys. Its status line names the field that the point is in. Links in the drawing work by their words and by
 * the keyboard. Without JavaScript the drawing is shown alone.
 */
class PlotPoint extends HTMLElement {
  connectedCallback(): void {
    const svg = this.querySelector('svg');
    const status = this.querySelector('[role="status"]');
    if (svg === null || status === null || svg.querySelector('.point') !== null) return;
    const { left, top, size, tilt, ...plot } = JSON.parse(this.dataset['plot'] ?? '') as Plot;
    const flat = plot.y === undefined;
    const tilts = svg.querySelector('.tilts');
    const point = document.createElementNS(svg.namespaceURI as 'http://www.w3.org/2000/svg', 'g');
    point.innerHTML = '<path d="M-22-22h44v44h-44z"/><circle r="9"/>';
    const attributes = { class: 'point', role: 'slider', tabindex: '0', 'aria-label': 'Your point' };
    for (const [name, value] of Object.entries(attributes)) point.setAttribute(name, value);
    let at: readonly [right: number, up: number] = [50, 50];
    const move = (x: number, y: number): void => {
      at = [within(x), within(y)];
      const [right, up] = at;
      point.setAttribute(
        'transform',
        `translate(${left + (right / 100) * size} ${top + (flat ? 0 : (1 - up / 100) * size)})`,
      );
      if (tilt !== undefined)
        tilts?.setAttribute('transform', `rotate(${(right / 50 - 1) * tilt} ${left + size / 2} ${top})`);
      point.setAttribute('aria-valuenow', String(right));
      point.setAttribute('aria-valuetext', `${plot.x} ${right}${flat ? '' : `, ${plot.y} ${up}`}`);
    };
    const moveAndSay = (x: number, y: number): void => {
      move(x, y);
      const [right, up] = at;
      const { length } = plot.states;
      const field = flat
        ? Math.min(length - 1, Math.floor((right / 100) * length))
        : (right < 50 ? 0 : 1) + (up < 50 ? 0 : 2);
      const state = plot.states[field] ?? '';
      // A listener hears the name of a field once, and the values from the point itself.
      if (status.textContent !== state) status.textContent = state;
    };
    const follow = ({ clientX, clientY }: MouseEvent): void => {
      const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
      moveAndSay(((x - left) / size) * 100, (1 - (y - top) / size) * 100);
    };
    point.addEventListener('pointerdown', ({ pointerId }) => {
      point.setPointerCapture(pointerId);
    });
    point.addEventListener('pointermove', (event) => {
      if (point.hasPointerCapture(event.pointerId)) follow(event);
    });
    point.addEventListener('keydown', (event) => {
      const [x, y] = ARROWS[event.key] ?? [];
      if (x === undefined || y === undefined) return;
      event.preventDefault();
      // On a line, up is more, as on every slider.
      moveAndSay(at[0] + x + (flat ? y : 0), at[1] + y);
    });
    svg.addEventListener('click', (event) => {
      const { target } = event;
      // Words are links, and the keyboard presses the link itself.
      if (!(target instanceof SVGGeometryElement)) return;
      event.preventDefault();
      follow(event);
    });
    (tilts ?? svg).append(point);
    move(...at);
  }
}

customElements.define('plot-point', PlotPoint);
