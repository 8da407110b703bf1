/** Replaces straight quotation marks and apostrophes by typographic ones. */
export const smartQuotes = (text: string): string =>
  text
    .replace(/(^|[\s([“‘–—])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([“–—])'/g, '$1‘')
    .replaceAll("'", '’');

/** A copy of data with typographic quotation marks in every text. */
export function typeset<Value>(value: Value): Value {
  if (typeof value === 'string') return smartQuotes(value) as Value;
  if (Array.isArray(value)) return value.map(typeset) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typeset(inner)])) as Value;
}
