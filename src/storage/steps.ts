import * as z from 'zod/mini';
import { mergeByMoment, moment, typed, type StorageSlice } from './slice.ts';
import { slug } from './lessons.ts';

/** What readers say of the step of a lesson, with labels. */
export const DID = { yes: 'Yes', partly: 'In part', no: 'Not yet' } as const;
export type Did = keyof typeof DID;

const report = z.object({
  at: moment,
  lesson: slug,
  did: z.enum(Object.keys(DID) as Did[]),
  /** What happened, in the reader's words. */
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
