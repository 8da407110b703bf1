import * as z from 'zod/mini';
import { contentId, moment, type StorageSlice } from './slice.ts';

const reached = z.object({
  /** Time of the last end. */
  at: moment,
  /** The choices that led to it, with points between them. */
  way: z.string().check(z.regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/), z.maxLength(400)),
  /** Ids of all endings reached so far. */
  endings: z.array(contentId),
});
export type ReachedEndings = z.infer<typeof reached>;

/** The endings that a reader has reached, by case; a merge has those of both devices and the later way. */
export const casesSlice: StorageSlice<Record<string, ReachedEndings>> = {
  key: 'cases',
  schema: z.record(contentId, reached),
  empty: () => ({}),
  merge: (present, added) => {
    const merged = { ...present };
    for (const [id, other] of Object.entries(added)) {
      const own = Object.hasOwn(merged, id) ? merged[id] : undefined;
      const later = own === undefined || own.at < other.at ? other : own;
      merged[id] = { ...later, endings: [...new Set([...(own?.endings ?? []), ...other.endings])].sort() };
    }
    return merged;
  },
};
