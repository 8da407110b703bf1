import type { Launch, Report } from '../session.ts';

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
