import { z } from 'zod';
import { text } from './common.ts';

/** The words of people who search (`search.yaml` in the content folder), which a course may lack. */
export const searchSchema = z.strictObject({
  /** Groups of words that people use for the same, each a line, so that search finds one by another. */
  synonyms: z.array(text('words for the same, with spaces between')).default([]),
  /**
   * What people type who need a page or a part of one, by its address without a slash at its start: questions, complaints
   * and half sentences that neither its title nor its aliases have. A phrase promises no more than the page treats.
   */
  asked: z.record(z.string(), z.array(text('a phrase that people type'))).default({}),
});

export type SearchData = z.infer<typeof searchSchema>;
