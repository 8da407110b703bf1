import * as z from 'zod/mini';
import { contentId, moment, type StorageSlice } from '../../storage/slice.ts';

/** An FSRS card without its derivable fields. */
const card = z.object({
  due: moment,
  /** Days after which nine of ten such questions are still remembered. */
  stability: z.number().check(z.gte(0.001), z.lte(36_500)),
  /** From 1, easy, to 10. */
  difficulty: z.number().check(z.gte(1), z.lte(10)),
  /** Days between the last rating and `due`. */
  days: z.number().check(z.nonnegative()),
  /** How often it was rated, and how often it had been forgotten. */
  reps: z.number().check(z.nonnegative()),
  lapses: z.number().check(z.nonnegative()),
});
export type ReviewCard = z.infer<typeof card>;

/**
 * A question in review. It has a card once it was rated here; before that the result of its first answer in a lesson,
 * or neither where it was added without an answer.
 */
const record = z.object({
  /** When it was rated, answered in the lesson, or added. */
  at: moment,
  right: z.optional(z.number().check(z.nonnegative())),
  of: z.optional(z.number().check(z.positive())),
  card: z.optional(card),
});
export type ReviewRecord = z.infer<typeof record>;

/** By question id. */
export type ReviewData = Record<string, ReviewRecord>;

/** Of two records of a question: one with a card, because it knows more; or else the later. */
function better(present: ReviewRecord, added: ReviewRecord): ReviewRecord {
  if ((present.card === undefined) !== (added.card === undefined))
    return present.card === undefined ? added : present;
  return present.at < added.at ? added : present;
}

/** The questions in review. Those that the course no longer has stay: it may have them again. */
export const reviewSlice: StorageSlice<ReviewData> = {
  key: 'review',
  schema: z.record(contentId, record),
  empty: () => ({}),
  merge: (present, added) => {
    const merged = { ...present };
    for (const [id, item] of Object.entries(added)) {
      const own = merged[id];
      merged[id] = own === undefined ? item : better(own, item);
    }
    return merged;
  },
};
