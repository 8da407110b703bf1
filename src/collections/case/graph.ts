import { Graph as Directed, graphlib, layout } from '@dagrejs/dagre';
import { linesOf, type Drawing } from '../../figures/drawing.ts';
import { escapeHtml } from '../../utils/escape.ts';
import type { CaseData } from './kind.ts';

export type Scene = CaseData['scenes'][number];
export type Choice = Scene['choices'][number];
export type Ending = CaseData['endings'][number];

/** What walks need of a case. */
export type Graph = Pick<CaseData, 'start' | 'scenes' | 'endings'>;

/** A choice that was taken, with its scene. */
export interface Step {
  scene: Scene;
  choice: Choice;
}

/** A way from the first scene to an ending. */
export interface Way {
  steps: readonly Step[];
  ending: Ending;
}

/** The title of a scene or an ending. */
export const titleOf = ({ scenes, endings }: Graph, id: string): string =>
  [...scenes, ...endings].find((place) => place.id === id)?.title ?? id;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Words that a reader meets on a way. */
export const wordsOn = ({ steps, ending }: Way): number =>
  [
    ...steps.flatMap(({ scene, choice }) => [scene.text, choice.text, choice.outcome]),
    ending.text,
    ending.cost,
  ].reduce((sum, text) => sum + (text.match(WORD)?.length ?? 0), 0);

/** A case as a graph: its scenes and endings, each with a label, and the choices between them. */
function graphOf(
  { scenes, endings }: Graph,
  labelOf: (place: Scene | Ending) => { width: number; height: number } | undefined = () => undefined,
) {
  const graph = new Directed({ multigraph: true });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const place of [...scenes, ...endings]) graph.setNode(place.id, labelOf(place));
  for (const { id, choices } of scenes)
    for (const choice of choices) graph.setEdge(id, choice.to, {}, choice.id);
  return graph;
}

/** The ids of scenes and endings that a walk from the start can reach. */
export const reached = (graph: Graph): string[] =>
  graphlib.alg.preorder(graphOf(graph).setNode(graph.start), graph.start);

/** The groups of scenes in each of which a walk can come back to where it was. */
export const loopsIn = (graph: Graph): string[][] => graphlib.alg.findCycles(graphOf(graph));

/** Every way through a case without loops, in the order of its choices. A target that is missing ends no way. */
export function waysOf({ start, scenes, endings }: Graph): Way[] {
  const from = (id: string, steps: readonly Step[]): Way[] => {
    const ending = endings.find((each) => each.id === id);
    if (ending !== undefined) return [{ steps, ending }];
    const scene = scenes.find((each) => each.id === id);
    return (scene?.choices ?? []).flatMap((choice) =>
      scene === undefined ? [] : from(choice.to, [...steps, { scene, choice }]),
    );
  };
  return from(start, []);
}

/** The ids of the choices of a way, as the address has them: "call-agency.talk.wait". */
export const wayCode = (steps: readonly Step[]): string => steps.map(({ choice }) => choice.id).join('.');

/** Width of a box and letters in its line, so that the widest map is legible on a phone. */
const WIDTH = 88;
const LETTERS = 10;
const LINE = 17;

interface Point {
  x: number;
  y: number;
}

const at = ({ x, y }: Point): string => `${Math.round(x)} ${Math.round(y)}`;

/** A line through points that bends at those between, from the middle of two to the middle of the next two. */
function bent([first, ...rest]: readonly Point[]): string {
  if (first === undefined) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? point;
    const isLast = index === rest.length - 2;
    return `Q${at(point)} ${at(isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${at(first)}${bends.join('')}`;
}

/** Lays out a case, with boxes of the sizes that `sizeOf` gives. */
function layOut(
  data: Graph,
  spaces: object,
  sizeOf: (place: Scene | Ending) => { width: number; height: number },
) {
  const graph = graphOf(data, sizeOf);
  graph.setGraph(spaces);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    drawing: (body: string): Drawing => ({ width: Math.ceil(width), height: Math.ceil(height), body }),
    lines: graph.edges().map((edge) => ({
      choice: `${edge.v}.${edge.name ?? ''}`,
      path: bent(graph.edge(edge).points as Point[]),
    })),
    boxOf(id: string) {
      const { x = 0, y = 0, width = 0, height = 0 } = graph.node(id);
      return { x, y, width, height };
    },
  };
}

/**
 * The map of a case: a box for each scene and ending, a line for each choice. `data-place` and `data-choice` name them,
 * so that a script can mark a way.
 */
export function drawMap(graph: Graph): Drawing {
  const wordsOf = ({ title }: Scene | Ending) => linesOf(title, LETTERS);
  const spaces = { rankdir: 'TB', nodesep: 6, ranksep: 44, edgesep: 6, marginx: 3, marginy: 3 };
  const { drawing, lines, boxOf } = layOut(graph, spaces, (place) => ({
    width: WIDTH,
    height: wordsOf(place).length * LINE + 14,
  }));
  const edges = lines.map(({ choice, path }) => `<path class="step" data-choice="${choice}" d="${path}"/>`);
  const boxes = [...graph.scenes, ...graph.endings].map((place) => {
    const box = boxOf(place.id);
    const words = wordsOf(place);
    const top = 5 - ((words.length - 1) * LINE) / 2;
    const spans = words.map(
      (line, index) => `<tspan x="0" y="${top + index * LINE}">${escapeHtml(line)}</tspan>`,
    );
    return `<g data-place="${place.id}" transform="translate(${at(box)})"><rect class="${'choices' in place ? 'paper' : 'both-area'}" x="-${box.width / 2}" y="-${box.height / 2}" width="${box.width}" height="${box.height}"/><text>${spans.join('')}</text></g>`;
  });
  return drawing(`<g class="ink thin">${edges.join('')}</g><g class="mid">${boxes.join('')}</g>`);
}

/** The shape of a case, for a list: its scenes as squares, its endings as circles, from left to right. */
export function drawShape(graph: Graph): Drawing {
  const spaces = { rankdir: 'LR', nodesep: 5, ranksep: 24, edgesep: 4, marginx: 2, marginy: 2 };
  const { drawing, lines, boxOf } = layOut(graph, spaces, () => ({ width: 10, height: 10 }));
  const squares = graph.scenes.map(({ id }) => `M${at(boxOf(id))}m-5-5h10v10h-10z`);
  const circles = graph.endings.map(({ id }) => `M${at(boxOf(id))}m-5 0a5 5 0 0 0 10 0a5 5 0 0 0-10 0`);
  return drawing(
    `<path class="ink thin" d="${lines.map(({ path }) => path).join('')}"/><path class="paper" d="${squares.join('')}"/><path class="ink thin" d="${squares.join('')}"/><path class="both-area" d="${circles.join('')}"/>`,
  );
}

/** The map in words: where each choice of a scene leads. */
export const mapInWords = (graph: Graph): { from: string; choices: string[] }[] =>
  graph.scenes.map(({ title, choices }) => ({
    from: title,
    choices: choices.map(({ text, to }) => `${text} → ${titleOf(graph, to)}`),
  }));
