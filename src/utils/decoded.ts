/** Decodes a part of an address; unchanged if an escape is malformed, because anybody can write an address. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
