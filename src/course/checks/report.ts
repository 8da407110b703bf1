import type { Problem } from '../author-error.ts';

/** Records a content problem. */
export type Report = (problem: Problem) => void;
