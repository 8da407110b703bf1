import { isoDuration, type Decision } from './session.ts';
import type { Outcome } from './learner-state.ts';

/** The parameters in the address of a launch (cmi5, section 8.1). */
export interface Cmi5Launch {
  /** Address of the LRS, ending in "/". */
  endpoint: string;
  /** Address of the token of the session. */
  fetch: string;
  /** The learner, copied unchanged into statements. */
  actor: object;
  registration: string;
  activityId: string;
}

/** The document `LMS.LaunchData` (cmi5, section 10). Systems may omit optional fields. */
export interface LaunchData {
  contextTemplate?: {
    contextActivities?: Record<string, unknown>;
    extensions?: Record<string, unknown>;
  };
  launchMode?: string;
  masteryScore?: number;
  returnURL?: string;
}

/** The state that the package saves in the LRS between sessions. */
export interface SavedState {
  location: string;
  data: string;
  /** Verbs already sent that are allowed only once per registration. */
  said: string[];
}

type Verb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated';

export const LAUNCH_DATA = 'LMS.LaunchData';
const PREFERENCES = 'cmi5LearnerPreferences';
/** Id of the document with the saved state in the LRS. */
export const STATE_ID = 'blueprint-and-build';

const CMI5 = { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' };
const MOVE_ON = { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' };
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';

/** The address for learners who leave; undefined if it is not a web page but, for example, a script. */
export const returnAddress = ({ returnURL }: LaunchData): string | undefined =>
  typeof returnURL === 'string' && /^https?:/i.test(returnURL) ? returnURL : undefined;

/**
 * Whether a text is a complete web address. Without a host it would be relative to the package, whose location anybody
 * who links to it can choose.
 */
const isWebAddress = (text: string): boolean => /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);

/**
 * Reads the address of a launch; undefined if it is not one. The endpoint must have no query or fragment, because paths
 * are appended to it.
 */
export function readLaunch(search: string): Cmi5Launch | undefined {
  const query = new URLSearchParams(search);
  const [endpoint, fetch, registration, activityId] = ['endpoint', 'fetch', 'registration', 'activityId'].map(
    (name) => query.get(name) ?? '',
  );
  if (!endpoint || !fetch || !registration || !activityId) return undefined;
  if (!isWebAddress(endpoint) || /[?#]/.test(endpoint) || !isWebAddress(fetch)) return undefined;
  try {
    const actor: unknown = JSON.parse(query.get('actor') ?? '');
    if (typeof actor !== 'object' || actor === null) return undefined;
    return { endpoint: endpoint.replace(/\/?$/, '/'), fetch, actor, registration, activityId };
  } catch {
    return undefined;
  }
}

/** Address of a document of the learner in the LRS. */
export function stateAddress(
  { endpoint, activityId, actor, registration }: Cmi5Launch,
  stateId: string,
): string {
  const query = new URLSearchParams({ activityId, agent: JSON.stringify(actor), registration, stateId });
  return `${endpoint}activities/state?${query.toString()}`;
}

/** Address of the learner's preferences, which a package must ask for. */
export const preferencesAddress = ({ endpoint, actor }: Cmi5Launch): string =>
  `${endpoint}agents/profile?${new URLSearchParams({ agent: JSON.stringify(actor), profileId: PREFERENCES }).toString()}`;

/** The id and time of a new statement. */
interface Moment {
  id: string;
  timestamp: string;
}

const words = (text: string) => ({ 'en-US': text });
const verbOf = (name: string) => ({ id: `http://adlnet.gov/expapi/verbs/${name}`, display: words(name) });

/** Activities of a kind that the learning system names for all statements. */
const activitiesOf = ({ contextTemplate }: LaunchData, kind: string): object[] => {
  const activities = contextTemplate?.contextActivities?.[kind];
  return Array.isArray(activities) ? activities : [];
};

/** What all statements have: the learner and the session, with activities and extensions of their own. */
const common = (
  { actor, registration }: Cmi5Launch,
  { contextTemplate }: LaunchData,
  { id, timestamp }: Moment,
  activities: Record<string, object[]>,
  extensions: Record<string, number> = {},
) => ({
  id,
  timestamp,
  actor,
  context: {
    registration,
    contextActivities: { ...contextTemplate?.contextActivities, ...activities },
    extensions: { ...contextTemplate?.extensions, ...extensions },
  },
});

/** A statement defined by cmi5 (section 9), with a result if the verb has one. */
export function statement(
  verb: Verb,
  launch: Cmi5Launch,
  data: LaunchData,
  moment: Moment,
  { elapsed, score }: { elapsed: number; score?: number | undefined } = { elapsed: 0 },
) {
  const judged = verb === 'passed' || verb === 'failed';
  const known = activitiesOf(data, 'category');
  const own = judged || verb === 'completed' ? [CMI5, MOVE_ON] : [CMI5];
  const category = [
    ...known,
    ...own.filter(({ id }) => !known.some((other) => 'id' in other && other.id === id)),
  ];
  const result = {
    ...(verb === 'completed' && { completion: true }),
    ...(judged && { success: verb === 'passed' }),
    ...(judged &&
      score !== undefined && {
        score: { scaled: score, raw: Math.round(score * 10_000) / 100, min: 0, max: 100 },
      }),
    duration: isoDuration(elapsed),
  };
  return {
    ...common(
      launch,
      data,
      moment,
      { category },
      judged && data.masteryScore !== undefined ? { [MASTERY]: data.masteryScore } : {},
    ),
    verb: verbOf(verb),
    object: { objectType: 'Activity', id: launch.activityId },
    ...(verb !== 'initialized' && { result }),
  };
}

/** A decision as a statement that cmi5 allows between its own (section 7.1.2): without its category. */
export const decided = (
  { scene, title, choices, taken, was, at }: Decision,
  launch: Cmi5Launch,
  data: LaunchData,
  id: string,
) => ({
  ...common(
    launch,
    data,
    { id, timestamp: at },
    // What the choice was.
    { other: [...activitiesOf(data, 'other'), { id: `${launch.activityId}#${was}` }] },
  ),
  verb: verbOf('answered'),
  object: {
    objectType: 'Activity',
    id: `${launch.activityId}#${scene}`,
    definition: {
      name: words(title),
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      interactionType: 'choice',
      choices: choices.map((choice) => ({ id: choice.id, description: words(choice.text) })),
    },
  },
  result: { response: taken },
});

export type Statement = ReturnType<typeof statement | typeof decided>;

/** The verbs to send now. Each is sent once per registration, and "failed" never follows "passed". */
export function dueVerbs({ completed, passed }: Outcome, said: readonly string[]): Verb[] {
  const due: Verb[] = [];
  if (completed && !said.includes('completed')) due.push('completed');
  if (passed !== undefined && !said.includes('passed') && !said.includes('failed'))
    due.push(passed ? 'passed' : 'failed');
  return due;
}
