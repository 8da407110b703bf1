/** The part of citation-js that we use; the library ships no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(items: readonly object[]);
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
