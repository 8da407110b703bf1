import * as z from 'zod/mini';
import type { LessonRecord } from './store.ts';
import type { StorageSlice } from './slice.ts';

/** A stored id of a lesson or section. */
export const slug = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/));
const sometime = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));

const record = z.looseObject({
  title: z.string().check(z.maxLength(200)),
  at: z.optional(slug),
  finished: z.optional(sometime),
});

/** The earlier of two optional times. */
function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(other) < Date.parse(one) ? other : one;
}

/**
 * Merges the records of a lesson that was read on two devices: the reading position of this device, and the earlier
 * finish time.
 */
function mergeLesson(present: LessonRecord, added: LessonRecord): LessonRecord {
  const finished = earlier(present.finished, added.finished);
  return { ...added, ...present, ...(finished === undefined ? {} : { finished }) };
}

/** Started and finished lessons, by id. */
export const lessonsSlice: StorageSlice<Record<string, LessonRecord>> = {
  key: 'lessons',
  schema: z.record(slug, record) as z.ZodMiniType<Record<string, LessonRecord>>,
  empty: () => ({}),
  merge: (present, added) => {
    const merged = { ...present };
    for (const [id, lesson] of Object.entries(added)) {
      const own = Object.hasOwn(merged, id) ? merged[id] : undefined;
      merged[id] = own === undefined ? lesson : mergeLesson(own, lesson);
    }
    return merged;
  },
};
