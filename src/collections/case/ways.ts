/** A choice of a scene, as far as the ways through a case need it. */
interface Choice {
  id: string;
  text: string;
  outcome: string;
  to: string;
}

interface Place {
  id: string;
  text: string;
}

/** The graph of a case. Every choice leads to a later scene or to an ending, so it has no circles. */
export interface Graph {
  scenes: (Place & { choices: Choice[] })[];
  endings: (Place & { cost: string })[];
}

/** One way through a case. */
export interface CaseWay {
  choices: Choice[];
  /** Words that its reader reads. */
  words: number;
}

/** Least and most decisions on a way. */
export const DECISIONS = [3, 5] as const;
/** Least and most words on a way: about eight minutes with the decisions. */
export const WORDS = [450, 900] as const;

const wordsIn = (...texts: string[]): number => texts.join(' ').match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;

/** Every way from the first scene to an ending. */
export function waysOf({ scenes, endings }: Graph): CaseWay[] {
  const from = (id: string, way: CaseWay): CaseWay[] => {
    const scene = scenes.find((one) => one.id === id);
    if (scene !== undefined)
      return scene.choices.flatMap((choice) =>
        from(choice.to, {
          choices: [...way.choices, choice],
          words: way.words + wordsIn(scene.text, choice.text, choice.outcome),
        }),
      );
    const ending = endings.find((one) => one.id === id);
    return [{ ...way, words: way.words + wordsIn(ending?.text ?? '', ending?.cost ?? '') }];
  };
  return from(scenes[0]?.id ?? '', { choices: [], words: 0 });
}

/** Ids of the scenes and of the ending on a way. */
export const scenesOf = ({ scenes }: Graph, { choices }: CaseWay): string[] => [
  ...scenes.slice(0, 1).map(({ id }) => id),
  ...choices.map(({ to }) => to),
];
