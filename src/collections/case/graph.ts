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

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Words that a reader meets on a way. */
export const wordsOn = ({ steps, ending }: Way): number =>
  [
    ...steps.flatMap(({ scene, choice }) => [scene.text, choice.text, choice.outcome]),
    ending.text,
    ending.cost,
  ].reduce((sum, text) => sum + (text.match(WORD)?.length ?? 0), 0);

/** The ids of scenes and endings that a walk from the start can reach. */
export function reached({ start, scenes }: Graph): Set<string> {
  const found = new Set([start]);
  // A set gives what is added while it is read.
  for (const id of found)
    for (const { to } of scenes.find((scene) => scene.id === id)?.choices ?? []) found.add(to);
  return found;
}

/** The scenes of a walk that comes back to where it was, with that place at both ends; undefined where there is none. */
export function loopIn({ start, scenes }: Graph): string[] | undefined {
  const done = new Set<string>();
  const follow = (id: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const { to } of scenes.find((scene) => scene.id === id)?.choices ?? []) {
      const loop = follow(to, [...path, id]);
      if (loop !== undefined) return loop;
    }
    done.add(id);
    return undefined;
  };
  return [start, ...scenes.map(({ id }) => id)]
    .map((id) => follow(id, []))
    .find((loop) => loop !== undefined);
}

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
