import { isoDuration, scormTimespan, type Decision, type Launch, type Report } from './session.ts';

/** A value of the learning system's data model. */
export type Value = readonly [element: string, value: string];

/** The data model of a version of SCORM. */
export interface ScormModel {
  /** Names of the object that the learning system provides, and of what its methods begin with. */
  api: string;
  prefix: string;
  /** Name of the method that ends a session. */
  terminate: string;
  /** The state at the start, read with `get`, which returns "" for missing elements. */
  launch(get: (element: string) => string): Launch & {
    /** Values stored in the system. */
    known: Value[];
  };
  /** The record of a decision as the interaction of a number. */
  decided(decision: Decision, number: number): Value[];
  /** Values to write after the learner did something. */
  progress(report: Report, known: ReadonlyMap<string, string>): Value[];
  /** The request to close the package, written when the learner chose to leave, where a version has one. */
  request?(report: Report): Value;
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

/** The exit value: after a failure the next launch is a new attempt; otherwise it resumes. */
const exit = ({ outcome }: Report, normal: string): string => (outcome.passed === false ? normal : 'suspend');

const DATA = 'cmi.suspend_data';

/**
 * What the system has at the start, by the names of a version: the place, the mode, the passing score with the most that it
 * can be, and what is never revoked. An empty mode is the normal one.
 */
const launchOf =
  (
    location: string,
    mode: string,
    passing: string,
    most: number,
    others: readonly string[],
  ): ScormModel['launch'] =>
  (get) => ({
    location: get(location),
    data: get(DATA),
    readOnly: /^(?:browse|review)$/.test(get(mode)),
    passing: share(get(passing), most),
    known: [location, DATA, ...others].map((element) => [element, get(element)]),
  });

const scoreOf = (element: string, score: number | undefined): Value[] =>
  score === undefined
    ? []
    : [
        [`${element}.min`, '0'],
        [`${element}.max`, '100'],
        [`${element}.raw`, percent(score)],
      ];

/** An interaction of the type "choice". What the choice was has no place but among the objectives. */
const interaction = (number: number, { scene, was }: Decision, fields: readonly Value[]): Value[] =>
  (
    [
      ['id', scene],
      ['objectives.0.id', was],
      ['type', 'choice'],
      ...fields,
      ['result', 'neutral'],
    ] satisfies Value[]
  ).map(([name, value]) => [`cmi.interactions.${number}.${name}`, value]);

const STATUS = 'cmi.core.lesson_status';
/** Statuses that are never revoked. */
const REACHED = ['completed', 'passed'];

/** "SCORM Run-Time Environment", version 1.2, section 3.4. */
export const SCORM_12: ScormModel = {
  api: 'API',
  prefix: 'LMS',
  terminate: 'LMSFinish',
  launch: launchOf(
    'cmi.core.lesson_location',
    'cmi.core.lesson_mode',
    'cmi.student_data.mastery_score',
    100,
    [STATUS],
  ),
  progress({ outcome: { completed, score, passed }, location, data }, known) {
    const status =
      passed === undefined ? (completed ? 'completed' : 'incomplete') : passed ? 'passed' : 'failed';
    const better = !REACHED.includes(known.get(STATUS) ?? '') || status === 'passed';
    return [
      ...scoreOf('cmi.core.score', score),
      ...(better ? ([[STATUS, status]] as const) : []),
      ['cmi.core.lesson_location', location],
      [DATA, data],
    ];
  },
  // A response is a letter.
  decided: (decision, number) =>
    interaction(number, decision, [
      ['time', decision.at.slice(11, 19)],
      [
        'student_response',
        String.fromCodePoint(97 + decision.choices.findIndex(({ id }) => id === decision.taken)),
      ],
    ]),
  leaving: (report) => [
    ['cmi.core.session_time', scormTimespan(report.elapsed)],
    ['cmi.core.exit', exit(report, '')],
  ],
};

const PROGRESS = 'cmi.progress_measure';
const COMPLETION = 'cmi.completion_status';
const SUCCESS = 'cmi.success_status';

/** "SCORM 2004 Run-Time Environment", 4th edition, section 4.2. */
export const SCORM_2004: ScormModel = {
  api: 'API_1484_11',
  prefix: '',
  terminate: 'Terminate',
  launch: launchOf('cmi.location', 'cmi.mode', 'cmi.scaled_passing_score', 1, [
    PROGRESS,
    COMPLETION,
    SUCCESS,
  ]),
  progress({ outcome: { completed, progress, score, passed }, location, data }, known) {
    return [
      ...scoreOf('cmi.score', score),
      ...(score === undefined ? [] : ([['cmi.score.scaled', String(score)]] as const)),
      ...(passed === undefined || (known.get(SUCCESS) === 'passed' && !passed)
        ? []
        : ([[SUCCESS, passed ? 'passed' : 'failed']] as const)),
      ...(known.get(COMPLETION) === 'completed'
        ? []
        : ([
            [PROGRESS, String(progress)],
            [COMPLETION, completed ? 'completed' : 'incomplete'],
          ] as const)),
      ['cmi.location', location],
      [DATA, data],
    ];
  },
  decided: (decision, number) =>
    interaction(number, decision, [
      ['timestamp', decision.at.replace(/\.\d+Z$/, 'Z')],
      ['learner_response', decision.taken],
      [
        'description',
        `${decision.title}: ${decision.choices.find(({ id }) => id === decision.taken)?.text ?? ''}`.slice(
          0,
          DESCRIPTION,
        ),
      ],
    ]),
  // "SCORM 2004 Sequencing and Navigation", 4th edition, section 5.6.
  request: (report) => ['adl.nav.request', exit(report, 'normal') === 'suspend' ? 'suspendAll' : 'exitAll'],
  leaving: (report) => [
    ['cmi.session_time', isoDuration(report.elapsed)],
    ['cmi.exit', exit(report, 'normal')],
  ],
};
