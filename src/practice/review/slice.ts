import * as z from 'zod/mini';
import { contentId, later, mergeById, moment, type StorageSlice } from '../../storage/slice.ts';

/** An FSRS card without its derivable fields. */
const card = z.object({
  due: moment,
  /** Days after which a question is remembered with a probability of 90%. */
  stability: z.number().check(z.gte(0.001), z.lte(36_500)),
  /** From 1 (easy) to 10. */
  difficulty: z.number().check(z.gte(1), z.lte(10)),
  /** Days between the last rating and `due`. */
  days: z.number().check(z.nonnegative()),
  /** Number of ratings; `lapses` is the number of times it was forgotten. */
  reps: z.number().check(z.nonnegative()),
  lapses: z.number().check(z.nonnegative()),
});
export type ReviewCard = z.infer<typeof card>;

/**
 * A question in review. It has a card after its first rating here; before, it has the result of its first answer in a
 * lesson, or neither if it was added without an answer.
 */
const record = z.object({
  /** Time when it was last rated, answered in the lesson, or added. */
  at: moment,
  right: z.optional(z.number().check(z.nonnegative())),
  of: z.optional(z.number().check(z.positive())),
  card: z.optional(card),
});
export type ReviewRecord = z.infer<typeof record>;
/** Records by question id. */
export type ReviewData = Record<string, ReviewRecord>;

/** The better of two records of a question: one with a card, because it has more data, or else the later one. */
const better = (own: ReviewRecord, added: ReviewRecord): ReviewRecord =>
  (own.card === undefined) === (added.card === undefined)
    ? later(own, added)
    : own.card === undefined
      ? added
      : own;

/** The questions in review. Questions that the course no longer has remain, because they may come back. */
export const slice: StorageSlice<ReviewData> = {
  key: 'review',
  schema: z.record(contentId, record),
  empty: () => ({}),
  merge: mergeById(better),
};
