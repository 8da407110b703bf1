import * as z from 'zod/mini';
import { contentId, later, mergeById, mergeByMoment, moment, typed, type StorageSlice } from './slice.ts';
import { isTime, SLUG } from './store.ts';

/** What lessons store: how far each was read, the answers to its questions, and what became of its step. */

/** Schema of a stored id of a lesson or section. */
export const slug = z.string().check(z.regex(SLUG));

/** A lesson that the reader has started, including fields of other versions. */
const lesson = z.looseObject({
  title: z.string().check(z.maxLength(200)),
  at: z.optional(slug),
  finished: z.optional(z.string().check(z.refine(isTime))),
});
export type LessonRecord = z.infer<typeof lesson>;

/** Started and finished lessons, by id. A merge has the reading position of this device, and the earlier finish time. */
export const lessonsSlice: StorageSlice<Record<string, LessonRecord>> = {
  key: 'lessons',
  schema: z.record(slug, lesson),
  empty: () => ({}),
  merge: mergeById((own, added) => {
    const [finished] = [own.finished, added.finished]
      .filter((time) => time !== undefined)
      .sort((a, b) => Date.parse(a) - Date.parse(b));
    return { ...added, ...own, ...(finished === undefined ? {} : { finished }) };
  }),
};

const check = z.object({
  at: moment,
  /** Number of right answers out of `of`; for recall, the reader's own rating. */
  right: z.number().check(z.nonnegative()),
  of: z.number().check(z.positive()),
});

/** Answers to the check questions, by question id. */
export const checksSlice: StorageSlice<Record<string, z.infer<typeof check>>> = {
  key: 'checks',
  schema: z.record(contentId, check),
  empty: () => ({}),
  merge: mergeById(later),
};

/** What readers say of the step of a lesson, with labels. */
export const DID = { yes: 'Yes', partly: 'In part', no: 'Not yet' } as const;
export type Did = keyof typeof DID;

const report = z.object({
  at: moment,
  lesson: slug,
  did: z.enum(Object.keys(DID) as Did[]),
  note: z.optional(typed),
});
export type StepReport = z.infer<typeof report>;

/** What became of the steps of the week, in order of time; a merge has the reports of both devices. */
export const stepsSlice: StorageSlice<StepReport[]> = {
  key: 'steps',
  schema: z.array(report),
  empty: () => [],
  merge: mergeByMoment,
};
