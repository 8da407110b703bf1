import type { Outcome } from './outcome.ts';

/** What a learning system says when a package begins. */
export interface Launch {
  /** Id of the place where the learner was; "" at the first time. */
  location: string;
  /** What `packState` gave last time; "" at the first time. */
  data: string;
  /** The learner looks round or looks back: nothing is to be recorded. */
  readOnly: boolean;
  /** Score that passes, from 0 to 1, where the learning system sets one. */
  passing: number | undefined;
}

/** What a package tells its learning system. */
export interface Report {
  outcome: Outcome;
  location: string;
  data: string;
  /** Milliseconds since the session began. */
  elapsed: number;
}
