import type { Outcome } from './learner-state.ts';

/** Milliseconds as hours, minutes and seconds with hundredths. */
function parts(milliseconds: number): [hours: number, minutes: number, seconds: number] {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  return [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60, (hundredths % 6000) / 100];
}

/** A time span in the form of SCORM 1.2, "HHHH:MM:SS.SS", at most the longest that fits. */
export function scormTimespan(milliseconds: number): string {
  const [hours, minutes, seconds] = parts(milliseconds);
  if (hours > 9999) return '9999:59:59.99';
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${seconds.toFixed(2).padStart(5, '0')}`;
}

/** A time span in the form of SCORM 2004 and xAPI (ISO 8601): "PT1H4M30.5S". */
export function isoDuration(milliseconds: number): string {
  const [hours, minutes, seconds] = parts(milliseconds);
  const whole = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}`;
  return `PT${whole}${seconds > 0 || whole === '' ? `${seconds}S` : ''}`;
}

/** The data that a learning system gives at the start of a session. */
export interface Launch {
  /** Id of the last reading position; "" on the first launch. */
  location: string;
  /** The saved text of `packState`; "" on the first launch. */
  data: string;
  /** The learner previews or reviews the package: nothing is recorded. */
  readOnly: boolean;
  /** Passing score, from 0 to 1, if the learning system sets one. */
  passing: number | undefined;
}

export interface Decision {
  scene: string;
  title: string;
  /** The choices of the scene, and the id of the one that was taken. */
  choices: readonly { id: string; text: string }[];
  taken: string;
  /** What it was, in letters alone: "leading". */
  was: string;
  /** When it was taken: "2026-11-30T09:00:00.000Z". */
  at: string;
}

/** The data that a package reports to its learning system. */
export interface Report {
  outcome: Outcome;
  location: string;
  data: string;
  /** The decisions of this session, in order. */
  decisions: readonly Decision[];
  /** Milliseconds since the session began. */
  elapsed: number;
}

/** The LMS answers but starts no session, for example because the page was reloaded after the session ended. */
export class SessionRefused extends Error {}

/** A session with a learning system. Only the promise of `start` can reject. */
export interface LmsSession {
  /**
   * Leaves the page after the session has ended; known after the start. Undefined where the system has a way out of its
   * own, such as around its frame.
   */
  readonly leave: (() => void) | undefined;
  /**
   * Starts the session. If the system did not answer, it can be called again.
   * @throws {SessionRefused} if retrying is pointless
   */
  start(): Promise<Launch>;
  /** Reports changes. @returns whether the system accepted all of them */
  save(report: Report, leaving?: boolean): Promise<boolean>;
  /**
   * Reports changes and ends the session. Later calls do nothing.
   * @param asked the learner chose to leave
   */
  finish(report: Report, asked?: boolean): Promise<boolean>;
}
