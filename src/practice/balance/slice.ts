import * as z from 'zod/mini';
import { contentId, mergeByMoment, moment, type StorageSlice } from '../../storage/slice.ts';

/** The frequency of each act, by statement id: 0 for "not at all" to 4 for "every day". The content may add and remove statements. */
const answers = z.record(contentId, z.int().check(z.minimum(0), z.maximum(4)));
export type Answers = Readonly<z.infer<typeof answers>>;
/** One completed run. Scores are not saved: they are computed from the current statements. */
const result = z.object({ at: moment, answers });
const draft = z.object({ at: moment, answers, order: z.array(contentId) });
const balance = z.object({ results: z.array(result), draft: z.optional(draft) });
export type BalanceResult = z.infer<typeof result>;
export type BalanceDraft = z.infer<typeof draft>;
export type BalanceRecord = z.infer<typeof balance>;

/** Completed runs of the balance tool, the earliest first, and the draft. */
export const slice: StorageSlice<BalanceRecord> = {
  key: 'balance',
  schema: balance,
  empty: () => ({ results: [] }),
  merge: (present, added) => {
    const results = mergeByMoment(present.results, added.results);
    const begun = present.draft ?? added.draft;
    return begun === undefined ? { results } : { results, draft: begun };
  },
};
