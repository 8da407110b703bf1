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

export interface Statement {
  id: string;
  timestamp: string;
  actor: object;
  verb: { id: string; display: Record<string, string> };
  object: { objectType: 'Activity'; id: string; definition?: object };
  result?: {
    completion?: boolean;
    success?: boolean;
    score?: { scaled: number; raw: number; min: number; max: number };
    duration?: string;
    response?: string;
  };
  context: {
    registration: string;
    contextActivities: Record<string, unknown>;
    extensions: Record<string, unknown>;
  };
}

export const LAUNCH_DATA = 'LMS.LaunchData';
const PREFERENCES = 'cmi5LearnerPreferences';
/** Id of the document with the saved state in the LRS. */
export const STATE_ID = 'blueprint-and-build';

const VERB: Record<Verb, string> = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
};
const ANSWERED = 'http://adlnet.gov/expapi/verbs/answered';
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
export interface Moment {
  id: string;
  timestamp: string;
}

/** A statement defined by cmi5 (section 9), with a result if the verb has one. */
export function statement(
  verb: Verb,
  launch: Cmi5Launch,
  { contextTemplate, masteryScore }: LaunchData,
  { id, timestamp }: Moment,
  done: { elapsed: number; score?: number | undefined } = { elapsed: 0 },
): Statement {
  const moves = verb === 'completed' || verb === 'passed' || verb === 'failed';
  const judged = verb === 'passed' || verb === 'failed';
  const activities = contextTemplate?.contextActivities ?? {};
  const category = [...(Array.isArray(activities['category']) ? (activities['category'] as object[]) : [])];
  for (const each of moves ? [CMI5, MOVE_ON] : [CMI5])
    if (!category.some((other) => 'id' in other && other.id === each.id)) category.push(each);
  return {
    id,
    timestamp,
    actor: launch.actor,
    verb: { id: VERB[verb], display: { 'en-US': verb } },
    object: { objectType: 'Activity', id: launch.activityId },
    ...(verb === 'initialized'
      ? {}
      : {
          result: {
            ...(verb === 'completed' ? { completion: true } : {}),
            ...(judged ? { success: verb === 'passed' } : {}),
            ...(judged && done.score !== undefined
              ? {
                  score: { scaled: done.score, raw: Math.round(done.score * 10_000) / 100, min: 0, max: 100 },
                }
              : {}),
            duration: isoDuration(done.elapsed),
          },
        }),
    context: {
      registration: launch.registration,
      contextActivities: { ...activities, category },
      extensions: {
        ...contextTemplate?.extensions,
        ...(judged && masteryScore !== undefined ? { [MASTERY]: masteryScore } : {}),
      },
    },
  };
}

/** A decision as a statement that cmi5 allows between its own (section 7.1.2): without its category. */
export function decided(
  { scene, title, choices, taken, was, at }: Decision,
  launch: Cmi5Launch,
  { contextTemplate }: LaunchData,
  id: string,
): Statement {
  const words = (text: string) => ({ 'en-US': text });
  const activities = contextTemplate?.contextActivities ?? {};
  const other = Array.isArray(activities['other']) ? (activities['other'] as object[]) : [];
  return {
    id,
    timestamp: at,
    actor: launch.actor,
    verb: { id: ANSWERED, display: words('answered') },
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
    context: {
      registration: launch.registration,
      // What the choice was.
      contextActivities: { ...activities, other: [...other, { id: `${launch.activityId}#${was}` }] },
      extensions: { ...contextTemplate?.extensions },
    },
  };
}

/** The verbs to send now. Each is sent once per registration, and "failed" never follows "passed". */
export function dueVerbs({ completed, passed }: Outcome, said: readonly string[]): Verb[] {
  const due: Verb[] = [];
  if (completed && !said.includes('completed')) due.push('completed');
  if (passed !== undefined && !said.includes('passed') && !said.includes('failed'))
    due.push(passed ? 'passed' : 'failed');
  return due;
}
