import type { Launch, Report } from '../session.ts';

/** The LMS answers but starts no session, for example because the page was reloaded after the session ended. */
export class SessionRefused extends Error {}

/** A session with a learning system, of whatever kind. None of its promises rejects but that of `start`. */
export interface LmsSession {
  /** Where the system wants learners to go when they leave; known once it has started. */
  readonly returnTo: string | undefined;
  /**
   * Begins the session. Where the system did not answer it can be called again.
   * @throws {SessionRefused} where it is of no use to call again
   */
  start(): Promise<Launch>;
  /** Tells what changed. @returns whether the system took all of it */
  save(report: Report, leaving?: boolean): Promise<boolean>;
  /** Tells what changed, and ends the session; once, however often it is called. */
  finish(report: Report): Promise<boolean>;
}
