/** A place of a case as the walk needs it: where each of its choices leads. */
export type Targets = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A way as it was read: each scene with the choice taken in it, and where it led. */
export interface ReadWay {
  steps: { scene: string; choice: string }[];
  at: string;
}

const START = '#way=';
/** The fragment of a way: "#way=call-agency.talk". */
export const wayFragment = (choices: readonly string[]): string => `${START}${choices.join('.')}`;

/** The choices of a fragment that is a way; none of another. */
export const choicesOf = (fragment: string): string[] =>
  fragment.startsWith(START)
    ? fragment
        .slice(START.length)
        .split('.')
        .filter((each) => each !== '')
    : [];

/** Whether a fragment is a way, a scene, or none. Others lead to a place on the page: the link that skips to the content. */
export const isWay = (fragment: string, targets: Targets): boolean =>
  fragment === '' || fragment.startsWith(START) || targets.has(fragment.slice(1));

/** The shortest way to a scene; undefined when there is none. */
function wayTo(scene: string, start: string, targets: Targets): ReadWay | undefined {
  const ways: ReadWay[] = [{ steps: [], at: start }];
  const seen = new Set([start]);
  // An array gives what is added while it is read.
  for (const { steps, at } of ways) {
    if (at === scene) return { steps, at };
    for (const [choice, to] of targets.get(at) ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      ways.push({ steps: [...steps, { scene: at, choice }], at: to });
    }
  }
  return undefined;
}

/** Reads a way from a fragment, or the shortest to a scene; undefined when a choice of it is not there. */
export function readWay(fragment: string, start: string, targets: Targets): ReadWay | undefined {
  if (targets.has(fragment.slice(1))) return wayTo(fragment.slice(1), start, targets);
  const way: ReadWay = { steps: [], at: start };
  for (const choice of choicesOf(fragment)) {
    const to = targets.get(way.at)?.get(choice);
    if (to === undefined) return undefined;
    way.steps.push({ scene: way.at, choice });
    way.at = to;
  }
  return way;
}

/** Seconds that a group talks before hands are counted. */
export const SECONDS = 120;
