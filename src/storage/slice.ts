import * as z from 'zod/mini';

/** One tool's slice of what this device remembers, under a key of its own beside the lessons. */
export interface StorageSlice<Data> {
  key: string;
  /** What it must look like to be read or imported. */
  schema: z.ZodMiniType<Data>;
  empty: () => Data;
  /** Brings in another device's slice; nothing that is here is lost. */
  merge(present: Data, added: Data): Data;
}

/** A moment, as it is stored: "2026-11-24T09:30:00.000Z". */
export const moment = z.iso.datetime();
/** A day, as it is stored: "2026-11-24". */
export const day = z.iso.date();
/** An id of the content, as keys and references are stored. */
export const contentId = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(80));
/** Words that somebody typed. */
export const typed = z.string().check(z.maxLength(2_000));

/** Two lists as one, without what stands in both; the later moments last. */
export function mergeByMoment<Item extends { at: string }>(
  present: readonly Item[],
  added: readonly Item[],
): Item[] {
  const here = new Set(present.map(({ at }) => at));
  return [...present, ...added.filter(({ at }) => !here.has(at))].sort((a, b) => a.at.localeCompare(b.at));
}

/** Two records as one: of what stands in both, the later. */
export function mergeLatest<Item extends { at: string }>(
  present: Readonly<Record<string, Item>>,
  added: Readonly<Record<string, Item>>,
): Record<string, Item> {
  const merged = { ...present };
  for (const [key, item] of Object.entries(added)) {
    const own = Object.hasOwn(merged, key) ? merged[key] : undefined;
    if (own === undefined || own.at < item.at) merged[key] = item;
  }
  return merged;
}
