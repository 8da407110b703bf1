/** The part of subset-font that is used here; the package brings no types of its own. */
declare module 'subset-font' {
  /** Returns the font with only the characters of `text`, in the format named. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'sfnt' | 'woff2' },
  ): Promise<Uint8Array>;
}
