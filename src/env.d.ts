declare namespace App {
  interface Locals {
    /** The lesson whose MDX is being rendered, for the components that it names. */
    lesson?: import('./course/types.ts').Lesson;
    /** The events of the entry whose MDX is being rendered, if it is no lesson. */
    timeline?: import('./course/types.ts').TimelineEvent[];
  }
}

/** The part of citation-js that we use; the library ships no types. */
declare module '@citation-js/core' {
  export class Cite {
    /** Items in CSL-JSON, or a text that the plugins read: BibTeX, RIS. */
    constructor(items: readonly object[] | string);
    /** What was read, in CSL-JSON. */
    readonly data: readonly Record<string, unknown>[];
    format(
      output: 'bibliography' | 'citation',
      options: { format: 'html' | 'text'; template: 'apa' | 'mla' | 'chicago'; lang: 'en-US' },
    ): string;
    format(output: 'bibtex' | 'ris'): string;
  }
  export const plugins: { config: { get(name: string): unknown } };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';

/** The part of subset-font that we use; the library has no types. */
declare module 'subset-font' {
  /** Returns the font with only the characters of `text`, in the given format. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'sfnt' | 'woff2' },
  ): Promise<Uint8Array>;
}
