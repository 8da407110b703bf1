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
