import * as z from 'zod/mini';

/** A part of the personal store under its own key, with its schema and merge rule. */
export interface StorageSlice<Data> {
  key: string;
  /** Validates data that is read or imported. */
  schema: z.ZodMiniType<Data>;
  empty: () => Data;
  /** Merges another device's data without losing any of this device's. */
  merge(present: Data, added: Data): Data;
}

/** Schema of a stored time: "2026-11-24T09:30:00.000Z". */
export const moment = z.iso.datetime();
/** Schema of a stored date: "2026-11-24". */
export const day = z.iso.date();
/** Schema of a stored content id, as key or reference. */
export const contentId = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(80));
/** Schema of text typed by the reader. */
export const typed = z.string().check(z.maxLength(2_000));

/** Merges two lists without duplicates, sorted by time. */
export function mergeByMoment<Item extends { at: string }>(
  present: readonly Item[],
  added: readonly Item[],
): Item[] {
  const here = new Set(present.map(({ at }) => at));
  return [...present, ...added.filter(({ at }) => !here.has(at))].sort((a, b) => a.at.localeCompare(b.at));
}

/** Merges two records; the later item wins. */
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
