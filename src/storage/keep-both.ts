/** What a slice keeps in a list: its place in the store is its id. */
interface Kept {
  /** When it was changed last. */
  at: string;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** An id for something that is made at a moment: "c-20261124093000123". */
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

/** Adds something under an id of its own; what is there stays as it is. */
export function addUnder<Item extends Kept>(
  items: Readonly<Record<string, Item>>,
  wanted: string,
  item: Item,
): { id: string; items: Record<string, Item> } {
  const id = freeId(items, wanted, item);
  return { id, items: { ...items, [id]: item } };
}

/** Two lists as one. What was changed on both devices is kept twice, because words typed on either may be wanted. */
export function mergeKeepingBoth<Item extends Kept>(
  present: Readonly<Record<string, Item>>,
  added: Readonly<Record<string, Item>>,
): Record<string, Item> {
  return Object.entries(added).reduce<Record<string, Item>>(
    (merged, [id, item]) => addUnder(merged, id, item).items,
    { ...present },
  );
}
