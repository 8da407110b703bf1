import * as z from 'zod/mini';
import { contentId, mergeLatest, moment, type StorageSlice } from './slice.ts';

/** How a check question was answered last. */
const record = z.object({
  at: moment,
  /** Answers that were right, of how many; for recall, what the reader said of it. */
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
