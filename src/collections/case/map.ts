import { Graph as Layout, layout } from '@dagrejs/dagre';
import { linesOf, type Drawing } from '../../figures/drawing.ts';
import { escapeHtml } from '../../utils/escape.ts';
import type { Graph } from './graph.ts';

const WIDTH = 150;
const LINE = 17;
const LETTERS = 18;

/**
 * The map of a case: a box for each scene and ending, a line for each choice. `data-place` and `data-choice` name them,
 * so that a script can mark a way.
 */
export function drawMap({ scenes, endings }: Graph): Drawing {
  const graph = new Layout({ multigraph: true, directed: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 26, ranksep: 46, edgesep: 14, marginx: 6, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  const places = [...scenes, ...endings].map(({ id, title }) => ({ id, lines: linesOf(title, LETTERS) }));
  for (const { id, lines } of places) graph.setNode(id, { width: WIDTH, height: lines.length * LINE + 18 });
  for (const { id, choices } of scenes)
    for (const choice of choices) graph.setEdge(id, choice.to, {}, choice.id);
  layout(graph);
  // What repeats is written alike, because the page is sent with the map in it.
  const at = (x = 0, y = 0): string => `${Math.round(x)} ${Math.round(y)}`;
  const edges = graph.edges().map((edge) => {
    const points = graph.edge(edge).points as { x: number; y: number }[];
    const path = points.map(({ x, y }) => at(x, y)).join(' ');
    return `<path class="step" data-choice="${edge.v}.${edge.name ?? ''}" d="M${path}"/>`;
  });
  const boxes = places.map(({ id, lines }) => {
    const { x, y, width, height } = graph.node(id);
    const area = endings.some((ending) => ending.id === id) ? 'both-area' : 'paper';
    const top = 5 - ((lines.length - 1) * LINE) / 2;
    const words = lines.map(
      (line, index) => `<tspan x="0" y="${top + index * LINE}">${escapeHtml(line)}</tspan>`,
    );
    return `<g data-place="${id}" transform="translate(${at(x, y)})"><rect class="${area}" x="-${width / 2}" y="-${height / 2}" width="${width}" height="${height}"/><text>${words.join('')}</text></g>`;
  });
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    body: `<g class="ink thin">${edges.join('')}</g><g class="mid">${boxes.join('')}</g>`,
  };
}

/** The map in words: where each choice of a scene leads. */
export const mapInWords = ({ scenes, endings }: Graph): { from: string; choices: string[] }[] =>
  scenes.map(({ title, choices }) => ({
    from: title,
    choices: choices.map(
      ({ text, to }) => `${text} → ${[...scenes, ...endings].find(({ id }) => id === to)?.title ?? to}`,
    ),
  }));
