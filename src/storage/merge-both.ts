/** An item of a slice that is a record by id. */
interface Dated {
  /** Time of the last change. */
  at: string;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** An id made from a time: "c-20261124093000123". */
export const idAt = (prefix: string, at: string): string => `${prefix}-${at.replace(/\D/g, '')}`;

/** The wanted id, or that id with a number if another item has it. An equal item keeps its id. */
function freeId<Item>(items: Readonly<Record<string, Item>>, wanted: string, item: Item): string {
  let id = wanted;
  for (let number = 2; Object.hasOwn(items, id) && !same(items[id], item); number += 1)
    id = `${wanted}-${number}`;
  return id;
}

/** Adds an item under a free id without changing the existing items. */
export function addUnder<Item extends Dated>(
  items: Readonly<Record<string, Item>>,
  wanted: string,
  item: Item,
): { id: string; items: Record<string, Item> } {
  const id = freeId(items, wanted, item);
  return { id, items: { ...items, [id]: item } };
}

/** Merges two records. An item changed on both devices is saved twice, so that no typed text is lost. */
export function mergeBoth<Item extends Dated>(
  present: Readonly<Record<string, Item>>,
  added: Readonly<Record<string, Item>>,
): Record<string, Item> {
  return Object.entries(added).reduce<Record<string, Item>>(
    (merged, [id, item]) => addUnder(merged, id, item).items,
    { ...present },
  );
}
