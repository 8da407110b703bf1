import { didYouMean, nearest } from '../../utils/nearest.ts';
import { loopsIn, reached, waysOf, wordsOn, wayCode, type Graph } from './graph.ts';
import type { CaseData } from './kind.ts';
import { CASE_PARTS, kindOfSides } from './words.ts';

/** A mistake in a case: where it is, and what the author reads. */
export interface CaseMistake {
  path: (string | number)[];
  message: string;
}

/** What the checks read of a case. */
export type Written = Graph & Pick<CaseData, 'documents' | 'concepts' | 'rows' | 'objectives'>;
const DECISIONS = { least: 3, most: 5 };
const WORDS = { least: 500, most: 900 };
/** Ids that the page of a case has beside those of its scenes. */
const TAKEN = ['case', ...Object.keys(CASE_PARTS), 'go-on', 'sources', 'take-along', 'main', 'way'];

/** Mistakes that no single field shows: names, targets, reach, loops, the length of each way, sides. */
export function caseMistakes(data: Written, sides: readonly string[]): CaseMistake[] {
  const named = nameMistakes(data);
  // The length of a way is told when there are ways.
  return named.length > 0 ? named : [...wayMistakes(data), ...sideMistakes(data, sides)];
}

function nameMistakes({
  start,
  scenes,
  endings,
  documents,
  concepts,
  rows,
  objectives,
}: Written): CaseMistake[] {
  const places = [...scenes, ...endings];
  const ids = places.map(({ id }) => id);
  const papers = documents.map(({ id }) => id);
  const found = reached({ start, scenes, endings });
  const mistakes: CaseMistake[] = [];
  const add = (path: CaseMistake['path'], message: string): void => void mistakes.push({ path, message });
  const wrong: string[] = [];
  /** That what a field names is there. */
  const known = (path: CaseMistake['path'], what: string, name: string, names: readonly string[]): void => {
    if (names.includes(name)) return;
    wrong.push(name);
    const remedy = didYouMean(name, names, `write one of ${names.join(', ')}, or add it.`);
    add(path, `there is no ${what} "${name}". Remedy: ${remedy}`);
  };
  /** That something is used. A wrong name nearby is likely the use of it. */
  const unused = (path: CaseMistake['path'], name: string, message: string): void => {
    if (nearest(name, wrong) === undefined) add(path, message);
  };
  for (const field of ['id', 'title'] as const) {
    const values = places.map((place) => place[field]);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined)
      add(
        ['scenes'],
        `two places have the ${field} "${twice}". Remedy: give one of the two another ${field}.`,
      );
  }
  for (const id of ids.filter((each) => TAKEN.includes(each)))
    add(['scenes'], `the page has "${id}" already. Remedy: give the scene or ending another id.`);
  known(['start'], 'scene or ending', start, ids);
  scenes.forEach(({ document, shows, practices, choices }, index) => {
    const path = ['scenes', index];
    if (document !== undefined) known([...path, 'document'], 'document', document, papers);
    shows.forEach((name, at) =>
      known([...path, 'shows', at], 'concept or row of this case', name, [...concepts, ...rows]),
    );
    practices.forEach((name, at) =>
      known([...path, 'practices', at], 'objective of this case', name, objectives),
    );
    choices.forEach(({ to }, at) => known([...path, 'choices', at, 'to'], 'scene or ending', to, ids));
  });
  const targets = [start, ...scenes.flatMap(({ choices }) => choices.map(({ to }) => to))];
  // Behind a wrong name lie all the places that it should lead to.
  for (const [field, list] of targets.every((to) => ids.includes(to))
    ? Object.entries({ scenes, endings })
    : [])
    list.forEach(({ id }, index) => {
      if (!found.includes(id))
        add([field, index], `no choice leads to "${id}". Remedy: lead one there, or delete it.`);
    });
  documents.forEach(({ id }, index) => {
    if (!scenes.some(({ document }) => document === id))
      unused(['documents', index], id, `no scene shows "${id}". Remedy: name it as the document of a scene.`);
  });
  const inScenes = (field: string, names: readonly string[], key: 'shows' | 'practices'): void =>
    names.forEach((name, index) => {
      if (!scenes.some((scene) => scene[key].includes(name)))
        unused(
          [field, index],
          name,
          `no scene ${key} "${name}". Remedy: name it in "${key}" of a scene, or delete it.`,
        );
    });
  inScenes('objectives', objectives, 'practices');
  inScenes('concepts', concepts, 'shows');
  inScenes('rows', rows, 'shows');
  for (const loop of loopsIn({ start, scenes, endings }))
    add(
      ['scenes'],
      `a walk can go round in a loop: ${loop.join(', ')}. Remedy: lead a choice of these onwards.`,
    );
  return mistakes;
}

function wayMistakes(graph: Graph): CaseMistake[] {
  const ways = waysOf(graph);
  const outside = (
    what: string,
    { least, most }: typeof WORDS,
    count: (way: (typeof ways)[number]) => number,
  ) => {
    const wrong = ways.find((way) => count(way) < least || count(way) > most);
    return wrong === undefined
      ? []
      : [
          {
            path: ['scenes'],
            message: `the way ${wayCode(wrong.steps)} has ${count(wrong)} ${what}. Remedy: give each way ${least} to ${most}.`,
          },
        ];
  };
  return [
    ...outside('decisions', DECISIONS, ({ steps }) => steps.length),
    ...outside('words', WORDS, wordsOn),
  ];
}

/** Over a case, each side, both and neither occur. */
function sideMistakes({ scenes }: Graph, sides: readonly string[]): CaseMistake[] {
  const used = scenes.flatMap(({ choices }) => choices.map((choice) => kindOfSides(choice.sides)));
  return [...sides, 'both', 'neither']
    .filter((kind) => sides.length > 0 && !used.includes(kind))
    .map((kind) => ({
      path: ['scenes'],
      message: `no choice is "${kind}". Remedy: write one, so that each answer occurs in the case.`,
    }));
}
