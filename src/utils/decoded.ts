/** A part of an address without its escapes; as it is where one of them is broken, since anybody can write an address. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
