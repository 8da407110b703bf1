import * as z from 'zod/mini';
import { contentId, mergeLatest, moment, type StorageSlice } from './slice.ts';

/** The last answer to a check question. */
const record = z.object({
  at: moment,
  /** Number of right answers out of `of`; for recall, the reader's own rating. */
  right: z.number().check(z.nonnegative()),
  of: z.number().check(z.positive()),
});
export type CheckRecord = z.infer<typeof record>;

/** Answers to the check questions, by question id. */
export const checksSlice: StorageSlice<Record<string, CheckRecord>> = {
  key: 'checks',
  schema: z.record(contentId, record),
  empty: () => ({}),
  merge: mergeLatest,
};
