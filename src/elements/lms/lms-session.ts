import type { Launch, Report } from '../../lib/lms/session.ts';

/** A session with a learning system, of whatever kind. None of its promises rejects but that of `start`. */
export interface LmsSession {
  /** Where the system wants learners to go when they leave; known once it has started. */
  readonly returnTo: string | undefined;
  /** @throws where the system does not answer, or refuses */
  start(): Promise<Launch>;
  /** Tells what changed. @returns whether the system took all of it */
  save(report: Report, leaving?: boolean): Promise<boolean>;
  /** Tells what changed, and ends the session; once, however often it is called. */
  finish(report: Report): Promise<boolean>;
}
