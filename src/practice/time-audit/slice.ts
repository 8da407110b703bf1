import * as z from 'zod/mini';
import { day, mergeByMoment, moment, type StorageSlice } from '../../storage/slice.ts';
import { CATEGORIES } from './hours.ts';

/** Hours of one category. A week has at most 169, when clocks are set back. */
const hours = z.number().check(z.nonnegative(), z.maximum(169));

const week = z.object({
  at: moment,
  /** Its first day: a Monday, or the day on which weeks begin in the reader's region. */
  week: day,
  hours: z.object({ running: hours, shaping: hours, growing: hours, other: hours }),
});

const ownRule = z.object({
  at: moment,
  words: z.string().check(z.minLength(1), z.maxLength(120)),
  category: z.enum(CATEGORIES),
});
export type OwnRule = z.infer<typeof ownRule>;
const data = z.object({ weeks: z.array(week), rules: z.array(ownRule) });
export type TimeAuditData = z.infer<typeof data>;

/** Audited weeks, and the reader's own rules. Titles of events are never stored, except as words of a rule. */
export const slice: StorageSlice<TimeAuditData> = {
  key: 'timeAudit',
  schema: data,
  empty: () => ({ weeks: [], rules: [] }),
  merge: (present, added) => ({
    weeks: mergeByMoment(present.weeks, added.weeks),
    rules: mergeByMoment(present.rules, added.rules),
  }),
};
