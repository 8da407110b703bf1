/** Replaces straight quotation marks and apostrophes by typographic ones. */
export const smartQuotes = (text: string): string =>
  text
    .replace(/(^|[\s([“‘–—])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([“–—])'/g, '$1‘')
    .replaceAll("'", '’');
