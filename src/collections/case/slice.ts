import * as z from 'zod/mini';
import { contentId, mergeById, moment, type StorageSlice } from '../../storage/slice.ts';

const record = z.object({
  at: moment,
  /** The last way: "call-agency.talk". */
  way: z.string().check(z.regex(/^[a-z0-9.-]*$/), z.maxLength(500)),
  endings: z.array(contentId),
  hands: z.optional(
    z.record(z.string().check(z.regex(/^[a-z0-9.-]{1,161}$/)), z.int().check(z.nonnegative())),
  ),
});
export type CaseRecord = z.infer<typeof record>;

/** Walks through cases, by case; a merge has the later way and the endings of both devices. */
export const slice: StorageSlice<Record<string, CaseRecord>> = {
  key: 'cases',
  schema: z.record(contentId, record),
  empty: () => ({}),
  merge: mergeById((own, added) => ({
    ...(own.at >= added.at ? own : added),
    endings: [...new Set([...own.endings, ...added.endings])],
  })),
};
