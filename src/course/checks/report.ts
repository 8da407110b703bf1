import type { Problem } from '../author-error.ts';

/** Takes down one mistake of an author. */
export type Report = (problem: Problem) => void;
