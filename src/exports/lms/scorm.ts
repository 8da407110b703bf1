import { isoDuration, scormTimespan, type Decision, type Launch, type Report } from './session.ts';

/** A value of the learning system's data model. */
export type Value = readonly [element: string, value: string];

/** The data model of a version of SCORM. */
export interface ScormModel {
  /** Name of the object that the learning system provides. */
  api: string;
  methods: {
    initialize: string;
    getValue: string;
    setValue: string;
    commit: string;
    terminate: string;
    lastError: string;
  };
  /** The state at the start, read with `get`, which returns "" for missing elements. */
  launch(get: (element: string) => string): Launch & {
    /** Values stored in the system. */
    known: Value[];
  };
  /** The record of a decision as the interaction of a number. */
  decided(decision: Decision, number: number): Value[];
  /** Values to write after the learner did something. */
  progress(report: Report, known: ReadonlyMap<string, string>): Value[];
  /** The request to close the package, written when the learner chose to leave; undefined if there is none. */
  request(report: Report): Value | undefined;
  /** Values to write only when the learner leaves. */
  leaving(report: Report): Value[];
}

/** Number of the interactions that a system has recorded. */
export const COUNT = 'cmi.interactions._count';

/** Longest description of an interaction that every system must take. */
const DESCRIPTION = 250;

const percent = (score: number): string => String(Math.round(score * 10_000) / 100);

/** A number from 0 to `most`, given by a learning system, as a share of `most`; undefined when invalid. */
function share(text: string, most: number): number | undefined {
  const value = text.trim() === '' ? NaN : Number(text);
  return value > 0 && value <= most ? value / most : undefined;
}

/** Normalizes the notation of a number: "0.0" becomes "0". */
const numeral = (text: string): string => (text.trim() === '' ? '' : String(Number(text)));

/** The exit value: after a failure the next launch is a new attempt; otherwise it resumes. */
const exit = ({ outcome }: Report, normal: string): string => (outcome.passed === false ? normal : 'suspend');

/** Whether a launch mode records nothing; an empty mode is the normal one. */
const isReadOnly = (mode: string): boolean => mode === 'browse' || mode === 'review';

const STATUS = 'cmi.core.lesson_status';
/** Statuses that are never revoked. */
const REACHED = ['completed', 'passed'];

/** "SCORM Run-Time Environment", version 1.2, section 3.4. */
export const SCORM_12: ScormModel = {
  api: 'API',
  methods: {
    initialize: 'LMSInitialize',
    getValue: 'LMSGetValue',
    setValue: 'LMSSetValue',
    commit: 'LMSCommit',
    terminate: 'LMSFinish',
    lastError: 'LMSGetLastError',
  },
  launch(get) {
    const [location, data, status] = [get('cmi.core.lesson_location'), get('cmi.suspend_data'), get(STATUS)];
    return {
      location,
      data,
      readOnly: isReadOnly(get('cmi.core.lesson_mode')),
      passing: share(get('cmi.student_data.mastery_score'), 100),
      known: [
        ['cmi.core.lesson_location', location],
        ['cmi.suspend_data', data],
        [STATUS, status],
      ],
    };
  },
  progress({ outcome, location, data }, known) {
    const { completed, score, passed } = outcome;
    const status =
      passed === undefined ? (completed ? 'completed' : 'incomplete') : passed ? 'passed' : 'failed';
    const before = known.get(STATUS) ?? '';
    const better = !REACHED.includes(before) || status === 'passed';
    return [
      ...(score === undefined
        ? []
        : ([
            ['cmi.core.score.min', '0'],
            ['cmi.core.score.max', '100'],
            ['cmi.core.score.raw', percent(score)],
          ] as const)),
      ...(better ? ([[STATUS, status]] as const) : []),
      ['cmi.core.lesson_location', location],
      ['cmi.suspend_data', data],
    ];
  },
  // A response of the type "choice" is a letter. What the choice was has no place but among the objectives.
  decided: ({ scene, choices, taken, was, at }, number) =>
    (
      [
        ['id', scene],
        ['objectives.0.id', was],
        ['time', at.slice(11, 19)],
        ['type', 'choice'],
        ['student_response', String.fromCodePoint(97 + choices.findIndex(({ id }) => id === taken))],
        ['result', 'neutral'],
      ] as const
    ).map(([name, value]) => [`cmi.interactions.${number}.${name}`, value]),
  request: () => undefined,
  leaving: (report) => [
    ['cmi.core.session_time', scormTimespan(report.elapsed)],
    ['cmi.core.exit', exit(report, '')],
  ],
};

const COMPLETION = 'cmi.completion_status';
const SUCCESS = 'cmi.success_status';

/** "SCORM 2004 Run-Time Environment", 4th edition, section 4.2. */
export const SCORM_2004: ScormModel = {
  api: 'API_1484_11',
  methods: {
    initialize: 'Initialize',
    getValue: 'GetValue',
    setValue: 'SetValue',
    commit: 'Commit',
    terminate: 'Terminate',
    lastError: 'GetLastError',
  },
  launch(get) {
    const [location, data] = [get('cmi.location'), get('cmi.suspend_data')];
    return {
      location,
      data,
      readOnly: isReadOnly(get('cmi.mode')),
      passing: share(get('cmi.scaled_passing_score'), 1),
      known: [
        ['cmi.location', location],
        ['cmi.suspend_data', data],
        ['cmi.progress_measure', numeral(get('cmi.progress_measure'))],
        [COMPLETION, get(COMPLETION)],
        [SUCCESS, get(SUCCESS)],
      ],
    };
  },
  progress({ outcome, location, data }, known) {
    const { completed, progress, score, passed } = outcome;
    return [
      ...(score === undefined
        ? []
        : ([
            ['cmi.score.min', '0'],
            ['cmi.score.max', '100'],
            ['cmi.score.raw', percent(score)],
            ['cmi.score.scaled', String(score)],
          ] as const)),
      ...(passed === undefined || (known.get(SUCCESS) === 'passed' && !passed)
        ? []
        : ([[SUCCESS, passed ? 'passed' : 'failed']] as const)),
      ...(known.get(COMPLETION) === 'completed'
        ? []
        : ([
            ['cmi.progress_measure', String(progress)],
            [COMPLETION, completed ? 'completed' : 'incomplete'],
          ] as const)),
      ['cmi.location', location],
      ['cmi.suspend_data', data],
    ];
  },
  decided: ({ scene, title, choices, taken, was, at }, number) =>
    (
      [
        ['id', scene],
        ['type', 'choice'],
        ['objectives.0.id', was],
        ['timestamp', at.replace(/\.\d+Z$/, 'Z')],
        ['learner_response', taken],
        ['result', 'neutral'],
        [
          'description',
          `${title}: ${choices.find(({ id }) => id === taken)?.text ?? ''}`.slice(0, DESCRIPTION),
        ],
      ] as const
    ).map(([name, value]) => [`cmi.interactions.${number}.${name}`, value]),
  // "SCORM 2004 Sequencing and Navigation", 4th edition, section 5.6.
  request: (report) => ['adl.nav.request', exit(report, 'normal') === 'suspend' ? 'suspendAll' : 'exitAll'],
  leaving: (report) => [
    ['cmi.session_time', isoDuration(report.elapsed)],
    ['cmi.exit', exit(report, 'normal')],
  ],
};
