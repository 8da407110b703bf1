import { Graph as Layout, layout } from '@dagrejs/dagre';
import { linesOf, px, type Drawing } from '../../figures/drawing.ts';
import { escapeHtml } from '../../utils/escape.ts';
import type { Graph } from './graph.ts';

const WIDTH = 150;
const LINE = 17;
const LETTERS = 20;

/**
 * The map of a case: a box for each scene and ending, a line for each choice. `data-place` and `data-choice` name them,
 * so that a script can mark a way.
 */
export function drawMap({ scenes, endings, start }: Graph): Drawing {
  const graph = new Layout({ multigraph: true, directed: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 26, ranksep: 46, edgesep: 14, marginx: 6, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  const places = [...scenes, ...endings].map(({ id, title }) => ({ id, lines: linesOf(title, LETTERS) }));
  for (const { id, lines } of places) graph.setNode(id, { width: WIDTH, height: lines.length * LINE + 18 });
  for (const { id, choices } of scenes)
    for (const choice of choices) graph.setEdge(id, choice.to, {}, choice.id);
  layout(graph);
  const edges = graph.edges().map((edge) => {
    const points = graph.edge(edge).points as { x: number; y: number }[];
    const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
    return `<path class="ink thin step" data-choice="${edge.v}.${edge.name ?? ''}" d="${path}"/>`;
  });
  const boxes = places.map(({ id, lines }) => {
    const { x = 0, y = 0, width, height } = graph.node(id);
    const isEnding = endings.some((ending) => ending.id === id);
    const words = lines
      .map((line, index) => {
        const at = y + (index - (lines.length - 1) / 2) * LINE + 5;
        return `<tspan x="${px(x)}" y="${px(at)}">${escapeHtml(line)}</tspan>`;
      })
      .join('');
    return `<g data-place="${id}"><rect class="${isEnding ? 'both-area' : 'paper'}" x="${px(x - width / 2)}" y="${px(y - height / 2)}" width="${width}" height="${height}"${id === start ? '' : ' rx="3"'}/><text class="mid">${words}</text></g>`;
  });
  const { width = 0, height = 0 } = graph.graph();
  return { width: Math.ceil(width), height: Math.ceil(height), body: [...edges, ...boxes].join('') };
}

/** The map in words: where each choice of a scene leads. */
export const mapInWords = ({ scenes, endings }: Graph): { from: string; choices: string[] }[] =>
  scenes.map(({ title, choices }) => ({
    from: title,
    choices: choices.map(
      ({ text, to }) => `${text} → ${[...scenes, ...endings].find(({ id }) => id === to)?.title ?? to}`,
    ),
  }));
