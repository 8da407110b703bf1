/** The attributes of a component as they stand in its tag. */
export const attributesOf = (attributes: string): Record<string, string> =>
  Object.fromEntries(
    [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );

/** The attributes of every use of a component, in order. */
export const usesOf = (body: string, name: string): Record<string, string>[] =>
  [...body.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    attributesOf(attributes),
  );

/** One attribute of every use of a component, in order; "" where it is missing. */
export const valuesOf = (body: string, name: string, key: string): string[] =>
  usesOf(body, name).map((use) => use[key] ?? '');

/** One `<Comparison>`: a table, or the rows of it that are named. */
export interface ComparisonUse {
  id: string;
  rows: string[] | undefined;
}

/** The ids in a space-separated `rows` attribute; none means the whole table. */
export function rowIds(rows: string | undefined): string[] | undefined {
  return rows?.trim().split(/\s+/);
}

/** The tables that prose shows. */
export const comparisonsOf = (body: string): ComparisonUse[] =>
  usesOf(body, 'Comparison').map(({ id = '', rows }) => ({ id, rows: rowIds(rows) }));
