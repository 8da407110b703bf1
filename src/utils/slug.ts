/** A text as an id or a file name, possibly empty: "why-you-need-both" for "Why you need both". */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
