import { z } from 'zod';

/** How far we read what we cite; every claim and every source carries one of these. */
export const READINGS = [
  /** Parts of the work itself, or of a copy of it. Never the whole work. */
  'full text (part)',
  /** The summary by its authors or its publisher. */
  'abstract',
  /** A page of the organization or the authors that it is about. */
  'own page',
  /** What somebody else reports: a newspaper, a data table, notes on a book, a page of quotations. */
  'secondary',
  /** Well established, but not read for this course. */
  'known',
  /** Arithmetic or reasoning of our own, from facts that the note names. */
  'our reasoning',
] as const;

export type Reading = (typeof READINGS)[number];

/** A level of reading; the error tells the author which there are. */
export const reading = z.enum(READINGS, {
  error: `is none of ${READINGS.join(', ')}. Remedy: write how it was read, no stronger than it was.`,
});
