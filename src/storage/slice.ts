import * as z from 'zod/mini';

/** A part of the personal store under its own key, with its schema and merge rule. */
export interface StorageSlice<Data> {
  key: string;
  schema: z.ZodMiniType<Data>;
  empty: () => Data;
  /** Merges another device's data without losing any of this device's. */
  merge(present: Data, added: Data): Data;
}

/** Schema of a stored time: "2026-11-24T09:30:00.000Z". */
export const moment = z.iso.datetime();
/** Schema of a stored date: "2026-11-24". */
export const day = z.iso.date();
/** Schema of a stored time of day: "16:00". */
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const LONGEST_ID = 80;
/** Schema of a stored content id, as key or reference. */
export const contentId = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(LONGEST_ID));
/** Schema of text typed by the reader. */
export const typed = z.string().check(z.maxLength(2_000));

interface Dated {
  at: string;
}
type ById<Item> = Readonly<Record<string, Item>>;

/** Merges two lists without duplicates, sorted by time. */
export function mergeByMoment<Item extends Dated>(present: readonly Item[], added: readonly Item[]): Item[] {
  const here = new Set(present.map(({ at }) => at));
  return [...present, ...added.filter(({ at }) => !here.has(at))].sort((a, b) => a.at.localeCompare(b.at));
}

/** Makes a rule that merges two records by id: `choose` makes one item of two with the same id. */
export const mergeById =
  <Item>(choose: (own: Item, added: Item) => Item) =>
  (present: ById<Item>, added: ById<Item>): Record<string, Item> => {
    const merged = { ...present };
    for (const [id, item] of Object.entries(added)) {
      const own = Object.hasOwn(merged, id) ? merged[id] : undefined;
      merged[id] = own === undefined ? item : choose(own, item);
    }
    return merged;
  };

/** A record without an item. */
export const without = <Item>(items: ById<Item>, id: string): Record<string, Item> =>
  Object.fromEntries(Object.entries(items).filter(([other]) => other !== id));

/** The later of two items. */
export const later = <Item extends Dated>(own: Item, added: Item): Item => (own.at < added.at ? added : own);
/** An id made from a time: "c-20261124093000123". */
export const idAt = (prefix: string, at: string): string => `${prefix}-${at.replace(/\D/g, '')}`;

/** Adds an item under the wanted id, or that id with a number if another item has it. An equal item keeps its id. */
export function addUnder<Item>(
  items: ById<Item>,
  wanted: string,
  item: Item,
): { id: string; items: Record<string, Item> } {
  const isTaken = (id: string): boolean =>
    Object.hasOwn(items, id) && JSON.stringify(items[id]) !== JSON.stringify(item);
  let id = wanted;
  // Cut, so that it is no longer than an id may be.
  const start = wanted.slice(0, LONGEST_ID - 6).replace(/-$/, '');
  for (let number = 2; isTaken(id); number += 1) id = `${start}-${number}`;
  return { id, items: { ...items, [id]: item } };
}

/** Merges two records. An item changed on both devices is saved twice, so that no typed text is lost. */
export const mergeBoth = <Item>(present: ById<Item>, added: ById<Item>): Record<string, Item> =>
  Object.entries(added).reduce<Record<string, Item>>(
    (merged, [id, item]) => addUnder(merged, id, item).items,
    { ...present },
  );
