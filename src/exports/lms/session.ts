import type { Outcome } from './outcome.ts';

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

/** The data that a package reports to its learning system. */
export interface Report {
  outcome: Outcome;
  location: string;
  data: string;
  /** Milliseconds since the session began. */
  elapsed: number;
}
