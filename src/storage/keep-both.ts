/** An item of a slice that is a record by id. */
interface Kept {
  /** Time of the last change. */
  at: string;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** An id made from a time: "c-20261124093000123". */
export const idAt = (prefix: string, at: string): string => `${prefix}-${at.replace(/\D/g, '')}`;

/**
 * An id that nothing else has: the one wanted, or that with a number. What has it already in the same words keeps it.
 */
function freeId<Item>(items: Readonly<Record<string, Item>>, wanted: string, item: Item): string {
  let id = wanted;
  for (let number = 2; Object.hasOwn(items, id) && !same(items[id], item); number += 1)
    id = `${wanted}-${number}`;
  return id;
}

/** Adds an item under a free id without changing the existing items. */
export function addUnder<Item extends Kept>(
  items: Readonly<Record<string, Item>>,
  wanted: string,
  item: Item,
): { id: string; items: Record<string, Item> } {
  const id = freeId(items, wanted, item);
  return { id, items: { ...items, [id]: item } };
}

/** Merges two records. An item changed on both devices is saved twice, so that no typed text is lost. */
export function mergeKeepingBoth<Item extends Kept>(
  present: Readonly<Record<string, Item>>,
  added: Readonly<Record<string, Item>>,
): Record<string, Item> {
  return Object.entries(added).reduce<Record<string, Item>>(
    (merged, [id, item]) => addUnder(merged, id, item).items,
    { ...present },
  );
}
