/** The part of subset-font that is used here; the package has no types. */
declare module 'subset-font' {
  /** Returns the font with only the characters of `text`, in the given format. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'sfnt' | 'woff2' },
  ): Promise<Uint8Array>;
}
