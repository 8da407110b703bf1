import { loopIn, reached, waysOf, wordsOn, wayCode, type Graph } from './graph.ts';
import type { CaseData } from './kind.ts';

/** A mistake in a case: where it is, and what the author reads. */
export interface CaseMistake {
  path: (string | number)[];
  message: string;
}

/** What the checks read of a case. */
type Written = Graph & Pick<CaseData, 'documents' | 'people' | 'concepts' | 'rows'>;

const DECISIONS = { least: 3, most: 5 };
const WORDS = { least: 500, most: 900 };
/** Ids that the page of a case has beside those of its scenes. */
const TAKEN = [
  'case',
  'each-choice',
  'choices-grid',
  'map',
  'debrief',
  'go-on',
  'sources',
  'take-along',
  'main',
  'way',
];

/** Mistakes that no single field shows: ids, targets, reach, loops, the length of each way, sides. */
export function caseMistakes(data: Written, sides: readonly string[]): CaseMistake[] {
  const named = nameMistakes(data);
  // The length of a way is told when there are ways.
  return named.length > 0 ? named : [...wayMistakes(data), ...sideMistakes(data, sides)];
}

function nameMistakes({ start, scenes, endings, documents, people, concepts, rows }: Written): CaseMistake[] {
  const places = [...scenes.map(({ id }) => id), ...endings.map(({ id }) => id)];
  const found = reached({ start, scenes, endings });
  const mistakes: CaseMistake[] = [];
  const add = (path: CaseMistake['path'], message: string): void => void mistakes.push({ path, message });
  const exists = (path: CaseMistake['path'], to: string): void => {
    if (!places.includes(to))
      add(path, `there is no scene or ending "${to}". Remedy: write one of ${places.join(', ')}, or add it.`);
  };
  for (const [field, ids] of Object.entries({
    scenes: places,
    documents: documents.map(({ id }) => id),
    people: people.map(({ id }) => id),
  })) {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined)
      add([field], `"${twice}" is there twice. Remedy: give one of the two another id.`);
  }
  for (const id of places.filter((each) => TAKEN.includes(each)))
    add(['scenes'], `the page has "${id}" already. Remedy: give the scene or ending another id.`);
  exists(['start'], start);
  scenes.forEach((scene, index) => {
    if (!found.has(scene.id))
      add(
        ['scenes', index],
        `no choice leads to "${scene.id}". Remedy: lead one there, or delete the scene.`,
      );
    if (scene.document !== undefined && !documents.some(({ id }) => id === scene.document))
      add(
        ['scenes', index, 'document'],
        `there is no document "${scene.document}". Remedy: add it to documents.`,
      );
    scene.shows.forEach((one, place) => {
      if (![...concepts, ...rows].includes(one))
        add(
          ['scenes', index, 'shows', place],
          `the case names "${one}" neither among its concepts nor among its rows. Remedy: write one of ${[...concepts, ...rows].join(', ')}, or add it there.`,
        );
    });
    scene.choices.forEach((choice, place) => {
      exists(['scenes', index, 'choices', place, 'to'], choice.to);
      if (scene.choices.some(({ id }, other) => other < place && id === choice.id))
        add(
          ['scenes', index, 'choices', place, 'id'],
          `the scene has a choice "${choice.id}" already. Remedy: give one of the two another id.`,
        );
    });
  });
  endings.forEach(({ id }, index) => {
    if (!found.has(id))
      add(['endings', index], `no choice leads to "${id}". Remedy: lead one there, or delete the ending.`);
  });
  documents.forEach(({ id }, index) => {
    if (!scenes.some(({ document }) => document === id))
      add(['documents', index], `no scene shows "${id}". Remedy: name it as the document of a scene.`);
  });
  const loop = loopIn({ start, scenes, endings });
  if (loop !== undefined)
    add(['scenes'], `a walk goes in a loop: ${loop.join(' → ')}. Remedy: lead one of these choices onwards.`);
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

/** What a choice was: the id of a side, "both" or "neither". */
export const kindOfSides = (sides: readonly string[]): string =>
  sides.length > 1 ? 'both' : (sides[0] ?? 'neither');
